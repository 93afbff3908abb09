# gnuplot mini-gap.gp                      draws mini-gap.svg
# gnuplot -e "format='pdf'" mini-gap.gp    draws mini-gap.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-gap.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,400 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_gap'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.167in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,800 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
natural = '#0072b2'
set multiplot

# ---- B
set lmargin at screen 0.090856; set rmargin at screen 0.47968
set bmargin at screen 0.135; set tmargin at screen 0.915
set title 'B' offset 0,-0.3
set logscale x
set xrange [2:200]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [-0.5:2]
set ylabel 'training − validation, nats'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
plot 'mini-gap-b.csv' using "epochs":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mini-gap-b.csv' using "epochs":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mini-gap-b.csv' using "epochs":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mini-gap-b.csv' using "epochs":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS'

# ---- BSt
unset label
unset colorbox
set lmargin at screen 0.59086; set rmargin at screen 0.97968
set bmargin at screen 0.135; set tmargin at screen 0.915
set title 'BSt' offset 0,-0.3
set logscale x
set xrange [2:200]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [-0.5:2]
set ylabel 'training − validation, nats'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mini-gap-bst.csv' using "epochs":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mini-gap-bst.csv' using "epochs":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mini-gap-bst.csv' using "epochs":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mini-gap-bst.csv' using "epochs":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS'

unset multiplot
unset output
