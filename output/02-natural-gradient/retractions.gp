# gnuplot retractions.gp                      draws retractions.svg
# gnuplot -e "format='pdf'" retractions.gp    draws retractions.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'retractions.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 560,228 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_retractions'
if (format eq 'pdf') set terminal pdfcairo size 5.833in,2.375in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1120,456 enhanced font 'sans-serif,10' \
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
green = '#009e73'
purple = '#cc79a7'
sky = '#56b4e9'
black = '#000000'

set lmargin at screen 0.13139; set rmargin at screen 0.62021
set bmargin at screen 0.23791; set tmargin at screen 0.94737
unset title
set xrange [0:2.2]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 0.5; set format x '%g'
set yrange [0:1.3]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key at screen 0.64521, screen 0.94737 left top Left reverse noopaque
$mark_1_7 << END
0,1
END
plot 'retractions-curves.csv' using "mu":"straight_in_mu_sigma" with lines linecolor rgb grey linewidth 1.8 title 'straight in μ,σ', \
     'retractions-curves.csv' using "mu":"straight_in_mu_log_sigma" with lines linecolor rgb amber linewidth 1.8 title 'straight in μ,log σ', \
     'retractions-curves-2.csv' using "mu":"straight_in_theta_e" with lines linecolor rgb green linewidth 1.8 title 'straight in θ (e)', \
     'retractions-curves-3.csv' using "mu":"straight_in_eta_m" with lines linecolor rgb purple linewidth 1.8 title 'straight in η (m)', \
     'retractions-curves-4.csv' using "mu":"mean_of_e_and_m" with lines linecolor rgb sky linewidth 1.8 title 'mean of e and m', \
     'retractions-curves-5.csv' using "mu":"exp" with lines linecolor rgb black linewidth 2.4 title 'Exp', \
     $mark_1_7 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

unset output
