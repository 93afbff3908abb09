# gnuplot three-damping.gp                      draws three-damping.svg
# gnuplot -e "format='pdf'" three-damping.gp    draws three-damping.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-damping.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,430 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_damping'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.479in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,860 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
set multiplot

# ---- divergence
set lmargin at screen 0.094178; set rmargin at screen 0.47968
set bmargin at screen 0.12558; set tmargin at screen 0.92093
set title 'divergence' offset 0,-0.3
set logscale x
set xrange [4:1200]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.01:6]
set ylabel 'KL(p* ‖ p) in nats'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
plot 'three-damping-divergence.csv' using "step":"alpha_0_0001" with lines linecolor rgb '#440154' linewidth 2 title 'α = 0.0001', \
     'three-damping-divergence.csv' using "step":"alpha_0_001" with lines linecolor rgb '#3b528b' linewidth 2 title 'α = 0.001', \
     'three-damping-divergence.csv' using "step":"alpha_0_01" with lines linecolor rgb '#21908c' linewidth 2 title 'α = 0.01', \
     'three-damping-divergence.csv' using "step":"alpha_0_1" with lines linecolor rgb '#5dc863' linewidth 2 title 'α = 0.1', \
     'three-damping-divergence.csv' using "step":"alpha_1" with lines linecolor rgb '#a8b820' linewidth 2 title 'α = 1', \
     'three-damping-divergence.csv' using "step":"alpha_10" with lines linecolor rgb '#7f7f7f' linewidth 2 title 'α = 10', \
     'three-damping-divergence.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 2 dashtype (10,6) title 'WS', \
     'three-damping-divergence.csv' using "step":"ws_rate_1_6" with lines linecolor rgb vanilla linewidth 1.5 dashtype (2,4) title 'WS, rate 1.6'

# ---- noise
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97968
set bmargin at screen 0.12558; set tmargin at screen 0.92093
set title 'noise' offset 0,-0.3
set logscale x
set xrange [5e-05:20]
set xlabel 'damping α' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.0001,100; set format x '10^{%L}'
unset mxtics
set logscale y
set yrange [0.000100743:0.588017]
set ylabel 'relative jump a step'
set ytics 0.001,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_2_7 << END
5e-05,0.000192154
20,0.000192154
END
plot 'three-damping-noise-points.csv' using "damping_alpha":"alpha_0_0001" with points linecolor rgb '#440154' pointtype 7 pointsize 0.75, \
     'three-damping-noise-points-2.csv' using "damping_alpha":"alpha_0_001" with points linecolor rgb '#3b528b' pointtype 7 pointsize 0.75, \
     'three-damping-noise-points-3.csv' using "damping_alpha":"alpha_0_01" with points linecolor rgb '#21908c' pointtype 7 pointsize 0.75, \
     'three-damping-noise-points-4.csv' using "damping_alpha":"alpha_0_1" with points linecolor rgb '#5dc863' pointtype 7 pointsize 0.75, \
     'three-damping-noise-points-5.csv' using "damping_alpha":"alpha_1" with points linecolor rgb '#a8b820' pointtype 7 pointsize 0.75, \
     'three-damping-noise-points-6.csv' using "damping_alpha":"alpha_10" with points linecolor rgb '#7f7f7f' pointtype 7 pointsize 0.75, \
     $mark_2_7 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (10,6) title 'WS'

unset multiplot
unset output
