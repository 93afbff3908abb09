# gnuplot geodesics.gp                      draws geodesics.svg
# gnuplot -e "format='pdf'" geodesics.gp    draws geodesics.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'geodesics.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,357 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_geodesics'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.719in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,714 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
black = '#000000'
green = '#009e73'
purple = '#cc79a7'
natural = '#0072b2'
set multiplot

# ---- three kinds of straight lines
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.27728; set tmargin at screen 0.77926
set title 'three kinds of straight lines' offset 0,-0.3
unset logscale x
set xrange [-1.8:2.2]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:2]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'Fisher' at 0.1, 0.92 center front
set label 'e' at -0.35, 0.45 center front textcolor rgb green
set label 'm' at 0.3, 1.43 center front textcolor rgb purple
plot 'geodesics-three-kinds-of-straight-lines-arc.csv' using "mu":"sigma" with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'geodesics-three-kinds-of-straight-lines-curves.csv' using "mu":"fisher" with lines linecolor rgb black linewidth 2.2, \
     'geodesics-three-kinds-of-straight-lines-curves-2.csv' using "mu":"e" with lines linecolor rgb green linewidth 2.2, \
     'geodesics-three-kinds-of-straight-lines-curves-3.csv' using "mu":"m" with lines linecolor rgb purple linewidth 2.2, \
     'geodesics-three-kinds-of-straight-lines-points.csv' using "mu":"sigma" with points linecolor rgb black pointtype 7 pointsize 0.875

# ---- geodesics from N(0, 1)
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.15178; set tmargin at screen 0.90476
set title 'geodesics from N(0, 1)' offset 0,-0.3
unset logscale x
set xrange [-2:2]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:3]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_2_3 << END
0,1
END
plot 'geodesics-geodesics-from-n-0-1-curves.csv' using "mu":"sigma" with lines linecolor rgb '#a5a5a5' linewidth 1, \
     'geodesics-geodesics-from-n-0-1-curves-2.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.6, \
     $mark_2_3 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

unset multiplot
unset output
