# gnuplot angles.gp                      draws angles.svg
# gnuplot -e "format='pdf'" angles.gp    draws angles.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'angles.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,322 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_angles'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.354in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,644 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
vanilla = '#d55e00'
black = '#000000'
grey = '#7f7f7f'
set multiplot

# ---- pixels, in p
set lmargin at screen 0.085078; set rmargin at screen 0.47968
set bmargin at screen 0.16647; set tmargin at screen 0.89441
set title 'pixels, in p' offset 0,-0.3
set logscale x
set xrange [0.0001:100]
set xlabel 'damping α' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '10^{%L}'
unset mxtics
unset logscale y
set yrange [0:120]
set ylabel 'angle, degrees'
set ytics 50; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top left Left reverse noopaque
$mark_1_7 << END
0.1,0
0.1,120
END
plot 'angles-pixels-in-p.csv' using "damping_alpha":"undamped_step_low":"undamped_step_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'angles-pixels-in-p.csv' using "damping_alpha":"undamped_step" with lines linecolor rgb natural linewidth 1.8 title 'undamped step', \
     'angles-pixels-in-p.csv' using "damping_alpha":"gradient_low":"gradient_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'angles-pixels-in-p.csv' using "damping_alpha":"gradient" with lines linecolor rgb vanilla linewidth 1.8 title 'gradient', \
     'angles-pixels-in-p.csv' using "damping_alpha":"other_samples_low":"other_samples_high" with filledcurves fillcolor rgb black fillstyle transparent solid 0.2 noborder, \
     'angles-pixels-in-p.csv' using "damping_alpha":"other_samples" with lines linecolor rgb black linewidth 1.8 title 'other samples', \
     $mark_1_7 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6)

# ---- hidden units, in q
unset label
unset colorbox
set lmargin at screen 0.58508; set rmargin at screen 0.97968
set bmargin at screen 0.16647; set tmargin at screen 0.89441
set title 'hidden units, in q' offset 0,-0.3
set logscale x
set xrange [0.0001:100]
set xlabel 'damping α' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '10^{%L}'
unset mxtics
unset logscale y
set yrange [0:120]
set ylabel 'angle, degrees'
set ytics 50; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_2_7 << END
0.1,0
0.1,120
END
plot 'angles-hidden-units-in-q.csv' using "damping_alpha":"undamped_step_low":"undamped_step_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'angles-hidden-units-in-q.csv' using "damping_alpha":"undamped_step" with lines linecolor rgb natural linewidth 1.8 title 'undamped step', \
     'angles-hidden-units-in-q.csv' using "damping_alpha":"gradient_low":"gradient_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'angles-hidden-units-in-q.csv' using "damping_alpha":"gradient" with lines linecolor rgb vanilla linewidth 1.8 title 'gradient', \
     'angles-hidden-units-in-q.csv' using "damping_alpha":"other_samples_low":"other_samples_high" with filledcurves fillcolor rgb black fillstyle transparent solid 0.2 noborder, \
     'angles-hidden-units-in-q.csv' using "damping_alpha":"other_samples" with lines linecolor rgb black linewidth 1.8 title 'other samples', \
     $mark_2_7 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6)

unset multiplot
unset output
