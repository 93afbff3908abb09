# gnuplot gf-ellipses.gp                      draws gf-ellipses.svg
# gnuplot -e "format='pdf'" gf-ellipses.gp    draws gf-ellipses.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-ellipses.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,453 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_ellipses'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.719in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,906 enhanced font 'sans-serif,10' \
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

# ---- vanilla in (μ, Σ)
set lmargin at screen 0.081756; set rmargin at screen 0.51421
set bmargin at screen 0.11946; set tmargin at screen 0.92494
set title 'vanilla in (μ, Σ)' offset 0,-0.3
unset logscale x
set xrange [-2.6:0.6]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:3]
set ylabel 'μ₂'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_5 << END
0,0.5
END
plot 'gf-ellipses-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-ellipses-vanilla-in-mu-sigma-curves.csv' using "mu1":"mean" with lines linecolor rgb vanilla linewidth 1, \
     'gf-ellipses-vanilla-in-mu-sigma-curves-2.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1.4, \
     'gf-ellipses-vanilla-in-mu-sigma-points.csv' using "mu1":"mu2" with points linecolor rgb vanilla pointtype 7 pointsize 0.5, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.54754; set rmargin at screen 0.98
set bmargin at screen 0.11946; set tmargin at screen 0.92494
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-2.6:0.6]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:3]
unset ylabel
set ytics 0.5; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_5 << END
0,0.5
END
plot 'gf-ellipses-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-ellipses-natural-curves.csv' using "mu1":"mean" with lines linecolor rgb natural linewidth 1, \
     'gf-ellipses-natural-curves-2.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1.4, \
     'gf-ellipses-natural-points.csv' using "mu1":"mu2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     $mark_2_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
