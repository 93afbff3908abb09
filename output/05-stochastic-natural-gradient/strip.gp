# gnuplot strip.gp                      draws strip.svg
# gnuplot -e "format='pdf'" strip.gp    draws strip.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'strip.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,500 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_strip'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,5.208in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1000 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
natural = '#0072b2'
black = '#000000'
set multiplot

# ---- step 1
set lmargin at screen 0.066878; set rmargin at screen 0.34903
set bmargin at screen 0.56633; set tmargin at screen 0.932
set title 'step 1' offset 0,-0.3
unset logscale x
set xrange [-5:5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 5; set format x ''
unset mxtics
unset logscale y
set yrange [-3.6:3.6]
set ylabel 'x₂'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'strip-contours.csv' using "x1":"x2" with lines linecolor rgb '#b9b9b9' linewidth 0.8, \
     'strip-step-1-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'strip-step-1-points-2.csv' using "x1":"x2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     'strip-step-1-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'strip-step-1-curves-2.csv' using "x1":"after" with lines linecolor rgb natural linewidth 2

# ---- step 2
unset label
unset colorbox
set lmargin at screen 0.38236; set rmargin at screen 0.66451
set bmargin at screen 0.56633; set tmargin at screen 0.932
set title 'step 2' offset 0,-0.3
unset logscale x
set xrange [-5:5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 5; set format x ''
unset mxtics
unset logscale y
set yrange [-3.6:3.6]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'strip-contours.csv' using "x1":"x2" with lines linecolor rgb '#b9b9b9' linewidth 0.8, \
     'strip-step-2-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'strip-step-2-points-2.csv' using "x1":"x2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     'strip-step-2-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'strip-step-2-curves-2.csv' using "x1":"after" with lines linecolor rgb natural linewidth 2

# ---- step 3
unset label
unset colorbox
set lmargin at screen 0.69785; set rmargin at screen 0.98
set bmargin at screen 0.56633; set tmargin at screen 0.932
set title 'step 3' offset 0,-0.3
unset logscale x
set xrange [-5:5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 5; set format x ''
unset mxtics
unset logscale y
set yrange [-3.6:3.6]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'strip-contours.csv' using "x1":"x2" with lines linecolor rgb '#b9b9b9' linewidth 0.8, \
     'strip-step-3-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'strip-step-3-points-2.csv' using "x1":"x2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     'strip-step-3-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'strip-step-3-curves-2.csv' using "x1":"after" with lines linecolor rgb natural linewidth 2

# ---- step 4
unset label
unset colorbox
set lmargin at screen 0.066878; set rmargin at screen 0.34903
set bmargin at screen 0.10866; set tmargin at screen 0.47433
set title 'step 4' offset 0,-0.3
unset logscale x
set xrange [-5:5]
set xlabel 'x₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-3.6:3.6]
set ylabel 'x₂'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'strip-contours.csv' using "x1":"x2" with lines linecolor rgb '#b9b9b9' linewidth 0.8, \
     'strip-step-4-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'strip-step-4-points-2.csv' using "x1":"x2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     'strip-step-4-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'strip-step-4-curves-2.csv' using "x1":"after" with lines linecolor rgb natural linewidth 2

# ---- step 5
unset label
unset colorbox
set lmargin at screen 0.38236; set rmargin at screen 0.66451
set bmargin at screen 0.10866; set tmargin at screen 0.47433
set title 'step 5' offset 0,-0.3
unset logscale x
set xrange [-5:5]
set xlabel 'x₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-3.6:3.6]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'strip-contours.csv' using "x1":"x2" with lines linecolor rgb '#b9b9b9' linewidth 0.8, \
     'strip-step-5-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'strip-step-5-points-2.csv' using "x1":"x2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     'strip-step-5-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'strip-step-5-curves-2.csv' using "x1":"after" with lines linecolor rgb natural linewidth 2

# ---- step 6
unset label
unset colorbox
set lmargin at screen 0.69785; set rmargin at screen 0.98
set bmargin at screen 0.10866; set tmargin at screen 0.47433
set title 'step 6' offset 0,-0.3
unset logscale x
set xrange [-5:5]
set xlabel 'x₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-3.6:3.6]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'strip-contours.csv' using "x1":"x2" with lines linecolor rgb '#b9b9b9' linewidth 0.8, \
     'strip-step-6-points.csv' using "x1":"x2" with points linecolor rgb grey pointtype 6 pointsize 0.5, \
     'strip-step-6-points-2.csv' using "x1":"x2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     'strip-step-6-curves.csv' using "x1":"before" with lines linecolor rgb black linewidth 1.2 dashtype (10,6), \
     'strip-step-6-curves-2.csv' using "x1":"after" with lines linecolor rgb natural linewidth 2

unset multiplot
unset output
