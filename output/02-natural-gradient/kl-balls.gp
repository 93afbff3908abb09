# gnuplot kl-balls.gp                      draws kl-balls.svg
# gnuplot -e "format='pdf'" kl-balls.gp    draws kl-balls.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'kl-balls.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 560,300 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_kl_balls'
if (format eq 'pdf') set terminal pdfcairo size 5.833in,3.125in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1120,600 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
natural = '#0072b2'

set lmargin at screen 0.13139; set rmargin at screen 0.96786
set bmargin at screen 0.1793; set tmargin at screen 0.96
unset title
set xrange [-2.4:2.4]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 1; set format x '%g'
set yrange [0:2.4]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'kl-balls-curves.csv' using "mu":"sigma" with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'kl-balls-curves-2.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.6, \
     'kl-balls-points.csv' using "mu":"sigma" with points linecolor rgb natural pointtype 7 pointsize 0.5

unset output
