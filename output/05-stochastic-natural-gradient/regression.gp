# gnuplot regression.gp                      draws regression.svg
# gnuplot -e "format='pdf'" regression.gp    draws regression.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'regression.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,323 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_regression'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.365in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,646 enhanced font 'sans-serif,10' \
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
natural = '#0072b2'
set multiplot

# ---- N(0.4, 0.8²)
set lmargin at screen 0.085078; set rmargin at screen 0.48
set bmargin at screen 0.16847; set tmargin at screen 0.89474
set title 'N(0.4, 0.8²)' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [-15:18]
set ylabel 'f'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'regression-n-0-4-0-82.csv' using "x":"density_low":"density_high" with filledcurves fillcolor rgb grey fillstyle transparent solid 0.2 noborder, \
     'regression-n-0-4-0-82.csv' using "x":"f" with lines linecolor rgb black linewidth 1.8, \
     'regression-n-0-4-0-82.csv' using "x":"parabola" with lines linecolor rgb natural linewidth 1.8

# ---- N(-1.2, 0.25²)
unset label
unset colorbox
set lmargin at screen 0.58508; set rmargin at screen 0.98
set bmargin at screen 0.16847; set tmargin at screen 0.89474
set title 'N(-1.2, 0.25²)' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [-15:18]
set ylabel 'f'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'regression-n-1-2-0-252.csv' using "x":"density_low":"density_high" with filledcurves fillcolor rgb grey fillstyle transparent solid 0.2 noborder, \
     'regression-n-1-2-0-252.csv' using "x":"f" with lines linecolor rgb black linewidth 1.8, \
     'regression-n-1-2-0-252.csv' using "x":"parabola" with lines linecolor rgb natural linewidth 1.8

unset multiplot
unset output
