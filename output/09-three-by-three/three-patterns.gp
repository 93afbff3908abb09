# gnuplot three-patterns.gp                      draws three-patterns.svg
# gnuplot -e "format='pdf'" three-patterns.gp    draws three-patterns.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-patterns.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,176 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_patterns'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,1.833in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,352 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder

set lmargin at screen 0.13787; set rmargin at screen 0.97
set bmargin at screen 0.068439; set tmargin at screen 0.93182
unset title
set xrange [-0.5:22.5]
unset xlabel
set yrange [6.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
set label '1/9 each' at -0.5, 1 right front offset screen -0.01, screen 0
set label '1/18 each' at -0.5, 5 right front offset screen -0.01, screen 0
plot 'three-patterns.csv' nonuniform matrix using 1:2:3 with image pixels

unset output
