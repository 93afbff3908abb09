# gnuplot block-error.gp                      draws block-error.svg
# gnuplot -e "format='pdf'" block-error.gp    draws block-error.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'block-error.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,396 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_block_error'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.125in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,792 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
green = '#009e73'
purple = '#cc79a7'
black = '#000000'

set lmargin at screen 0.13628; set rmargin at screen 0.96953
set bmargin at screen 0.13646; set tmargin at screen 0.9697
unset title
set logscale x
set xrange [10:3000]
set xlabel 'samples n' offset 0,0.5
set xtics offset 0,0.3 10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.0125706:0.795776]
set ylabel 'relative error'
set ytics (0.02, 0.05, 0.1, 0.2, 0.5); set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_1_5 << END
10,0.196697
3000,0.0113563
END
plot 'block-error.csv' using "samples_n":"p_from_dreams_low":"p_from_dreams_high" with filledcurves fillcolor rgb green fillstyle transparent solid 0.2 noborder, \
     'block-error.csv' using "samples_n":"p_from_dreams" with lines linecolor rgb green linewidth 1.8 title 'p, from dreams', \
     'block-error.csv' using "samples_n":"q_from_data_low":"q_from_data_high" with filledcurves fillcolor rgb purple fillstyle transparent solid 0.2 noborder, \
     'block-error.csv' using "samples_n":"q_from_data" with lines linecolor rgb purple linewidth 1.8 title 'q, from data', \
     $mark_1_5 using 1:2 with lines linecolor rgb black linewidth 1 dashtype (2,4) title 'slope −1/2'

unset output
