# gnuplot reconstructions.gp                      draws reconstructions.svg
# gnuplot -e "format='pdf'" reconstructions.gp    draws reconstructions.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'reconstructions.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,320 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_reconstructions'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,3.333in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,640 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder

set lmargin at screen 0.14697; set rmargin at screen 0.97
set bmargin at screen 0.038723; set tmargin at screen 0.9625
unset title
set xrange [-0.5:288.5]
unset xlabel
set yrange [172.5:-0.5]
unset ylabel
unset border; unset xtics; unset ytics; unset grid
unset key
set palette defined (0 '#000000', 1 '#ffffff')
set cbrange [0:255]
unset colorbox
set label 'original' at -0.5, 13.5 right front offset screen -0.01, screen 0
set label 'WS' at -0.5, 42.5 right front offset screen -0.01, screen 0
set label 'RWS' at -0.5, 71.5 right front offset screen -0.01, screen 0
set label 'NWS' at -0.5, 100.5 right front offset screen -0.01, screen 0
set label 'NRWS' at -0.5, 129.5 right front offset screen -0.01, screen 0
set label 'NRWS, own' at -0.5, 158.5 right front offset screen -0.01, screen 0
plot 'reconstructions.csv' nonuniform matrix using 1:2:3 with image

unset output
