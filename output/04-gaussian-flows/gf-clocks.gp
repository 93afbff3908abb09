# gnuplot gf-clocks.gp                      draws gf-clocks.svg
# gnuplot -e "format='pdf'" gf-clocks.gp    draws gf-clocks.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-clocks.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,394 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_clocks'
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
vanilla = '#d55e00'
natural = '#0072b2'

set lmargin at screen 0.14127; set rmargin at screen 0.96953
set bmargin at screen 0.13708; set tmargin at screen 0.96954
unset title
set logscale x
set xrange [0.001:1e+06]
set xlabel 'time' offset 0,0.5
set xtics offset 0,0.3 100; set format x '10^{%L}'
unset mxtics
set logscale y
set yrange [0.001:2]
set ylabel 'σ'
set ytics 10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'vanilla in (μ, σ²)' at 0.3, 0.004 right front offset screen -0.01, screen 0 textcolor rgb vanilla
set label 'vanilla in (μ, σ)' at 1.2, 0.002 left front offset screen 0.01, screen 0 textcolor rgb vanilla
set label 'natural' at 3000, 0.013 left front offset screen 0.01, screen 0 textcolor rgb natural
set label 'vanilla in θ' at 3000, 0.32 left front offset screen 0.01, screen 0 textcolor rgb vanilla
plot 'gf-clocks-curves.csv' using "time":"variance" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6), \
     'gf-clocks-curves-2.csv' using "time":"deviation" with lines linecolor rgb vanilla linewidth 1.5, \
     'gf-clocks-curves-3.csv' using "time":"natural" with lines linecolor rgb natural linewidth 2, \
     'gf-clocks-curves-3.csv' using "time":"theta" with lines linecolor rgb vanilla linewidth 2.5

unset output
