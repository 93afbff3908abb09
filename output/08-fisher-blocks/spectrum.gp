# gnuplot spectrum.gp                      draws spectrum.svg
# gnuplot -e "format='pdf'" spectrum.gp    draws spectrum.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'spectrum.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,394 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_spectrum'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.104in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,788 enhanced font 'sans-serif,10' \
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
amber = '#e69f00'
black = '#000000'

set lmargin at screen 0.14127; set rmargin at screen 0.96953
set bmargin at screen 0.13708; set tmargin at screen 0.96954
unset title
set logscale x
set xrange [1:607]
set xlabel 'place, from the greatest' offset 0,0.5
set xtics offset 0,0.3 10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [1.19e-05:208.996]
set ylabel 'eigenvalue λ'
set ytics 0.0001,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
set label 'α' at 532.907, 0.158048 center front
$mark_1_4 << END
1,0.1
607,0.1
END
plot 'spectrum-curves.csv' using "place_from_the_greatest":"pixel_4000_dreams" with lines linecolor rgb green linewidth 1.8 title 'pixel, 4000 dreams', \
     'spectrum-curves-2.csv' using "place_from_the_greatest":"hidden_unit_3000_images" with lines linecolor rgb purple linewidth 1.8 title 'hidden unit, 3000 images', \
     'spectrum-curves-3.csv' using "place_from_the_greatest":"hidden_unit_100_images" with lines linecolor rgb amber linewidth 1.8 title 'hidden unit, 100 images', \
     $mark_1_4 using 1:2 with lines linecolor rgb black linewidth 1 dashtype (10,6)

unset output
