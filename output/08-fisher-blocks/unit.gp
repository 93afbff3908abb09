# gnuplot unit.gp                      draws unit.svg
# gnuplot -e "format='pdf'" unit.gp    draws unit.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'unit.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 600,330 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_unit'
if (format eq 'pdf') set terminal pdfcairo size 6.25in,3.438in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1200,660 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
black = '#000000'

set lmargin at screen 0.0555; set rmargin at screen 0.96117
set bmargin at screen 0.09697; set tmargin at screen 0.96364
unset title
set xrange [-0.8:6.8]
unset xlabel
set xtics offset 0,0.3 (); set format x '%g'
set yrange [-0.5:3.5]
unset ylabel
set ytics (); set format y '%g'
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label 'h₁' at 0, 3 center front
set label 'h₂' at 0, 2 center front
set label 'h₃' at 0, 1 center front
set label '1' at 0, 0 center front
set label 'aⱼ' at 2.6, 1.5 center front
set label 'hⱼ' at 5.4, 1.5 center front
set label 'Wⱼ₁' at 1.04, 2.62 center front font ',12'
set label 'Wⱼ₂' at 1.04, 2.02 center front font ',12'
set label 'Wⱼ₃' at 1.04, 1.42 center front font ',12'
set label 'Wⱼ₄, the bias' at 1.04, 0.4 left front offset screen 0.01, screen 0 font ',12'
set label 'on with probability σ(aⱼ)' at 4, 1.8 center front font ',12'
set label 'aⱼ = Wⱼ₁h₁ + Wⱼ₂h₂ + Wⱼ₃h₃ + Wⱼ₄' at 4.6, 0.7 center front font ',12'
plot 'unit-arrows.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.0116667,20,60 filled linewidth 1.2 linecolor rgb grey, \
     'unit-arrows-2.csv' using "x":"y":"dx":"dy" with vectors head size screen 0.0116667,20,60 filled linewidth 1.2 linecolor rgb black, \
     'unit-curves.csv' using "x":"y" with lines linecolor rgb black linewidth 1.4

unset output
