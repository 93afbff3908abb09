# gnuplot sampled-flow.gp                      draws sampled-flow.svg
# gnuplot -e "format='pdf'" sampled-flow.gp    draws sampled-flow.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'sampled-flow.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 1000,378 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_sampled_flow'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,3.938in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 2000,756 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
black = '#000000'
set multiplot

# ---- N = 10
set lmargin at screen 0.08476; set rmargin at screen 0.28657
set bmargin at screen 0.55769; set tmargin at screen 0.91005
set title 'N = 10' offset 0,-0.3
unset logscale x
set xrange [0:2]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2:2.4]
set ylabel 'μ'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-n-10.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-n-10.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-n-10.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- N = 100
unset label
unset colorbox
set lmargin at screen 0.31657; set rmargin at screen 0.51838
set bmargin at screen 0.55769; set tmargin at screen 0.91005
set title 'N = 100' offset 0,-0.3
unset logscale x
set xrange [0:2]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2:2.4]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-n-100.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-n-100.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-n-100.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- N = 1000
unset label
unset colorbox
set lmargin at screen 0.54838; set rmargin at screen 0.75019
set bmargin at screen 0.55769; set tmargin at screen 0.91005
set title 'N = 1000' offset 0,-0.3
unset logscale x
set xrange [0:2]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2:2.4]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-n-1000.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-n-1000.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-n-1000.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- N = 10000
unset label
unset colorbox
set lmargin at screen 0.78019; set rmargin at screen 0.982
set bmargin at screen 0.55769; set tmargin at screen 0.91005
set title 'N = 10000' offset 0,-0.3
unset logscale x
set xrange [0:2]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2:2.4]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-n-10000.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-n-10000.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-n-10000.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- panel 5
unset label
unset colorbox
set lmargin at screen 0.08476; set rmargin at screen 0.28657
set bmargin at screen 0.14183; set tmargin at screen 0.49419
unset title
unset logscale x
set xrange [0:2]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x '%g'
unset mxtics
set logscale y
set yrange [0.05:1]
set ylabel 'σ'
set ytics 0.1,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-panel-5.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-panel-5.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-panel-5.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- panel 6
unset label
unset colorbox
set lmargin at screen 0.31657; set rmargin at screen 0.51838
set bmargin at screen 0.14183; set tmargin at screen 0.49419
unset title
unset logscale x
set xrange [0:2]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x '%g'
unset mxtics
set logscale y
set yrange [0.05:1]
unset ylabel
set ytics 0.1,10; set format y ''
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-panel-6.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-panel-6.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-panel-6.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- panel 7
unset label
unset colorbox
set lmargin at screen 0.54838; set rmargin at screen 0.75019
set bmargin at screen 0.14183; set tmargin at screen 0.49419
unset title
unset logscale x
set xrange [0:2]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x '%g'
unset mxtics
set logscale y
set yrange [0.05:1]
unset ylabel
set ytics 0.1,10; set format y ''
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-panel-7.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-panel-7.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-panel-7.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

# ---- panel 8
unset label
unset colorbox
set lmargin at screen 0.78019; set rmargin at screen 0.982
set bmargin at screen 0.14183; set tmargin at screen 0.49419
unset title
unset logscale x
set xrange [0:2]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 1, 2); set format x '%g'
unset mxtics
set logscale y
set yrange [0.05:1]
unset ylabel
set ytics 0.1,10; set format y ''
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'sampled-flow-panel-8.csv' using "time":"median_low":"median_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'sampled-flow-panel-8.csv' using "time":"median" with lines linecolor rgb natural linewidth 1.8 title 'median', \
     'sampled-flow-panel-8.csv' using "time":"flow" with lines linecolor rgb black linewidth 1.2 dashtype (10,6)

unset multiplot
unset output
