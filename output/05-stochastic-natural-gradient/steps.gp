# gnuplot steps.gp                      draws steps.svg
# gnuplot -e "format='pdf'" steps.gp    draws steps.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'steps.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,419 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_steps'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.365in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,838 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
black = '#000000'
vanilla = '#d55e00'
green = '#009e73'
natural = '#0072b2'
set multiplot

# ---- panel 1
set lmargin at screen 0.075978; set rmargin at screen 0.46847
set bmargin at screen 0.12831; set tmargin at screen 0.97136
unset title
unset logscale x
set xrange [-4.4:0.8]
set xlabel 'x₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [-4.2:1]
set ylabel 'x₂'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
set key bottom right Left reverse noopaque
plot 'steps-panel-1-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'steps-panel-1-points-2.csv' using "x1":"x2" with points linecolor rgb black pointtype 7 pointsize 0.5, \
     'steps-panel-1-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'steps-panel-1-curves-2.csv' using "x1":"cma_es" with lines linecolor rgb vanilla linewidth 2 title 'CMA-ES', \
     'steps-panel-1-curves-3.csv' using "x1":"xnes" with lines linecolor rgb green linewidth 2 title 'xNES', \
     'steps-panel-1-curves-4.csv' using "x1":"straight_in_theta" with lines linecolor rgb natural linewidth 2 title 'straight in θ'

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.58264; set rmargin at screen 0.97513
set bmargin at screen 0.12831; set tmargin at screen 0.97136
unset title
set logscale x
set xrange [0.01:0.25]
set xlabel 'rate c' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [6.61723e-05:0.0535651]
set ylabel 'distance'
set ytics 0.0001,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
$mark_2_1 << END
0.01,2.87578e-05
0.25,0.0179736
END
plot $mark_2_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'steps-panel-2.csv' using "rate_c":"cma_es_and_theta_line" with lines linecolor rgb natural linewidth 1, \
     'steps-panel-2.csv' using "rate_c":"cma_es_and_theta" with points linecolor rgb natural pointtype 7 pointsize 1 title 'CMA-ES and θ', \
     'steps-panel-2.csv' using "rate_c":"xnes_and_theta_line" with lines linecolor rgb natural linewidth 1, \
     'steps-panel-2.csv' using "rate_c":"xnes_and_theta" with points linecolor rgb natural pointtype 4 pointsize 1 title 'xNES and θ', \
     'steps-panel-2.csv' using "rate_c":"cma_es_and_xnes_line" with lines linecolor rgb natural linewidth 1, \
     'steps-panel-2.csv' using "rate_c":"cma_es_and_xnes" with points linecolor rgb natural pointtype 9 pointsize 1 title 'CMA-ES and xNES'

unset multiplot
unset output
