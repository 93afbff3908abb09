# gnuplot dreams.gp                      draws dreams.svg
# gnuplot -e "format='pdf'" dreams.gp    draws dreams.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'dreams.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,241 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_dreams'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,2.51in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,482 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
set multiplot

# ---- WS
set lmargin at screen 0.013333; set rmargin at screen 0.23
set bmargin at screen 0.049793; set tmargin at screen 0.85892
set title 'WS' offset 0,-0.3
unset logscale x
set xrange [-0.5:143.5]
unset xlabel
unset logscale y
set yrange [143.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'dreams-ws.csv' nonuniform matrix using 1:2:3 with image

# ---- RWS
unset label
unset colorbox
set lmargin at screen 0.26333; set rmargin at screen 0.48
set bmargin at screen 0.049793; set tmargin at screen 0.85892
set title 'RWS' offset 0,-0.3
unset logscale x
set xrange [-0.5:143.5]
unset xlabel
unset logscale y
set yrange [143.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'dreams-rws.csv' nonuniform matrix using 1:2:3 with image

# ---- NWS
unset label
unset colorbox
set lmargin at screen 0.51333; set rmargin at screen 0.73
set bmargin at screen 0.049793; set tmargin at screen 0.85892
set title 'NWS' offset 0,-0.3
unset logscale x
set xrange [-0.5:143.5]
unset xlabel
unset logscale y
set yrange [143.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'dreams-nws.csv' nonuniform matrix using 1:2:3 with image

# ---- NRWS
unset label
unset colorbox
set lmargin at screen 0.76333; set rmargin at screen 0.98
set bmargin at screen 0.049793; set tmargin at screen 0.85892
set title 'NRWS' offset 0,-0.3
unset logscale x
set xrange [-0.5:143.5]
unset xlabel
unset logscale y
set yrange [143.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
plot 'dreams-nrws.csv' nonuniform matrix using 1:2:3 with image

unset multiplot
unset output
