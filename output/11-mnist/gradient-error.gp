# gnuplot gradient-error.gp                      draws gradient-error.svg
# gnuplot -e "format='pdf'" gradient-error.gp    draws gradient-error.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gradient-error.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,304 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gradient_error'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,3.167in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,608 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
amber = '#e69f00'
green = '#009e73'
grey = '#7f7f7f'

set lmargin at screen 0.14127; set rmargin at screen 0.74167
set bmargin at screen 0.17843; set tmargin at screen 0.96053
unset title
set logscale x
set xrange [100:100000]
set xlabel 'samples K' offset 0,0.5
set xtics offset 0,0.3 10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.0170801:2.37467]
set ylabel 'relative error'
set ytics 0.1,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
set label 'importance weights' at 100000, 0.0213749 left front offset screen 0.01, screen 0 textcolor rgb green
set label 'equal weights' at 100000, 1.8758 left front offset screen 0.01, screen 0 textcolor rgb amber
$mark_1_3 << END
100,0.663978
100000,0.0209968
END
plot 'gradient-error.csv' using "samples_k":"equal_weights" with lines linecolor rgb amber linewidth 1.5, \
     'gradient-error.csv' using "samples_k":"importance_weights" with lines linecolor rgb green linewidth 1.5, \
     $mark_1_3 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6) title 'slope −1/2'

unset output
