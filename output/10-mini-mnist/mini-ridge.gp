# gnuplot mini-ridge.gp                      draws mini-ridge.svg
# gnuplot -e "format='pdf'" mini-ridge.gp    draws mini-ridge.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-ridge.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 560,531 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_ridge'
if (format eq 'pdf') set terminal pdfcairo size 5.833in,5.531in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1120,1062 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
white = '#ffffff'

set lmargin at screen 0.14602; set rmargin at screen 0.83861
set bmargin at screen 0.1009; set tmargin at screen 0.9774
unset title
set xrange [-0.5:4.5]
set xlabel 'damping α' offset 0,0.5
set xtics offset 0,0.3 ('0.01' 0, '0.03' 1, '0.1' 2, '0.3' 3, '1' 4); set format x '%g'
set yrange [5.5:-0.5]
set ylabel 'rate ε'
set ytics ('0.32' 0, '0.16' 1, '0.08' 2, '0.04' 3, '0.02' 4, '0.01' 5); set format y '%g'
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [0:10]
set colorbox user origin screen 0.86361, screen 0.1009 size screen 0.021429, screen 0.8765 noborder
set cblabel 'nats behind the best'; set cbtics scale 0.3 1
plot 'mini-ridge-heat.csv' using "damping_alpha":"rate_epsilon":"value" with image pixels, \
     'mini-ridge-heat.csv' using "damping_alpha":"rate_epsilon":(valid(3) ? sprintf('%.3g', column("value")) : ''):(column("value") > 4.65 && column("value") < 1e+300 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     'mini-ridge-points.csv' using "damping_alpha":"rate_epsilon" with points linecolor rgb white pointtype 6 pointsize 4.5

unset output
