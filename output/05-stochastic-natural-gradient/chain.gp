# gnuplot chain.gp                      draws chain.svg
# gnuplot -e "format='pdf'" chain.gp    draws chain.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'chain.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,295 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_chain'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.073in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,590 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
vanilla = '#d55e00'
natural = '#0072b2'
set multiplot

# ---- panel 1
set lmargin at screen 0.085078; set rmargin at screen 0.47058
set bmargin at screen 0.18308; set tmargin at screen 0.95932
unset title
set logscale x
set xrange [54.1917:4837.35]
set xlabel 'points N' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.3:5000]
set ylabel 'error (Fisher norm)'
set ytics 1,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_1_1 << END
54.1917,21.1936
4837.35,2.2432
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'chain-panel-1.csv' using "points_n":"whole_line" with lines linecolor rgb vanilla linewidth 1, \
     'chain-panel-1.csv' using "points_n":"whole" with points linecolor rgb vanilla pointtype 7 pointsize 0.875 title 'whole', \
     'chain-panel-1.csv' using "points_n":"whole_regression" with points linecolor rgb vanilla pointtype 4 pointsize 0.875 title 'whole, regression', \
     'chain-panel-1.csv' using "points_n":"chain_line" with lines linecolor rgb natural linewidth 1, \
     'chain-panel-1.csv' using "points_n":"chain" with points linecolor rgb natural pointtype 7 pointsize 0.875 title 'chain', \
     'chain-panel-1.csv' using "points_n":"chain_regression" with points linecolor rgb natural pointtype 4 pointsize 0.875 title 'chain, regression'

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97968
set bmargin at screen 0.18308; set tmargin at screen 0.95932
unset title
set logscale x
set xrange [26.8508:536.298]
set xlabel 'points a step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (50, 100, 200, 500); set format x '%g'
unset mxtics
set logscale y
set yrange [1161.7:23555.6]
set ylabel 'evaluations to the target'
set ytics (2000, 5000, 10000, 20000); set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom right Left reverse noopaque
plot 'chain-panel-2-curves.csv' using "points_a_step":"whole_low":"whole_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'chain-panel-2-curves.csv' using "points_a_step":"whole_line" with lines linecolor rgb vanilla linewidth 1, \
     'chain-panel-2-curves.csv' using "points_a_step":"whole" with points linecolor rgb vanilla pointtype 7 pointsize 0.875 title 'whole', \
     'chain-panel-2-curves-2.csv' using "points_a_step":"chain_low":"chain_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'chain-panel-2-curves-2.csv' using "points_a_step":"chain_line" with lines linecolor rgb natural linewidth 1, \
     'chain-panel-2-curves-2.csv' using "points_a_step":"chain" with points linecolor rgb natural pointtype 7 pointsize 0.875 title 'chain'

unset multiplot
unset output
