# gnuplot two-ends.gp                      draws two-ends.svg
# gnuplot -e "format='pdf'" two-ends.gp    draws two-ends.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'two-ends.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,325 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_two_ends'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.385in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,650 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
grey = '#7f7f7f'
black = '#000000'
vanilla = '#d55e00'
set multiplot

# ---- 3x² − x
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.16752; set tmargin at screen 0.89538
set title '3x² − x' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.05:2]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_4 << END
0.166667,0
END
plot 'two-ends-3x2-x-curves.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.1, \
     'two-ends-3x2-x-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'two-ends-points.csv' using "mu":"sigma" with points linecolor rgb grey pointtype 7 pointsize 0.375, \
     $mark_1_4 using 1:2 with points linecolor rgb black pointtype 7 pointsize 1

# ---- 2x⁴ + x³ − 8x² − 6x
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.16752; set tmargin at screen 0.89538
set title '2x⁴ + x³ − 8x² − 6x' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.05:2]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_6 << END
-1.41421,0
1.41421,0
END
plot 'two-ends-2x-x3-8x2-6x-curves.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.1, \
     'two-ends-2x-x3-8x2-6x-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'two-ends-2x-x3-8x2-6x-curves-2.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'two-ends-2x-x3-8x2-6x-curves-2.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'two-ends-points.csv' using "mu":"sigma" with points linecolor rgb grey pointtype 7 pointsize 0.375, \
     $mark_2_6 using 1:2 with points linecolor rgb black pointtype 7 pointsize 1

unset multiplot
unset output
