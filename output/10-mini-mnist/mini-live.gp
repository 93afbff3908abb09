# gnuplot mini-live.gp                      draws mini-live.svg
# gnuplot -e "format='pdf'" mini-live.gp    draws mini-live.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-live.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,380 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_live'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.958in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,760 enhanced font 'sans-serif,10' \
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
grey = '#7f7f7f'
set multiplot

# ---- B: rounded
set lmargin at screen 0.085078; set rmargin at screen 0.47968
set bmargin at screen 0.14211; set tmargin at screen 0.91053
set title 'B: rounded' offset 0,-0.3
unset logscale x
set xrange [0:300]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '%g'
unset mxtics
unset logscale y
set yrange [-60:-20]
set ylabel 'nats an image'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom right Left reverse noopaque
plot 'mini-live-b-rounded.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mini-live-b-rounded.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mini-live-b-rounded.csv' using "step":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mini-live-b-rounded.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS'

# ---- BSt: drawn anew
unset label
unset colorbox
set lmargin at screen 0.58508; set rmargin at screen 0.97968
set bmargin at screen 0.14211; set tmargin at screen 0.91053
set title 'BSt: drawn anew' offset 0,-0.3
unset logscale x
set xrange [0:300]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '%g'
unset mxtics
unset logscale y
set yrange [-60:-20]
set ylabel 'nats an image'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_2_5 << END
0,-20.9754
300,-20.9754
END
plot 'mini-live-bst-drawn-anew.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'mini-live-bst-drawn-anew.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'mini-live-bst-drawn-anew.csv' using "step":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'mini-live-bst-drawn-anew.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     $mark_2_5 using 1:2 with lines linecolor rgb grey linewidth 1 dashtype (2,4)

unset multiplot
unset output
