# gnuplot mini-dreams.gp                      draws mini-dreams.svg
# gnuplot -e "format='pdf'" mini-dreams.gp    draws mini-dreams.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-dreams.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,316 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_dreams'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.292in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,632 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
set multiplot

# ---- B, probabilities
set lmargin at screen 0.013333; set rmargin at screen 0.31333
set bmargin at screen 0.037975; set tmargin at screen 0.89241
set title 'B, probabilities' offset 0,-0.3
unset logscale x
set xrange [-0.5:88.5]
unset xlabel
unset logscale y
set yrange [88.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'mini-dreams-b-probabilities.csv' nonuniform matrix using 1:2:3 with image

# ---- BSt, probabilities
unset label
unset colorbox
set lmargin at screen 0.34667; set rmargin at screen 0.64667
set bmargin at screen 0.037975; set tmargin at screen 0.89241
set title 'BSt, probabilities' offset 0,-0.3
unset logscale x
set xrange [-0.5:88.5]
unset xlabel
unset logscale y
set yrange [88.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'mini-dreams-bst-probabilities.csv' nonuniform matrix using 1:2:3 with image

# ---- BSt, draws
unset label
unset colorbox
set lmargin at screen 0.68; set rmargin at screen 0.98
set bmargin at screen 0.037975; set tmargin at screen 0.89241
set title 'BSt, draws' offset 0,-0.3
unset logscale x
set xrange [-0.5:88.5]
unset xlabel
unset logscale y
set yrange [88.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'mini-dreams-bst-draws.csv' nonuniform matrix using 1:2:3 with image

unset multiplot
unset output
