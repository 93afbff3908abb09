# gnuplot keeping.gp                      draws keeping.svg
# gnuplot -e "format='pdf'" keeping.gp    draws keeping.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'keeping.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,328 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_keeping'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.417in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,656 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
green = '#009e73'
purple = '#cc79a7'
amber = '#e69f00'
set multiplot

# ---- p, from the top down
set lmargin at screen 0.075978; set rmargin at screen 0.48
set bmargin at screen 0.16467; set tmargin at screen 0.89634
set title 'p, from the top down' offset 0,-0.3
unset logscale x
set xrange [0:60]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:70]
set ylabel 'angle to a fresh direction, degrees'
set ytics 20; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'keeping-p-from-the-top-down.csv' using "step":"x" with lines linecolor rgb natural linewidth 1.8 title 'x', \
     'keeping-p-from-the-top-down.csv' using "step":"x_floor" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6), \
     'keeping-p-from-the-top-down.csv' using "step":"h" with lines linecolor rgb green linewidth 1.8 title 'h⁽¹⁾', \
     'keeping-p-from-the-top-down.csv' using "step":"h_floor" with lines linecolor rgb green linewidth 1.5 dashtype (10,6), \
     'keeping-p-from-the-top-down.csv' using "step":"h_2" with lines linecolor rgb purple linewidth 1.8 title 'h⁽²⁾', \
     'keeping-p-from-the-top-down.csv' using "step":"h_2_floor" with lines linecolor rgb purple linewidth 1.5 dashtype (10,6), \
     'keeping-p-from-the-top-down.csv' using "step":"prior" with lines linecolor rgb amber linewidth 1.8 title 'prior', \
     'keeping-p-from-the-top-down.csv' using "step":"prior_floor" with lines linecolor rgb amber linewidth 1.5 dashtype (10,6)

# ---- q, from the image up
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.98
set bmargin at screen 0.16467; set tmargin at screen 0.89634
set title 'q, from the image up' offset 0,-0.3
unset logscale x
set xrange [0:60]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:70]
set ylabel 'angle to a fresh direction, degrees'
set ytics 20; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'keeping-q-from-the-image-up.csv' using "step":"h" with lines linecolor rgb green linewidth 1.8 title 'h⁽¹⁾', \
     'keeping-q-from-the-image-up.csv' using "step":"h_floor" with lines linecolor rgb green linewidth 1.5 dashtype (10,6), \
     'keeping-q-from-the-image-up.csv' using "step":"h_2" with lines linecolor rgb purple linewidth 1.8 title 'h⁽²⁾', \
     'keeping-q-from-the-image-up.csv' using "step":"h_2_floor" with lines linecolor rgb purple linewidth 1.5 dashtype (10,6), \
     'keeping-q-from-the-image-up.csv' using "step":"h_3" with lines linecolor rgb amber linewidth 1.8 title 'h⁽³⁾', \
     'keeping-q-from-the-image-up.csv' using "step":"h_3_floor" with lines linecolor rgb amber linewidth 1.5 dashtype (10,6)

unset multiplot
unset output
