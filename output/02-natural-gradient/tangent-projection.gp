# gnuplot tangent-projection.gp                      draws tangent-projection.svg
# gnuplot -e "format='pdf'" tangent-projection.gp    draws tangent-projection.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'tangent-projection.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,405 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_tangent_projection'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.219in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,810 enhanced font 'sans-serif,10' \
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

set lmargin at screen 0.11397; set rmargin at screen 0.97
set bmargin at screen 0.13336; set tmargin at screen 0.97037
unset title
set xrange [-2:2.4]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 1; set format x '%g'
set yrange [-5:16]
set ylabel 'U(x)'
set ytics 5; set format y '%g'
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'f − E f' at -1.83, 5.4 left front offset screen 0.01, screen 0 textcolor rgb grey
set label 'natural gradient' at 1.25, 9.5 right front offset screen -0.01, screen 0 textcolor rgb natural
plot 'tangent-projection.csv' using "x":"density_low":"density_high" with filledcurves fillcolor rgb grey fillstyle transparent solid 0.2 noborder, \
     'tangent-projection.csv' using "x":"f" with lines linecolor rgb grey linewidth 2, \
     'tangent-projection.csv' using "x":"projection" with lines linecolor rgb natural linewidth 2.5

unset output
