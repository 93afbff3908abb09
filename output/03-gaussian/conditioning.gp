# gnuplot conditioning.gp                      draws conditioning.svg
# gnuplot -e "format='pdf'" conditioning.gp    draws conditioning.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'conditioning.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 980,338 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_conditioning'
if (format eq 'pdf') set terminal pdfcairo size 10.21in,3.521in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1960,676 enhanced font 'sans-serif,10' \
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
natural = '#0072b2'
purple = '#cc79a7'
amber = '#e69f00'
set multiplot

# ---- I(θ) I(η) − 1
set lmargin at screen 0.094847; set rmargin at screen 0.48134
set bmargin at screen 0.15981; set tmargin at screen 0.89941
set title 'I(θ) I(η) − 1' offset 0,-0.3
set logscale x
set xrange [1:1e+09]
set xlabel 'condition number of Σ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '10^{%L}'
unset mxtics
set logscale y
set yrange [1e-17:100]
set ylabel 'residual'
set ytics 10000; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'tolerance' at 4.64758e+06, 2.06994e-07 center front textcolor rgb grey
set label 'two matrices' at 3000, 1e-05 right front offset screen -0.00612, screen 0
set label 'factors' at 1e+06, 2e-12 left front offset screen 0.00612, screen 0 textcolor rgb natural
set label 'not rotated' at 100000, 3e-15 left front offset screen 0.00612, screen 0 textcolor rgb green
$mark_1_1 << END
1,1e-06
1e+09,1e-06
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (2,4), \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"bound" with lines linecolor rgb grey linewidth 1.2 dashtype (10,6), \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"d_2" with points linecolor rgb black pointtype 7 pointsize 0.5, \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"d_3" with points linecolor rgb black pointtype 7 pointsize 0.5, \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"d_4" with points linecolor rgb black pointtype 7 pointsize 0.5, \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"d_5" with points linecolor rgb black pointtype 7 pointsize 0.5, \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"d_6" with points linecolor rgb black pointtype 7 pointsize 0.5, \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"aligned" with points linecolor rgb green pointtype 13 pointsize 0.75, \
     'conditioning-i-theta-i-eta-1.csv' using "condition_number_of_sigma":"factors" with lines linecolor rgb natural linewidth 2

# ---- natural gradient
unset label
unset colorbox
set lmargin at screen 0.59485; set rmargin at screen 0.98134
set bmargin at screen 0.15981; set tmargin at screen 0.89941
set title 'natural gradient' offset 0,-0.3
set logscale x
set xrange [1:1e+09]
set xlabel 'condition number of Σ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '10^{%L}'
unset mxtics
set logscale y
set yrange [1e-17:100]
set ylabel 'greatest error'
set ytics 10000; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
plot 'conditioning-natural-gradient.csv' using "condition_number_of_sigma":"solving_with_i_theta" with points linecolor rgb black pointtype 7 pointsize 0.75 title 'solving with I(θ)', \
     'conditioning-natural-gradient.csv' using "condition_number_of_sigma":"times_i_eta" with points linecolor rgb purple pointtype 4 pointsize 0.75 title 'times I(η)', \
     'conditioning-natural-gradient.csv' using "condition_number_of_sigma":"times_n_n" with points linecolor rgb amber pointtype 13 pointsize 0.75 title 'times NᵀN', \
     'conditioning-natural-gradient.csv' using "condition_number_of_sigma":"closed_form" with points linecolor rgb natural pointtype 7 pointsize 0.75 title 'closed form'

unset multiplot
unset output
