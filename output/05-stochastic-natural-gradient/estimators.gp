# gnuplot estimators.gp                      draws estimators.svg
# gnuplot -e "format='pdf'" estimators.gp    draws estimators.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'estimators.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,318 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_estimators'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.312in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,636 enhanced font 'sans-serif,10' \
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

# ---- vanilla
set lmargin at screen 0.090856; set rmargin at screen 0.47802
set bmargin at screen 0.16988; set tmargin at screen 0.89308
set title 'vanilla' offset 0,-0.3
set logscale x
set xrange [12.8171:5113.16]
set xlabel 'points N' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.0205886:0.815036]
set ylabel 'error'
set ytics (0.05, 0.1, 0.2, 0.5); set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_1_1 << END
12.8171,0.184667
5113.16,0.00924568
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'estimators-vanilla.csv' using "points_n":"no_baseline_line" with lines linecolor rgb vanilla linewidth 1, \
     'estimators-vanilla.csv' using "points_n":"no_baseline" with points linecolor rgb vanilla pointtype 6 pointsize 1 title 'no baseline', \
     'estimators-vanilla.csv' using "points_n":"mean_line" with lines linecolor rgb vanilla linewidth 1, \
     'estimators-vanilla.csv' using "points_n":"mean" with points linecolor rgb vanilla pointtype 5 pointsize 1 title 'mean', \
     'estimators-vanilla.csv' using "points_n":"optimal_line" with lines linecolor rgb vanilla linewidth 1, \
     'estimators-vanilla.csv' using "points_n":"optimal" with points linecolor rgb vanilla pointtype 9 pointsize 1 title 'optimal'

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.59252; set rmargin at screen 0.97968
set bmargin at screen 0.16988; set tmargin at screen 0.89308
set title 'natural' offset 0,-0.3
set logscale x
set xrange [12.8171:5113.16]
set xlabel 'points N' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.0236743:2.06852]
set ylabel 'error (Fisher norm)'
set ytics 0.1,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_2_1 << END
12.8171,0.139602
5113.16,0.00698945
END
plot $mark_2_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'estimators-natural.csv' using "points_n":"exact_fisher_matrix_line" with lines linecolor rgb natural linewidth 1, \
     'estimators-natural.csv' using "points_n":"exact_fisher_matrix" with points linecolor rgb natural pointtype 6 pointsize 1 title 'exact Fisher matrix', \
     'estimators-natural.csv' using "points_n":"regression_line" with lines linecolor rgb natural linewidth 1, \
     'estimators-natural.csv' using "points_n":"regression" with points linecolor rgb natural pointtype 5 pointsize 1 title 'regression'

unset multiplot
unset output
