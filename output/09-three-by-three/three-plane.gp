# gnuplot three-plane.gp                      draws three-plane.svg
# gnuplot -e "format='pdf'" three-plane.gp    draws three-plane.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-plane.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,311 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_plane'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.24in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,622 enhanced font 'sans-serif,10' \
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
set lmargin at screen 0.090856; set rmargin at screen 0.48
set bmargin at screen 0.17263; set tmargin at screen 0.89068
set title 'WS and NWS' offset 0,-0.3
unset logscale x
set xrange [-1.18623:1.4291]
set xlabel 'first component of 2√p' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-1.22898:0.438587]
set ylabel 'second component of 2√p'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
set label 'truth' at 1.33224, -1.15319 center front offset screen 0, screen 0.0418
$mark_1_4 << END
1.33224,-1.15319
END
plot 'three-plane-ws-and-nws-ws.csv' using "first_component_of_2_p":"second_component_of_2_p" with lines linecolor rgb vanilla linewidth 1.5 title 'WS', \
     'three-plane-ws-and-nws-nws.csv' using "first_component_of_2_p":"second_component_of_2_p" with lines linecolor rgb natural linewidth 1.5 title 'NWS', \
     'three-plane-points.csv' using "first_component_of_2_p":"start" with points linecolor rgb black pointtype 7 pointsize 0.75, \
     $mark_1_4 using 1:2 with points linecolor rgb black pointtype 3 pointsize 1.25

# ---- RWS and NRWS
unset label
unset colorbox
set lmargin at screen 0.59086; set rmargin at screen 0.98
set bmargin at screen 0.17263; set tmargin at screen 0.89068
set title 'RWS and NRWS' offset 0,-0.3
unset logscale x
set xrange [-1.18623:1.4291]
set xlabel 'first component of 2√p' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-1.22898:0.438587]
set ylabel 'second component of 2√p'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom left Left reverse noopaque
set label 'truth' at 1.33224, -1.15319 center front offset screen 0, screen 0.0418
$mark_2_4 << END
1.33224,-1.15319
END
plot 'three-plane-rws-and-nrws-rws.csv' using "first_component_of_2_p":"second_component_of_2_p" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'three-plane-rws-and-nrws-nrws.csv' using "first_component_of_2_p":"second_component_of_2_p" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'three-plane-points.csv' using "first_component_of_2_p":"start" with points linecolor rgb black pointtype 7 pointsize 0.75, \
     $mark_2_4 using 1:2 with points linecolor rgb black pointtype 3 pointsize 1.25

unset multiplot
unset output
