# gnuplot mnist-periods.gp                      draws mnist-periods.svg
# gnuplot -e "format='pdf'" mnist-periods.gp    draws mnist-periods.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mnist-periods.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,360 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mnist_periods'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.75in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,720 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
purple = '#cc79a7'
natural = '#0072b2'
sky = '#56b4e9'
green = '#009e73'
amber = '#e69f00'
set multiplot

# ---- panel 1
set lmargin at screen 0.085078; set rmargin at screen 0.31312
set bmargin at screen 0.15; set tmargin at screen 0.96667
unset title
unset logscale x
set xrange [1:3]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [106:114]
set ylabel 'loss, nats'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'mnist-periods-panel-1.csv' using "epochs":"fresh" with lines linecolor rgb black linewidth 1.6 title 'fresh', \
     'mnist-periods-panel-1.csv' using "epochs":"c10_steps" with lines linecolor rgb purple linewidth 1.6 title '10 steps', \
     'mnist-periods-panel-1.csv' using "epochs":"c50_steps" with lines linecolor rgb natural linewidth 1.6 title '50 steps', \
     'mnist-periods-panel-1.csv' using "epochs":"c100_steps" with lines linecolor rgb sky linewidth 1.6 title '100 steps', \
     'mnist-periods-panel-1.csv' using "epochs":"c500_steps" with lines linecolor rgb green linewidth 1.6 title '500 steps', \
     'mnist-periods-panel-1.csv' using "epochs":"c1000_steps" with lines linecolor rgb amber linewidth 1.6 title '1000 steps'

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.4182; set rmargin at screen 0.64624
set bmargin at screen 0.15; set tmargin at screen 0.96667
unset title
unset logscale x
set xrange [53.6154:544.991]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 200; set format x '%g'
unset mxtics
unset logscale y
set yrange [106:114]
set ylabel 'loss, nats'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mnist-periods-panel-2-curves.csv' using "seconds_of_one_core":"fresh" with lines linecolor rgb black linewidth 1.6 title 'fresh', \
     'mnist-periods-panel-2-curves-2.csv' using "seconds_of_one_core":"c10_steps" with lines linecolor rgb purple linewidth 1.6 title '10 steps', \
     'mnist-periods-panel-2-curves-3.csv' using "seconds_of_one_core":"c50_steps" with lines linecolor rgb natural linewidth 1.6 title '50 steps', \
     'mnist-periods-panel-2-curves-4.csv' using "seconds_of_one_core":"c100_steps" with lines linecolor rgb sky linewidth 1.6 title '100 steps', \
     'mnist-periods-panel-2-curves-5.csv' using "seconds_of_one_core":"c500_steps" with lines linecolor rgb green linewidth 1.6 title '500 steps', \
     'mnist-periods-panel-2-curves-6.csv' using "seconds_of_one_core":"c1000_steps" with lines linecolor rgb amber linewidth 1.6 title '1000 steps'

# ---- panel 3
unset label
unset colorbox
set lmargin at screen 0.75164; set rmargin at screen 0.97968
set bmargin at screen 0.15; set tmargin at screen 0.96667
unset title
set logscale x
set xrange [0.758578:1318.26]
set xlabel 'period, steps' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1,100; set format x '10^{%L}'
unset mxtics
unset logscale y
set yrange [50.7091:187.9]
set ylabel 'core seconds an epoch'
set ytics 20; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'mnist-periods-panel-3.csv' using "period_steps":"core_seconds_an_epoch" with points linecolor rgb natural pointtype 7 pointsize 0.75

unset multiplot
unset output
