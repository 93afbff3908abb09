# gnuplot gf-descent.gp                      draws gf-descent.svg
# gnuplot -e "format='pdf'" gf-descent.gp    draws gf-descent.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-descent.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,322 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_descent'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.354in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,644 enhanced font 'sans-serif,10' \
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

# ---- in (μ, σ)
set lmargin at screen 0.075978; set rmargin at screen 0.46936
set bmargin at screen 0.16874; set tmargin at screen 0.89441
set title 'in (μ, σ)' offset 0,-0.3
unset logscale x
set xrange [0:0.25]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.05; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:12]
set ylabel 'σ'
set ytics 5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_1_1 << END
0.205761,0
0.205761,12
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (2,4), \
     'gf-descent-in-mu-sigma.csv' using "time":"sigma" with lines linecolor rgb natural linewidth 2

# ---- in θ
unset label
unset colorbox
set lmargin at screen 0.58342; set rmargin at screen 0.97679
set bmargin at screen 0.16874; set tmargin at screen 0.89441
set title 'in θ' offset 0,-0.3
unset logscale x
set xrange [0:0.25]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.05; set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.7:0.1]
set ylabel 'θ₂ = −1/(2σ²)'
set ytics 0.2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_2_1 << END
0.205761,-0.7
0.205761,0.1
END
$mark_2_2 << END
0,0
0.25,0
END
plot $mark_2_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (2,4), \
     $mark_2_2 using 1:2 with lines linecolor rgb black linewidth 1, \
     'gf-descent-in-theta.csv' using "time":"theta2" with lines linecolor rgb natural linewidth 2

unset multiplot
unset output
