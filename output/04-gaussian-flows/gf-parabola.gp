# gnuplot gf-parabola.gp                      draws gf-parabola.svg
# gnuplot -e "format='pdf'" gf-parabola.gp    draws gf-parabola.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-parabola.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,277 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_parabola'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,2.885in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,554 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
natural = '#0072b2'
set multiplot

# ---- vanilla in (μ, σ)
set lmargin at screen 0.081756; set rmargin at screen 0.51421
set bmargin at screen 0.196; set tmargin at screen 0.87726
set title 'vanilla in (μ, σ)' offset 0,-0.3
unset logscale x
set xrange [-1.5:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.6]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
set label '-12' at -1.33462, 1.32631 center front rotate by 48 font ',10' textcolor rgb '#acacac'
set label '-9' at -1.12918, 1.15774 center front rotate by 48 font ',10' textcolor rgb '#acacac'
set label '-7' at 0.859122, 1.36785 center front rotate by -27 font ',10' textcolor rgb '#acacac'
set label '-5' at 0.368468, 1.28252 center front rotate by -9 font ',10' textcolor rgb '#acacac'
set label '-3.5' at -0.0017467, 1.0716 center front rotate by 9 font ',10' textcolor rgb '#acacac'
set label '-2' at 0.295038, 0.818809 center front rotate by -9 font ',10' textcolor rgb '#acacac'
set label '-1' at 0.0747896, 0.58794 center front rotate by 9 font ',10' textcolor rgb '#acacac'
plot 'gf-parabola-vanilla-in-mu-sigma-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-parabola-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-parabola-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-parabola-points.csv' using "mu":"sigma" with points linecolor rgb vanilla pointtype 7 pointsize 0.375

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.54754; set rmargin at screen 0.98
set bmargin at screen 0.196; set tmargin at screen 0.87726
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-1.5:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.6]
unset ylabel
set ytics 0.5; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'gf-parabola-natural-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-parabola-natural-curves.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.1, \
     'gf-parabola-natural-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'gf-parabola-points.csv' using "mu":"sigma" with points linecolor rgb natural pointtype 7 pointsize 0.375

unset multiplot
unset output
