# gnuplot three-bias.gp                      draws three-bias.svg
# gnuplot -e "format='pdf'" three-bias.gp    draws three-bias.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-bias.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,394 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_bias'
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
grey = '#7f7f7f'

set lmargin at screen 0.14127; set rmargin at screen 0.96953
set bmargin at screen 0.13708; set tmargin at screen 0.96954
unset title
set logscale x
set xrange [0.758578:1318.26]
set xlabel 'samples K' offset 0,0.5
set xtics offset 0,0.3 1,10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [0.000422632:1.44767]
set ylabel 'relative bias'
set ytics 0.001,10; set format y '10^{%L}'
set mytics 10
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
$mark_1_5 << END
0.758578,0.806549
1318.26,0.000464121
END
plot 'three-bias.csv' using "samples_k":"wake_step_of_p" with lines linecolor rgb green linewidth 2 title 'wake step of p', \
     'three-bias.csv' using "samples_k":"p" with points linecolor rgb green pointtype 7 pointsize 0.75, \
     'three-bias.csv' using "samples_k":"wake_step_of_q" with lines linecolor rgb purple linewidth 2 title 'wake step of q', \
     'three-bias.csv' using "samples_k":"q" with points linecolor rgb purple pointtype 7 pointsize 0.75, \
     $mark_1_5 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6) title 'slope −1'

unset output
