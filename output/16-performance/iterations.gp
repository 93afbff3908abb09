# gnuplot iterations.gp                      draws iterations.svg
# gnuplot -e "format='pdf'" iterations.gp    draws iterations.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'iterations.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,298 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_iterations'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.104in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,596 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
sky = '#56b4e9'
purple = '#cc79a7'
set multiplot

# ---- panel 1
set lmargin at screen 0.094178; set rmargin at screen 0.48455
set bmargin at screen 0.18161; set tmargin at screen 0.95973
unset title
unset logscale x
set xrange [0:11]
set xlabel 'iteration' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
set logscale y
set yrange [1e-05:1]
set ylabel 'residual / start'
set ytics 100; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
plot 'iterations-panel-1-curves.csv' using "iteration":"pixels_of_p" with lines linecolor rgb natural linewidth 2 title 'pixels of p', \
     'iterations-panel-1-curves-2.csv' using "iteration":"first_hidden_layer_of_p" with lines linecolor rgb sky linewidth 2 title 'first hidden layer of p', \
     'iterations-panel-1-curves.csv' using "iteration":"second_hidden_layer_of_q" with lines linecolor rgb purple linewidth 2 title 'second hidden layer of q'

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.58963; set rmargin at screen 0.98
set bmargin at screen 0.18161; set tmargin at screen 0.95973
unset title
unset logscale x
set xrange [0:11]
set xlabel 'iteration' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:105]
set ylabel 'units in the products, %'
set ytics 20; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'iterations-panel-2-curves.csv' using "iteration":"pixels_of_p" with lines linecolor rgb natural linewidth 2 title 'pixels of p', \
     'iterations-panel-2-curves-2.csv' using "iteration":"first_hidden_layer_of_p" with lines linecolor rgb sky linewidth 2 title 'first hidden layer of p', \
     'iterations-panel-2-curves.csv' using "iteration":"second_hidden_layer_of_q" with lines linecolor rgb purple linewidth 2 title 'second hidden layer of q'

unset multiplot
unset output
