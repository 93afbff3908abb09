# gnuplot natural-eta.gp                      draws natural-eta.svg
# gnuplot -e "format='pdf'" natural-eta.gp    draws natural-eta.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'natural-eta.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,446 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_natural_eta'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.646in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,892 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
black = '#000000'
natural = '#0072b2'
set multiplot

# ---- vanilla in η
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.12013; set tmargin at screen 0.92377
set title 'vanilla in η' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_5 << END
0.166667,0.333333
END
plot 'natural-eta-vanilla-in-eta-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'natural-eta-vanilla-in-eta-curves.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1.1, \
     'natural-eta-vanilla-in-eta-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'natural-eta-points.csv' using "mu1":"mu2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.12013; set tmargin at screen 0.92377
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_5 << END
0.166667,0.333333
END
plot 'natural-eta-natural-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'natural-eta-natural-curves.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1.1, \
     'natural-eta-natural-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'natural-eta-points.csv' using "mu1":"mu2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_2_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
