# gnuplot likelihood.gp                      draws likelihood.svg
# gnuplot -e "format='pdf'" likelihood.gp    draws likelihood.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'likelihood.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 560,316 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_likelihood'
if (format eq 'pdf') set terminal pdfcairo size 5.833in,3.292in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1120,632 enhanced font 'sans-serif,10' \
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
black = '#000000'

set lmargin at screen 0.13139; set rmargin at screen 0.96786
set bmargin at screen 0.17144; set tmargin at screen 0.96203
unset title
set xrange [-1:2]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 0.5; set format x '%g'
set yrange [0.2:1.8]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
set border 3 back; set tics back
unset grid
unset key
$mark_1_10 << END
1.00498,0.424378
END
plot 'likelihood-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'likelihood-curves.csv' using "mu":"vanilla" with lines linecolor rgb vanilla linewidth 1.2, \
     'likelihood-curves.csv' using "mu":"vanilla_steps" with points linecolor rgb vanilla pointtype 7 pointsize 0.4375, \
     'likelihood-curves-2.csv' using "mu":"straight_in_eta_m" with lines linecolor rgb natural linewidth 1.3, \
     'likelihood-curves-2.csv' using "mu":"straight_in_eta_m" with points linecolor rgb natural pointtype 7 pointsize 1, \
     'likelihood-curves-3.csv' using "mu":"straight_in_theta_e" with lines linecolor rgb natural linewidth 1.3, \
     'likelihood-curves-3.csv' using "mu":"straight_in_theta_e" with points linecolor rgb natural pointtype 4 pointsize 1, \
     'likelihood-curves-4.csv' using "mu":"exp" with lines linecolor rgb natural linewidth 1.3, \
     'likelihood-curves-4.csv' using "mu":"exp" with points linecolor rgb natural pointtype 8 pointsize 1, \
     $mark_1_10 using 1:2 with points linecolor rgb black pointtype 3 pointsize 1.375

unset output
