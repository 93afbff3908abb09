# gnuplot gf-plane.gp                      draws gf-plane.svg
# gnuplot -e "format='pdf'" gf-plane.gp    draws gf-plane.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-plane.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 1000,373 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_plane'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,3.885in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 2000,746 enhanced font 'sans-serif,10' \
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
set lmargin at screen 0.06838; set rmargin at screen 0.35292
set bmargin at screen 0.14601; set tmargin at screen 0.90885
set title 'vanilla in (μ, Σ)' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.5:3.5]
set ylabel 'μ₂'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_6 << END
0,0.5
END
plot 'gf-plane-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-plane-vanilla-in-mu-sigma-curves.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1 dashtype (10,6), \
     'gf-plane-vanilla-in-mu-sigma-curves-2.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1.6, \
     'gf-plane-vanilla-in-mu-sigma-curves-2.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb vanilla, \
     'gf-plane-points.csv' using "mu1":"mu2" with points linecolor rgb vanilla pointtype 7 pointsize 0.5, \
     $mark_1_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural, Σ held
unset label
unset colorbox
set lmargin at screen 0.38292; set rmargin at screen 0.66746
set bmargin at screen 0.14601; set tmargin at screen 0.90885
set title 'natural, Σ held' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.5:3.5]
unset ylabel
set ytics 1; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_5 << END
0,0.5
END
plot 'gf-plane-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-plane-natural-sigma-held-curves.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1.2 dashtype (10,6), \
     'gf-plane-natural-sigma-held-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb natural, \
     'gf-plane-points.csv' using "mu1":"mu2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     $mark_2_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.69746; set rmargin at screen 0.982
set bmargin at screen 0.14601; set tmargin at screen 0.90885
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.5:3.5]
unset ylabel
set ytics 1; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_3_5 << END
0,0.5
END
plot 'gf-plane-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-plane-natural-curves.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1.6, \
     'gf-plane-natural-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb natural, \
     'gf-plane-points.csv' using "mu1":"mu2" with points linecolor rgb natural pointtype 7 pointsize 0.5, \
     $mark_3_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
