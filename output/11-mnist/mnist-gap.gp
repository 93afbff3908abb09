# gnuplot mnist-gap.gp                      draws mnist-gap.svg
# gnuplot -e "format='pdf'" mnist-gap.gp    draws mnist-gap.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mnist-gap.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,400 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mnist_gap'
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
green = '#009e73'
set multiplot

# ---- panel 1
set lmargin at screen 0.081756; set rmargin at screen 0.47968
set bmargin at screen 0.135; set tmargin at screen 0.97
unset title
set logscale x
set xrange [2:320]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [0:3.5]
set ylabel 'training − validation, nats'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mnist-gap-panel-1-curves.csv' using "epochs":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mnist-gap-panel-1-curves-2.csv' using "epochs":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mnist-gap-panel-1-curves-3.csv' using "epochs":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mnist-gap-panel-1-curves-4.csv' using "epochs":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'mnist-gap-panel-1-curves-5.csv' using "epochs":"nrws_own_settings" with lines linecolor rgb green linewidth 1.5 title 'NRWS, own settings'

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.97968
set bmargin at screen 0.135; set tmargin at screen 0.97
unset title
unset logscale x
set xrange [-106:-88]
set xlabel 'validation likelihood, nats' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:3.5]
set ylabel 'training − validation, nats'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom right Left reverse noopaque
plot 'mnist-gap-panel-2-curves.csv' using "validation_likelihood_nats":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mnist-gap-panel-2-curves-2.csv' using "validation_likelihood_nats":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mnist-gap-panel-2-curves-3.csv' using "validation_likelihood_nats":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mnist-gap-panel-2-curves-4.csv' using "validation_likelihood_nats":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'mnist-gap-panel-2-curves-5.csv' using "validation_likelihood_nats":"nrws_own_settings" with lines linecolor rgb green linewidth 1.5 title 'NRWS, own settings'

unset multiplot
unset output
