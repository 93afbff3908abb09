# gnuplot one-step.gp                      draws one-step.svg
# gnuplot -e "format='pdf'" one-step.gp    draws one-step.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'one-step.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,401 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_one_step'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,4.177in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,802 enhanced font 'sans-serif,10' \
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
sky = '#56b4e9'
black = '#000000'

set lmargin at screen 0.12263; set rmargin at screen 0.96953
set bmargin at screen 0.13374; set tmargin at screen 0.97007
unset title
set logscale x
set xrange [16:420]
set xlabel 'n' offset 0,0.5
set xtics offset 0,0.3 (20, 40, 80, 160, 320); set format x '%g'
unset mxtics
set yrange [0.5:3.5]
set ylabel 'n I Var'
set ytics 0.5; set format y '%g'
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label '● mean' at 130, 2.6 left front offset screen 0.01, screen 0 textcolor rgb vanilla
set label '● one step' at 130, 1.9 left front offset screen 0.01, screen 0 textcolor rgb natural
set label '□ two steps' at 130, 1.7 left front offset screen 0.01, screen 0 textcolor rgb sky
set label '△ maximum' at 130, 1.5 left front offset screen 0.01, screen 0
$mark_1_1 << END
16,1
420,1
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (10,6), \
     'one-step-points.csv' using "n":"mean":"mean_error" with yerrorbars linecolor rgb vanilla pointtype 7 pointsize 0.875, \
     'one-step-points-2.csv' using "n":"one_step":"one_step_error" with yerrorbars linecolor rgb natural pointtype 7 pointsize 0.875, \
     'one-step-points-3.csv' using "n":"two_steps":"two_steps_error" with yerrorbars linecolor rgb sky pointtype 4 pointsize 0.875, \
     'one-step-points-4.csv' using "n":"maximum":"maximum_error" with yerrorbars linecolor rgb black pointtype 8 pointsize 0.875

unset output
