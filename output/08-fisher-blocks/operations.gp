# gnuplot operations.gp                      draws operations.svg
# gnuplot -e "format='pdf'" operations.gp    draws operations.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'operations.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,317 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_operations'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.302in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,634 enhanced font 'sans-serif,10' \
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
set multiplot

# ---- p, pixels: 784 units, d = 301
set lmargin at screen 0.094178; set rmargin at screen 0.47968
set bmargin at screen 0.17038; set tmargin at screen 0.89274
set title 'p, pixels: 784 units, d = 301' offset 0,-0.3
set logscale x
set xrange [10:10000]
set xlabel 'samples n' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [1e+06:1e+16]
set ylabel 'operations'
set ytics 100; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
$mark_1_5 << END
558,1e+06
558,1e+16
END
plot 'operations-p-pixels-784-units-d-301.csv' using "samples_n":"direct" with lines linecolor rgb green linewidth 2 title 'direct', \
     'operations-p-pixels-784-units-d-301.csv' using "samples_n":"woodbury" with lines linecolor rgb purple linewidth 2 title 'Woodbury', \
     'operations-p-pixels-784-units-d-301.csv' using "samples_n":"printed_direct" with lines linecolor rgb green linewidth 1.5 dashtype (2,4) title 'l³ a unit', \
     'operations-p-pixels-784-units-d-301.csv' using "samples_n":"printed_woodbury" with lines linecolor rgb purple linewidth 1.5 dashtype (2,4) title 'l n² a unit', \
     $mark_1_5 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6)

# ---- q, first layer: 300 units, d = 785
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97968
set bmargin at screen 0.17038; set tmargin at screen 0.89274
set title 'q, first layer: 300 units, d = 785' offset 0,-0.3
set logscale x
set xrange [10:10000]
set xlabel 'samples n' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
set logscale y
set yrange [1e+06:1e+16]
set ylabel 'operations'
set ytics 100; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
$mark_2_5 << END
1465,1e+06
1465,1e+16
END
plot 'operations-q-first-layer-300-units-d-785.csv' using "samples_n":"direct" with lines linecolor rgb green linewidth 2 title 'direct', \
     'operations-q-first-layer-300-units-d-785.csv' using "samples_n":"woodbury" with lines linecolor rgb purple linewidth 2 title 'Woodbury', \
     'operations-q-first-layer-300-units-d-785.csv' using "samples_n":"printed_direct" with lines linecolor rgb green linewidth 1.5 dashtype (2,4) title 'l³ a unit', \
     'operations-q-first-layer-300-units-d-785.csv' using "samples_n":"printed_woodbury" with lines linecolor rgb purple linewidth 1.5 dashtype (2,4) title 'l n² a unit', \
     $mark_2_5 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6)

unset multiplot
unset output
