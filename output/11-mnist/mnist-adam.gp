# gnuplot mnist-adam.gp                      draws mnist-adam.svg
# gnuplot -e "format='pdf'" mnist-adam.gp    draws mnist-adam.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mnist-adam.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,420 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mnist_adam'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.375in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,840 enhanced font 'sans-serif,10' \
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
black = '#000000'
set multiplot

# ---- panel 1
set lmargin at screen 0.085078; set rmargin at screen 0.47984
set bmargin at screen 0.12857; set tmargin at screen 0.97143
unset title
unset logscale x
set xrange [1:6]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [104:140]
set ylabel 'loss, nats'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'mnist-adam-panel-1-curves.csv' using "epochs":"ws_last" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mnist-adam-panel-1-curves.csv' using "epochs":"ws" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mnist-adam-panel-1-curves.csv' using "epochs":"rws_last" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mnist-adam-panel-1-curves.csv' using "epochs":"rws" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mnist-adam-panel-1-curves.csv' using "epochs":"nws_last" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mnist-adam-panel-1-curves.csv' using "epochs":"nws" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mnist-adam-panel-1-curves.csv' using "epochs":"nrws_last" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mnist-adam-panel-1-curves.csv' using "epochs":"nrws" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     'mnist-adam-panel-1-curves-2.csv' using "epochs":"rws_plain_steps" with lines linecolor rgb black linewidth 1.5 dashtype (10,6) title 'RWS, plain steps', \
     'mnist-adam-panel-1-curves-3.csv' using "epochs":"nrws_plain_steps" with lines linecolor rgb black linewidth 1.8 title 'NRWS, plain steps'

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.58492; set rmargin at screen 0.97968
set bmargin at screen 0.12857; set tmargin at screen 0.97143
unset title
unset logscale x
set xrange [0:420]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '%g'
unset mxtics
unset logscale y
set yrange [104:140]
set ylabel 'loss, nats'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mnist-adam-panel-2-curves.csv' using "seconds_of_one_core":"ws_last" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mnist-adam-panel-2-curves.csv' using "seconds_of_one_core":"ws" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mnist-adam-panel-2-curves-2.csv' using "seconds_of_one_core":"rws_last" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mnist-adam-panel-2-curves-2.csv' using "seconds_of_one_core":"rws" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mnist-adam-panel-2-curves-3.csv' using "seconds_of_one_core":"nws_last" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mnist-adam-panel-2-curves-3.csv' using "seconds_of_one_core":"nws" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mnist-adam-panel-2-curves-4.csv' using "seconds_of_one_core":"nrws_last" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mnist-adam-panel-2-curves-4.csv' using "seconds_of_one_core":"nrws" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     'mnist-adam-panel-2-curves-5.csv' using "seconds_of_one_core":"rws_plain_steps" with lines linecolor rgb black linewidth 1.5 dashtype (10,6) title 'RWS, plain steps', \
     'mnist-adam-panel-2-curves-6.csv' using "seconds_of_one_core":"nrws_plain_steps" with lines linecolor rgb black linewidth 1.8 title 'NRWS, plain steps'

unset multiplot
unset output
