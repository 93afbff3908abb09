# gnuplot phases.gp                      draws phases.svg
# gnuplot -e "format='pdf'" phases.gp    draws phases.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'phases.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,398 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_phases'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.146in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,796 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
green = '#009e73'
purple = '#cc79a7'
black = '#000000'
set multiplot

# ---- wake
set lmargin at screen 0.031111; set rmargin at screen 0.48
set bmargin at screen 0.079592; set tmargin at screen 0.91457
set title 'wake' offset 0,-0.3
unset logscale x
set xrange [-2.9:3.3]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-1:4.1]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label 'an image of the data' at 0.1, -0.7 left front offset screen 0.00667, screen 0 font ',12'
set label 'p learns' at 2.2, 0.75 left front offset screen 0.00667, screen 0 font ',12' textcolor rgb purple
set label 'p learns' at 2.2, 2.25 left front offset screen 0.00667, screen 0 font ',12' textcolor rgb purple
set label 'x' at -2.7, 0 left front offset screen 0.00667, screen 0 font ',14'
set label 'h⁽¹⁾' at -2.7, 1.5 left front offset screen 0.00667, screen 0 font ',14'
set label 'h⁽²⁾' at -2.7, 3 left front offset screen 0.00667, screen 0 font ',14'
plot 'phases-wake-arrows.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.00777778,20,60 filled linewidth 1 linecolor rgb green, \
     'phases-wake-arrows-2.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.00777778,20,60 filled linewidth 3 linecolor rgb purple, \
     'phases-wake-arrows-3.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.00777778,20,60 filled linewidth 1 linecolor rgb green, \
     'phases-curves.csv' using "x":"y" with lines linecolor rgb black linewidth 1.4, \
     'phases-points.csv' using "x":"on" with points linecolor rgb black pointtype 7 pointsize 3

# ---- sleep
unset label
unset colorbox
set lmargin at screen 0.53111; set rmargin at screen 0.98
set bmargin at screen 0.079592; set tmargin at screen 0.91457
set title 'sleep' offset 0,-0.3
unset logscale x
set xrange [-2.9:3.3]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-1:4.1]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label 'the prior' at 0.1, 3.8 left front offset screen 0.00667, screen 0 font ',12'
set label 'q learns' at 2.2, 0.75 left front offset screen 0.00667, screen 0 font ',12' textcolor rgb green
set label 'q learns' at 2.2, 2.25 left front offset screen 0.00667, screen 0 font ',12' textcolor rgb green
set label 'x' at -2.7, 0 left front offset screen 0.00667, screen 0 font ',14'
set label 'h⁽¹⁾' at -2.7, 1.5 left front offset screen 0.00667, screen 0 font ',14'
set label 'h⁽²⁾' at -2.7, 3 left front offset screen 0.00667, screen 0 font ',14'
plot 'phases-sleep-arrows.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.00777778,20,60 filled linewidth 1 linecolor rgb purple, \
     'phases-sleep-arrows-2.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.00777778,20,60 filled linewidth 3 linecolor rgb green, \
     'phases-sleep-arrows-3.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.00777778,20,60 filled linewidth 1 linecolor rgb purple, \
     'phases-curves.csv' using "x":"y" with lines linecolor rgb black linewidth 1.4, \
     'phases-points.csv' using "x":"on" with points linecolor rgb black pointtype 7 pointsize 3

unset multiplot
unset output
