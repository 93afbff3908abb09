# gnuplot dreams.gp                      draws dreams.svg
# gnuplot -e "format='pdf'" dreams.gp    draws dreams.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'dreams.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,196 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_dreams'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,2.042in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,392 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
set multiplot

# ---- WS, 38 epochs
set lmargin at screen 0.013333; set rmargin at screen 0.18
set bmargin at screen 0.061224; set tmargin at screen 0.82653
set title 'WS, 38 epochs' offset 0,-0.3
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
plot 'dreams-ws-38-epochs.csv' nonuniform matrix using 1:2:3 with image

# ---- RWS, 320 epochs
unset label
unset colorbox
set lmargin at screen 0.21333; set rmargin at screen 0.38
set bmargin at screen 0.061224; set tmargin at screen 0.82653
set title 'RWS, 320 epochs' offset 0,-0.3
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
plot 'dreams-rws-320-epochs.csv' nonuniform matrix using 1:2:3 with image

# ---- NWS, 84 epochs
unset label
unset colorbox
set lmargin at screen 0.41333; set rmargin at screen 0.58
set bmargin at screen 0.061224; set tmargin at screen 0.82653
set title 'NWS, 84 epochs' offset 0,-0.3
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
plot 'dreams-nws-84-epochs.csv' nonuniform matrix using 1:2:3 with image

# ---- NRWS, 148 epochs
unset label
unset colorbox
set lmargin at screen 0.61333; set rmargin at screen 0.78
set bmargin at screen 0.061224; set tmargin at screen 0.82653
set title 'NRWS, 148 epochs' offset 0,-0.3
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
plot 'dreams-nrws-148-epochs.csv' nonuniform matrix using 1:2:3 with image

# ---- NRWS, own, 200 epochs
unset label
unset colorbox
set lmargin at screen 0.81333; set rmargin at screen 0.98
set bmargin at screen 0.061224; set tmargin at screen 0.82653
set title 'NRWS, own, 200 epochs' offset 0,-0.3
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
plot 'dreams-nrws-own-200-epochs.csv' nonuniform matrix using 1:2:3 with image

unset multiplot
unset output
