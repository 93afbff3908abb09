# gnuplot three-paths.gp                      draws three-paths.svg
# gnuplot -e "format='pdf'" three-paths.gp    draws three-paths.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-paths.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,400 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_paths'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.167in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,800 enhanced font 'sans-serif,10' \
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
set multiplot

# ---- WS and NWS
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.135; set tmargin at screen 0.915
set title 'WS and NWS' offset 0,-0.3
unset logscale x
set xrange [0:7]
set xlabel 'length of the way' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
set logscale y
set yrange [0.4:6]
set ylabel 'KL(p* ‖ p) in nats'
set ytics (0.5, 1, 2, 5); set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'three-paths-ws-and-nws-ws.csv' using "length_of_the_way":"kl_p_p_in_nats" with lines linecolor rgb vanilla linewidth 1.2 title 'WS', \
     'three-paths-ws-and-nws-nws.csv' using "length_of_the_way":"kl_p_p_in_nats" with lines linecolor rgb natural linewidth 1.2 title 'NWS', \
     'three-paths-curves.csv' using "length_of_the_way":"geodesic" with lines linecolor rgb black linewidth 1.5 dashtype (2,4) title 'geodesic'

# ---- RWS and NRWS
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.135; set tmargin at screen 0.915
set title 'RWS and NRWS' offset 0,-0.3
unset logscale x
set xrange [0:7]
set xlabel 'length of the way' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
set logscale y
set yrange [0.4:6]
set ylabel 'KL(p* ‖ p) in nats'
set ytics (0.5, 1, 2, 5); set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'three-paths-rws-and-nrws-rws.csv' using "length_of_the_way":"kl_p_p_in_nats" with lines linecolor rgb vanilla linewidth 1.2 title 'RWS', \
     'three-paths-rws-and-nrws-nrws.csv' using "length_of_the_way":"kl_p_p_in_nats" with lines linecolor rgb natural linewidth 1.2 title 'NRWS', \
     'three-paths-curves.csv' using "length_of_the_way":"geodesic" with lines linecolor rgb black linewidth 1.5 dashtype (2,4) title 'geodesic'

unset multiplot
unset output
