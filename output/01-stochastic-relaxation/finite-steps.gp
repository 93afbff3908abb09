# gnuplot finite-steps.gp                      draws finite-steps.svg
# gnuplot -e "format='pdf'" finite-steps.gp    draws finite-steps.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'finite-steps.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,391 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_finite_steps'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.073in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,782 enhanced font 'sans-serif,10' \
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

set lmargin at screen 0.14127; set rmargin at screen 0.9627
set bmargin at screen 0.13737; set tmargin at screen 0.96931
unset title
set logscale x
set xrange [0.002:0.4]
set xlabel 'step size λ' offset 0,0.5
set xtics offset 0,0.3 0.01,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.000450231:0.0895504]
set ylabel 'distance in the square of μ'
set ytics 0.001,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'θ and η' at 0.218, 0.0704019 left front offset screen 0.01, screen 0 textcolor rgb natural
set label 'θ and φ' at 0.218, 0.0302435 left front offset screen 0.01, screen 0 textcolor rgb natural
$mark_1_1 << END
0.002,0.000114538
0.4,0.0229076
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'finite-steps.csv' using "step_size_lambda":"theta_and_eta" with lines linecolor rgb natural linewidth 1.5, \
     'finite-steps.csv' using "step_size_lambda":"theta_and_eta" with points linecolor rgb natural pointtype 7 pointsize 0.875, \
     'finite-steps.csv' using "step_size_lambda":"theta_and_phi" with lines linecolor rgb natural linewidth 1.5, \
     'finite-steps.csv' using "step_size_lambda":"theta_and_phi" with points linecolor rgb natural pointtype 4 pointsize 0.875

unset output
