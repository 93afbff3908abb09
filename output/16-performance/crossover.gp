# gnuplot crossover.gp                      draws crossover.svg
# gnuplot -e "format='pdf'" crossover.gp    draws crossover.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'crossover.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,399 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_crossover'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.156in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,798 enhanced font 'sans-serif,10' \
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
grey = '#7f7f7f'

set lmargin at screen 0.12762; set rmargin at screen 0.96952
set bmargin at screen 0.13435; set tmargin at screen 0.96992
unset title
set logscale x
set xrange [50:600]
set xlabel 'samples n' offset 0,0.5
set xtics offset 0,0.3 (50, 100, 200, 500); set format x '%g'
unset mxtics
set logscale y
set yrange [1.67199:365.882]
set ylabel 'milliseconds'
set ytics 10,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
$mark_1_3 << END
306.823,1.67199
306.823,365.882
END
plot 'crossover.csv' using "samples_n":"direct" with lines linecolor rgb green linewidth 2 title 'direct', \
     'crossover.csv' using "samples_n":"woodbury" with lines linecolor rgb purple linewidth 2 title 'Woodbury', \
     $mark_1_3 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6)

unset output
