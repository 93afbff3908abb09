# gnuplot mini-training.gp                      draws mini-training.svg
# gnuplot -e "format='pdf'" mini-training.gp    draws mini-training.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-training.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,640 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_training'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,6.667in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1280 enhanced font 'sans-serif,10' \
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
set lmargin at screen 0.075978; set rmargin at screen 0.47968
set bmargin at screen 0.58437; set tmargin at screen 0.94688
set title 'B' offset 0,-0.3
set logscale x
set xrange [1:200]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [26:46]
set ylabel 'loss, nats'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'mini-training-b-curves.csv' using "epochs":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-2.csv' using "epochs":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mini-training-b-curves.csv' using "epochs":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-b-curves-2.csv' using "epochs":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mini-training-b-curves.csv' using "epochs":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-2.csv' using "epochs":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-b-curves.csv' using "epochs":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-b-curves-2.csv' using "epochs":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS'

# ---- B
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.97968
set bmargin at screen 0.58437; set tmargin at screen 0.94688
set title 'B' offset 0,-0.3
set logscale x
set xrange [3.48485:1424.13]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [26:46]
set ylabel 'loss, nats'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mini-training-b-curves-3.csv' using "seconds_of_one_core":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-4.csv' using "seconds_of_one_core":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mini-training-b-curves-5.csv' using "seconds_of_one_core":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-b-curves-6.csv' using "seconds_of_one_core":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mini-training-b-curves-7.csv' using "seconds_of_one_core":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-8.csv' using "seconds_of_one_core":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-b-curves-9.csv' using "seconds_of_one_core":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-b-curves-10.csv' using "seconds_of_one_core":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS'

# ---- BSt
unset label
unset colorbox
set lmargin at screen 0.075978; set rmargin at screen 0.47968
set bmargin at screen 0.084375; set tmargin at screen 0.44688
set title 'BSt' offset 0,-0.3
set logscale x
set xrange [1:200]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [35:55]
set ylabel 'loss, nats'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mini-training-bst-curves.csv' using "epochs":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-2.csv' using "epochs":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mini-training-bst-curves-3.csv' using "epochs":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-bst-curves-4.csv' using "epochs":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mini-training-bst-curves-5.csv' using "epochs":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-6.csv' using "epochs":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-bst-curves-3.csv' using "epochs":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-bst-curves-4.csv' using "epochs":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS'

# ---- BSt
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.97968
set bmargin at screen 0.084375; set tmargin at screen 0.44688
set title 'BSt' offset 0,-0.3
set logscale x
set xrange [3.48485:1424.13]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [35:55]
set ylabel 'loss, nats'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mini-training-bst-curves-7.csv' using "seconds_of_one_core":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-8.csv' using "seconds_of_one_core":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mini-training-bst-curves-9.csv' using "seconds_of_one_core":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-bst-curves-10.csv' using "seconds_of_one_core":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mini-training-bst-curves-11.csv' using "seconds_of_one_core":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-12.csv' using "seconds_of_one_core":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-bst-curves-13.csv' using "seconds_of_one_core":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-bst-curves-14.csv' using "seconds_of_one_core":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS'

unset multiplot
unset output
