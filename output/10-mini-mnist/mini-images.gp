# gnuplot mini-images.gp                      draws mini-images.svg
# gnuplot -e "format='pdf'" mini-images.gp    draws mini-images.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-images.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,222 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_images'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,2.312in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,444 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder

set lmargin at screen 0.13722; set rmargin at screen 0.97
set bmargin at screen 0.054703; set tmargin at screen 0.94595
unset title
set xrange [-0.5:148.5]
unset xlabel
set yrange [58.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
set label 'grey' at -0.5, 6.5 right front offset screen -0.01, screen 0
set label 'B' at -0.5, 21.5 right front offset screen -0.01, screen 0
set label 'BSt' at -0.5, 36.5 right front offset screen -0.01, screen 0
set label 'BSt again' at -0.5, 51.5 right front offset screen -0.01, screen 0
plot 'mini-images.csv' nonuniform matrix using 1:2:3 with image

unset output
