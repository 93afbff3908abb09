# gnuplot mnist-rates.gp                      draws mnist-rates.svg
# gnuplot -e "format='pdf'" mnist-rates.gp    draws mnist-rates.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mnist-rates.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,380 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mnist_rates'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.958in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,760 enhanced font 'sans-serif,10' \
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

# ---- running mean
set lmargin at screen 0.094178; set rmargin at screen 0.47679
set bmargin at screen 0.14211; set tmargin at screen 0.91053
set title 'running mean' offset 0,-0.3
set logscale x
set xrange [0.008:0.4]
set xlabel 'rate ε' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0.01, 0.02, 0.04, 0.08, 0.16, 0.32); set format x '%g'
unset mxtics
unset logscale y
set yrange [-170:-100]
set ylabel 'nats an image'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mnist-rates-running-mean-curves.csv' using "rate_epsilon":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mnist-rates-running-mean-curves.csv' using "rate_epsilon":"ws_points" with points linecolor rgb vanilla pointtype 7 pointsize 0.625, \
     'mnist-rates-running-mean-curves.csv' using "rate_epsilon":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mnist-rates-running-mean-curves.csv' using "rate_epsilon":"rws_points" with points linecolor rgb vanilla pointtype 7 pointsize 0.625, \
     'mnist-rates-running-mean-curves-2.csv' using "rate_epsilon":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mnist-rates-running-mean-curves-2.csv' using "rate_epsilon":"nws_points" with points linecolor rgb natural pointtype 7 pointsize 0.625, \
     'mnist-rates-running-mean-curves.csv' using "rate_epsilon":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'mnist-rates-running-mean-curves.csv' using "rate_epsilon":"nrws_points" with points linecolor rgb natural pointtype 7 pointsize 0.625

# ---- last step
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97679
set bmargin at screen 0.14211; set tmargin at screen 0.91053
set title 'last step' offset 0,-0.3
set logscale x
set xrange [0.008:0.4]
set xlabel 'rate ε' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0.01, 0.02, 0.04, 0.08, 0.16, 0.32); set format x '%g'
unset mxtics
unset logscale y
set yrange [-170:-100]
set ylabel 'nats an image'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
plot 'mnist-rates-last-step-curves.csv' using "rate_epsilon":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mnist-rates-last-step-curves.csv' using "rate_epsilon":"ws_points" with points linecolor rgb vanilla pointtype 7 pointsize 0.625, \
     'mnist-rates-last-step-curves.csv' using "rate_epsilon":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mnist-rates-last-step-curves.csv' using "rate_epsilon":"rws_points" with points linecolor rgb vanilla pointtype 7 pointsize 0.625, \
     'mnist-rates-last-step-curves-2.csv' using "rate_epsilon":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mnist-rates-last-step-curves-2.csv' using "rate_epsilon":"nws_points" with points linecolor rgb natural pointtype 7 pointsize 0.625, \
     'mnist-rates-last-step-curves.csv' using "rate_epsilon":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'mnist-rates-last-step-curves.csv' using "rate_epsilon":"nrws_points" with points linecolor rgb natural pointtype 7 pointsize 0.625

unset multiplot
unset output
