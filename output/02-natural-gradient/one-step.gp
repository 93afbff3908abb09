# gnuplot one-step.gp                      draws one-step.svg
# gnuplot -e "format='pdf'" one-step.gp    draws one-step.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'one-step.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,322 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_one_step'
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
grey = '#7f7f7f'
amber = '#e69f00'
natural = '#0072b2'
sky = '#56b4e9'
black = '#000000'
set multiplot

# ---- all four
set lmargin at screen 0.081756; set rmargin at screen 0.47513
set bmargin at screen 0.16874; set tmargin at screen 0.89441
set title 'all four' offset 0,-0.3
set logscale x
set xrange [16:420]
set xlabel 'n' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (20, 40, 80, 160, 320); set format x '%g'
unset mxtics
unset logscale y
set yrange [0.5:3.5]
set ylabel 'n I Var'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'mean' at 130, 2.7 left front offset screen 0.00667, screen 0 textcolor rgb amber
$mark_1_1 << END
16,1
420,1
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'one-step-all-four.csv' using "n":"mean":"mean_error" with yerrorbars linecolor rgb amber pointtype 7 pointsize 1.125 title 'mean', \
     'one-step-all-four.csv' using "n":"one_step":"one_step_error" with yerrorbars linecolor rgb natural pointtype 7 pointsize 0.75 title 'one step', \
     'one-step-all-four.csv' using "n":"two_steps":"two_steps_error" with yerrorbars linecolor rgb sky pointtype 4 pointsize 1.125 title 'two steps', \
     'one-step-all-four.csv' using "n":"maximum":"maximum_error" with yerrorbars linecolor rgb black pointtype 8 pointsize 1.125 title 'maximum'

# ---- without the mean
unset label
unset colorbox
set lmargin at screen 0.58631; set rmargin at screen 0.97968
set bmargin at screen 0.16874; set tmargin at screen 0.89441
set title 'without the mean' offset 0,-0.3
set logscale x
set xrange [16:420]
set xlabel 'n' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (20, 40, 80, 160, 320); set format x '%g'
unset mxtics
unset logscale y
set yrange [0.9:1.2]
set ylabel 'n I Var'
set ytics 0.1; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_2_1 << END
16,1
420,1
END
plot $mark_2_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'one-step-without-the-mean.csv' using "n":"one_step":"one_step_error" with yerrorbars linecolor rgb natural pointtype 7 pointsize 0.75 title 'one step', \
     'one-step-without-the-mean.csv' using "n":"two_steps":"two_steps_error" with yerrorbars linecolor rgb sky pointtype 4 pointsize 1.125 title 'two steps', \
     'one-step-without-the-mean.csv' using "n":"maximum":"maximum_error" with yerrorbars linecolor rgb black pointtype 8 pointsize 1.125 title 'maximum'

unset multiplot
unset output
