# gnuplot gf-invariance.gp                      draws gf-invariance.svg
# gnuplot -e "format='pdf'" gf-invariance.gp    draws gf-invariance.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-invariance.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,386 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_invariance'
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
set yrange [6.204e-11:3.98719]
set ylabel 'distance in the plane of (μ, σ)'
set ytics 1e-10,100; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'slope 1' at 0.000617955, 5.15606e-05 center front rotate by 25 textcolor rgb grey
set label 'vanilla: ● (μ, σ²), □ θ, ▲ η' at 8e-11, 1.28645 left front offset screen 0.01, screen 0 textcolor rgb vanilla
set label 'natural' at 1e-09, 5.26311e-08 left front offset screen 0.01, screen 0 textcolor rgb natural
$mark_1_1 << END
5e-11,1.92786e-12
0.002,7.71144e-05
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'gf-invariance.csv' using "tolerance":"vanilla_mu_sigma2" with lines linecolor rgb vanilla linewidth 1.5, \
     'gf-invariance.csv' using "tolerance":"vanilla_mu_sigma2" with points linecolor rgb vanilla pointtype 7 pointsize 0.875, \
     'gf-invariance.csv' using "tolerance":"natural_mu_sigma2" with lines linecolor rgb natural linewidth 1.5, \
     'gf-invariance.csv' using "tolerance":"natural_mu_sigma2" with points linecolor rgb natural pointtype 7 pointsize 0.875, \
     'gf-invariance.csv' using "tolerance":"vanilla_theta" with lines linecolor rgb vanilla linewidth 1.5, \
     'gf-invariance.csv' using "tolerance":"vanilla_theta" with points linecolor rgb vanilla pointtype 4 pointsize 0.875, \
     'gf-invariance.csv' using "tolerance":"natural_theta" with lines linecolor rgb natural linewidth 1.5, \
     'gf-invariance.csv' using "tolerance":"natural_theta" with points linecolor rgb natural pointtype 4 pointsize 0.875, \
     'gf-invariance.csv' using "tolerance":"vanilla_eta" with lines linecolor rgb vanilla linewidth 1.5, \
     'gf-invariance.csv' using "tolerance":"vanilla_eta" with points linecolor rgb vanilla pointtype 9 pointsize 0.875, \
     'gf-invariance.csv' using "tolerance":"natural_eta" with lines linecolor rgb natural linewidth 1.5, \
     'gf-invariance.csv' using "tolerance":"natural_eta" with points linecolor rgb natural pointtype 9 pointsize 0.875

unset output
