# gnuplot three-posterior.gp                      draws three-posterior.svg
# gnuplot -e "format='pdf'" three-posterior.gp    draws three-posterior.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-posterior.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,400 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_posterior'
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

# ---- KL(p(h|x) ‖ q(h|x))
set lmargin at screen 0.094178; set rmargin at screen 0.47968
set bmargin at screen 0.135; set tmargin at screen 0.915
set title 'KL(p(h|x) ‖ q(h|x))' offset 0,-0.3
set logscale x
set xrange [4:1600]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.01:3]
set ylabel 'nats an image'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'three-posterior-kl-p-h-x-q-h-x.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 2 dashtype (10,6) title 'WS', \
     'three-posterior-kl-p-h-x-q-h-x.csv' using "step":"nws" with lines linecolor rgb natural linewidth 2 dashtype (10,6) title 'NWS', \
     'three-posterior-kl-p-h-x-q-h-x.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 2 title 'RWS', \
     'three-posterior-kl-p-h-x-q-h-x.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 2 title 'NRWS'

# ---- KL(q(h|x) ‖ p(h|x))
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97968
set bmargin at screen 0.135; set tmargin at screen 0.915
set title 'KL(q(h|x) ‖ p(h|x))' offset 0,-0.3
set logscale x
set xrange [4:1600]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.01:3]
set ylabel 'nats an image'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'three-posterior-kl-q-h-x-p-h-x.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 2 dashtype (10,6) title 'WS', \
     'three-posterior-kl-q-h-x-p-h-x.csv' using "step":"nws" with lines linecolor rgb natural linewidth 2 dashtype (10,6) title 'NWS', \
     'three-posterior-kl-q-h-x-p-h-x.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 2 title 'RWS', \
     'three-posterior-kl-q-h-x-p-h-x.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 2 title 'NRWS'

unset multiplot
unset output
