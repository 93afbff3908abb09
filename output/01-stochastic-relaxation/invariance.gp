# gnuplot invariance.gp                      draws invariance.svg
# gnuplot -e "format='pdf'" invariance.gp    draws invariance.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'invariance.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,386 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_invariance'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.021in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,772 enhanced font 'sans-serif,10' \
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

set lmargin at screen 0.15492; set rmargin at screen 0.9627
set bmargin at screen 0.1402; set tmargin at screen 0.96891
unset title
set logscale x
set xrange [5e-11:0.002]
set xlabel 'tolerance' offset 0,0.5
set xtics offset 0,0.3 1e-10,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [1e-10:10]
set ylabel 'distance in the square of μ'
set ytics 100; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'vanilla, η and θ' at 1e-08, 1.03078 center front offset screen 0, screen 0.0233 textcolor rgb vanilla
set label 'natural, θ and η (●), θ and φ (□)' at 1.5e-10, 0.000205505 left front offset screen 0.01, screen 0 textcolor rgb natural
set label 'slope 1' at 1e-05, 3.88867e-06 left front offset screen 0.01, screen 0 textcolor rgb grey
$mark_1_1 << END
5e-11,4.86084e-11
0.002,0.00194434
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'invariance.csv' using "tolerance":"vanilla" with lines linecolor rgb vanilla linewidth 2, \
     'invariance.csv' using "tolerance":"natural_theta_and_eta" with lines linecolor rgb natural linewidth 1.5, \
     'invariance.csv' using "tolerance":"natural_theta_and_eta" with points linecolor rgb natural pointtype 7 pointsize 0.875, \
     'invariance.csv' using "tolerance":"natural_theta_and_phi" with lines linecolor rgb natural linewidth 1.5, \
     'invariance.csv' using "tolerance":"natural_theta_and_phi" with points linecolor rgb natural pointtype 4 pointsize 0.875

unset output
