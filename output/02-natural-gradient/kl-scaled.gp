# gnuplot kl-scaled.gp                      draws kl-scaled.svg
# gnuplot -e "format='pdf'" kl-scaled.gp    draws kl-scaled.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'kl-scaled.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 560,445 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_kl_scaled'
if (format eq 'pdf') set terminal pdfcairo size 5.833in,4.635in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1120,890 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'

set lmargin at screen 0.14602; set rmargin at screen 0.96786
set bmargin at screen 0.12132; set tmargin at screen 0.97303
unset title
set xrange [-1.7:1.7]
set xlabel 'Δμ / √(2ε)' offset 0,0.5
set xtics offset 0,0.3 0.5; set format x '%g'
set yrange [-1:1.8]
set ylabel 'Δσ / √(2ε)'
set ytics 0.5; set format y '%g'
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'kl-scaled-curves.csv' using "delta_mu_2_epsilon":"ball_1" with lines linecolor rgb '#99c7e0' linewidth 1.8, \
     'kl-scaled-curves-2.csv' using "delta_mu_2_epsilon":"ball_2" with lines linecolor rgb '#4d9cc9' linewidth 1.8, \
     'kl-scaled-curves-3.csv' using "delta_mu_2_epsilon":"ball_3" with lines linecolor rgb '#0072b2' linewidth 1.8, \
     'kl-scaled-curves-4.csv' using "delta_mu_2_epsilon":"ellipse" with lines linecolor rgb black linewidth 1 dashtype (10,6)

unset output
