# gnuplot one-flow.gp                      draws one-flow.svg
# gnuplot -e "format='pdf'" one-flow.gp    draws one-flow.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'one-flow.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,471 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_one_flow'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.906in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,942 enhanced font 'sans-serif,10' \
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
vanilla = '#d55e00'
set multiplot

# ---- natural, from four charts
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.61447; set tmargin at screen 0.92781
set title 'natural, from four charts' offset 0,-0.3
unset logscale x
set xrange [-1.6:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.4]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'one-flow-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'one-flow-natural-from-four-charts-curves.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 3, \
     'one-flow-natural-from-four-charts-curves-2.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1, \
     'one-flow-natural-from-four-charts-curves-3.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1, \
     'one-flow-natural-from-four-charts-curves-4.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1, \
     'one-flow-points.csv' using "mu":"sigma" with points linecolor rgb black pointtype 7 pointsize 0.625

# ---- vanilla in μ,σ
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.61447; set tmargin at screen 0.92781
set title 'vanilla in μ,σ' offset 0,-0.3
unset logscale x
set xrange [-1.6:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.4]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'one-flow-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'one-flow-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.8, \
     'one-flow-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'one-flow-points.csv' using "mu":"sigma" with points linecolor rgb black pointtype 7 pointsize 0.625

# ---- vanilla in θ
unset label
unset colorbox
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.11429; set tmargin at screen 0.42763
set title 'vanilla in θ' offset 0,-0.3
unset logscale x
set xrange [-1.6:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.4]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'one-flow-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'one-flow-vanilla-in-theta-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.8, \
     'one-flow-vanilla-in-theta-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'one-flow-points.csv' using "mu":"sigma" with points linecolor rgb black pointtype 7 pointsize 0.625

# ---- vanilla in η
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.11429; set tmargin at screen 0.42763
set title 'vanilla in η' offset 0,-0.3
unset logscale x
set xrange [-1.6:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.4]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'one-flow-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'one-flow-vanilla-in-eta-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.8, \
     'one-flow-vanilla-in-eta-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'one-flow-points.csv' using "mu":"sigma" with points linecolor rgb black pointtype 7 pointsize 0.625

unset multiplot
unset output
