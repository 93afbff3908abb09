# gnuplot steepest.gp                      draws steepest.svg
# gnuplot -e "format='pdf'" steepest.gp    draws steepest.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'steepest.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,363 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_steepest'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.781in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,726 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
natural = '#0072b2'
vanilla = '#d55e00'
set multiplot

# ---- panel 1
set lmargin at screen 0.081756; set rmargin at screen 0.47363
set bmargin at screen 0.14876; set tmargin at screen 0.96694
unset title
unset logscale x
set xrange [-0.4:1.5]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0.1:1.7]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
set label 'p' at 0.6, 0.89 center front
$mark_1_3 << END
0.6,0.8
0.17063,0.35274
END
$mark_1_4 << END
0.6,0.8
0.331707,0.241056
END
$mark_1_6 << END
0.6,0.8
END
plot 'steepest-panel-1-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'steepest-panel-1-curves.csv' using "mu":"sigma" with lines linecolor rgb black linewidth 1, \
     $mark_1_3 using 1:2 with lines linecolor rgb natural linewidth 2, \
     $mark_1_4 using 1:2 with lines linecolor rgb vanilla linewidth 2, \
     'steepest-panel-1-points.csv' using "mu":"sigma" with points linecolor rgb natural pointtype 7 pointsize 0.75, \
     $mark_1_6 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.58781; set rmargin at screen 0.97968
set bmargin at screen 0.14876; set tmargin at screen 0.96694
unset title
set logscale x
set xrange [1e-06:1]
set xlabel 'ε (nats)' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '10^{%L}'
unset mxtics
set logscale y
set yrange [0.001:1000]
set ylabel 'degrees'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'to the vanilla gradient' at 1.3e-06, 55 left front offset screen 0.00667, screen 0 textcolor rgb vanilla
set label 'to the natural gradient' at 1.3e-06, 2 left front offset screen 0.00667, screen 0 textcolor rgb natural
plot 'steepest-panel-2.csv' using "epsilon_nats":"mu_sigma" with lines linecolor rgb natural linewidth 1.5, \
     'steepest-panel-2.csv' using "epsilon_nats":"mu_sigma" with points linecolor rgb natural pointtype 7 pointsize 0.875, \
     'steepest-panel-2.csv' using "epsilon_nats":"theta" with lines linecolor rgb natural linewidth 1.5, \
     'steepest-panel-2.csv' using "epsilon_nats":"theta" with points linecolor rgb natural pointtype 4 pointsize 0.875, \
     'steepest-panel-2.csv' using "epsilon_nats":"eta" with lines linecolor rgb natural linewidth 1.5, \
     'steepest-panel-2.csv' using "epsilon_nats":"eta" with points linecolor rgb natural pointtype 8 pointsize 0.875, \
     'steepest-panel-2.csv' using "epsilon_nats":"vanilla" with lines linecolor rgb vanilla linewidth 2

unset multiplot
unset output
