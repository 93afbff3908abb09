# gnuplot three-race.gp                      draws three-race.svg
# gnuplot -e "format='pdf'" three-race.gp    draws three-race.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-race.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,430 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_race'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.479in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,860 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
amber = '#e69f00'
vanilla = '#d55e00'
natural = '#0072b2'
set multiplot

# ---- wake-sleep
set lmargin at screen 0.094178; set rmargin at screen 0.47968
set bmargin at screen 0.12558; set tmargin at screen 0.92093
set title 'wake-sleep' offset 0,-0.3
set logscale x
set xrange [4:1600]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.01:6]
set ylabel 'KL(p* ‖ p) in nats'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
plot 'three-race-wake-sleep.csv' using "step":"ws_1_sample_low":"ws_1_sample_high" with filledcurves fillcolor rgb amber fillstyle transparent solid 0.2 noborder, \
     'three-race-wake-sleep.csv' using "step":"ws_1_sample" with lines linecolor rgb amber linewidth 2 dashtype (10,6) title 'WS, 1 sample', \
     'three-race-wake-sleep.csv' using "step":"ws_low":"ws_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'three-race-wake-sleep.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 2 title 'WS', \
     'three-race-wake-sleep.csv' using "step":"nws_low":"nws_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'three-race-wake-sleep.csv' using "step":"nws" with lines linecolor rgb natural linewidth 2 title 'NWS'

# ---- reweighted wake-sleep
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97968
set bmargin at screen 0.12558; set tmargin at screen 0.92093
set title 'reweighted wake-sleep' offset 0,-0.3
set logscale x
set xrange [4:1600]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.01:6]
set ylabel 'KL(p* ‖ p) in nats'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
plot 'three-race-reweighted-wake-sleep.csv' using "step":"rws_low":"rws_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'three-race-reweighted-wake-sleep.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 2 title 'RWS', \
     'three-race-reweighted-wake-sleep.csv' using "step":"nrws_low":"nrws_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'three-race-reweighted-wake-sleep.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 2 title 'NRWS'

unset multiplot
unset output
