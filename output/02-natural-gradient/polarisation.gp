# gnuplot polarisation.gp                      draws polarisation.svg
# gnuplot -e "format='pdf'" polarisation.gp    draws polarisation.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'polarisation.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,576 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_polarisation'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,6in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1152 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
vanilla = '#d55e00'
green = '#009e73'
purple = '#cc79a7'
amber = '#e69f00'
natural = '#0072b2'
set multiplot

# ---- vanilla in p
set lmargin at screen 0.031111; set rmargin at screen 0.31333
set bmargin at screen 0.53675; set tmargin at screen 0.94097
set title 'vanilla in p' offset 0,-0.3
unset logscale x
set xrange [-0.1:1.1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:0.98]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label '1' at 0, 0 center front offset screen 0, screen -0.0156
set label '2' at 1, 0 center front offset screen 0, screen -0.0156
set label '3' at 0.5, 0.866025 center front offset screen 0, screen 0.0156
$mark_1_8 << END
0.5,0.288675
END
plot 'polarisation-contours.csv' using "x":"y" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'polarisation-curves.csv' using "x":"triangle" with lines linecolor rgb black linewidth 1.2, \
     'polarisation-vanilla-in-p-curves.csv' using "x":"y" with lines linecolor rgb vanilla linewidth 1.1, \
     'polarisation-vanilla-in-p-curves.csv' using "x":"y":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'polarisation-points.csv' using "x":"end_1" with points linecolor rgb green pointtype 7 pointsize 0.625, \
     'polarisation-points-2.csv' using "x":"end_2" with points linecolor rgb purple pointtype 7 pointsize 0.625, \
     'polarisation-points-3.csv' using "x":"end_3" with points linecolor rgb amber pointtype 7 pointsize 0.625, \
     $mark_1_8 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- vanilla in θ
unset label
unset colorbox
set lmargin at screen 0.36444; set rmargin at screen 0.64667
set bmargin at screen 0.53675; set tmargin at screen 0.94097
set title 'vanilla in θ' offset 0,-0.3
unset logscale x
set xrange [-0.1:1.1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:0.98]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label '1' at 0, 0 center front offset screen 0, screen -0.0156
set label '2' at 1, 0 center front offset screen 0, screen -0.0156
set label '3' at 0.5, 0.866025 center front offset screen 0, screen 0.0156
$mark_2_8 << END
0.5,0.288675
END
plot 'polarisation-contours.csv' using "x":"y" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'polarisation-curves.csv' using "x":"triangle" with lines linecolor rgb black linewidth 1.2, \
     'polarisation-vanilla-in-theta-curves.csv' using "x":"y" with lines linecolor rgb vanilla linewidth 1.1, \
     'polarisation-vanilla-in-theta-curves.csv' using "x":"y":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'polarisation-vanilla-in-theta-points.csv' using "x":"end_1" with points linecolor rgb green pointtype 7 pointsize 0.625, \
     'polarisation-vanilla-in-theta-points-2.csv' using "x":"end_2" with points linecolor rgb purple pointtype 7 pointsize 0.625, \
     'polarisation-vanilla-in-theta-points-3.csv' using "x":"end_3" with points linecolor rgb amber pointtype 7 pointsize 0.625, \
     $mark_2_8 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.69778; set rmargin at screen 0.98
set bmargin at screen 0.53675; set tmargin at screen 0.94097
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-0.1:1.1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:0.98]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label '1' at 0, 0 center front offset screen 0, screen -0.0156
set label '2' at 1, 0 center front offset screen 0, screen -0.0156
set label '3' at 0.5, 0.866025 center front offset screen 0, screen 0.0156
$mark_3_8 << END
0.5,0.288675
END
plot 'polarisation-contours.csv' using "x":"y" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'polarisation-curves.csv' using "x":"triangle" with lines linecolor rgb black linewidth 1.2, \
     'polarisation-natural-curves.csv' using "x":"y" with lines linecolor rgb natural linewidth 1.1, \
     'polarisation-natural-curves.csv' using "x":"y":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'polarisation-points.csv' using "x":"end_1" with points linecolor rgb green pointtype 7 pointsize 0.625, \
     'polarisation-points-2.csv' using "x":"end_2" with points linecolor rgb purple pointtype 7 pointsize 0.625, \
     'polarisation-points-3.csv' using "x":"end_3" with points linecolor rgb amber pointtype 7 pointsize 0.625, \
     $mark_3_8 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 4
unset label
unset colorbox
set lmargin at screen 0.031111; set rmargin at screen 0.31333
set bmargin at screen 0.056134; set tmargin at screen 0.46036
unset title
unset logscale x
set xrange [-0.1:1.1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:0.98]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label '1' at 0, 0 center front offset screen 0, screen -0.0156
set label '2' at 1, 0 center front offset screen 0, screen -0.0156
set label '3' at 0.5, 0.866025 center front offset screen 0, screen 0.0156
$mark_4_8 << END
0.5,0.288675
END
plot 'polarisation-contours.csv' using "x":"y" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'polarisation-curves.csv' using "x":"triangle" with lines linecolor rgb black linewidth 1.2, \
     'polarisation-panel-4-curves.csv' using "x":"y" with lines linecolor rgb vanilla linewidth 1.1, \
     'polarisation-panel-4-curves.csv' using "x":"y":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'polarisation-points-4.csv' using "x":"end_1" with points linecolor rgb green pointtype 7 pointsize 0.625, \
     'polarisation-points-5.csv' using "x":"end_2" with points linecolor rgb purple pointtype 7 pointsize 0.625, \
     'polarisation-points-6.csv' using "x":"end_3" with points linecolor rgb amber pointtype 7 pointsize 0.625, \
     $mark_4_8 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 5
unset label
unset colorbox
set lmargin at screen 0.36444; set rmargin at screen 0.64667
set bmargin at screen 0.056134; set tmargin at screen 0.46036
unset title
unset logscale x
set xrange [-0.1:1.1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:0.98]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label '1' at 0, 0 center front offset screen 0, screen -0.0156
set label '2' at 1, 0 center front offset screen 0, screen -0.0156
set label '3' at 0.5, 0.866025 center front offset screen 0, screen 0.0156
$mark_5_8 << END
0.5,0.288675
END
plot 'polarisation-contours.csv' using "x":"y" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'polarisation-curves.csv' using "x":"triangle" with lines linecolor rgb black linewidth 1.2, \
     'polarisation-panel-5-curves.csv' using "x":"y" with lines linecolor rgb vanilla linewidth 1.1, \
     'polarisation-panel-5-curves.csv' using "x":"y":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'polarisation-points-4.csv' using "x":"end_1" with points linecolor rgb green pointtype 7 pointsize 0.625, \
     'polarisation-points-5.csv' using "x":"end_2" with points linecolor rgb purple pointtype 7 pointsize 0.625, \
     'polarisation-points-6.csv' using "x":"end_3" with points linecolor rgb amber pointtype 7 pointsize 0.625, \
     $mark_5_8 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 6
unset label
unset colorbox
set lmargin at screen 0.69778; set rmargin at screen 0.98
set bmargin at screen 0.056134; set tmargin at screen 0.46036
unset title
unset logscale x
set xrange [-0.1:1.1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:0.98]
unset ylabel
set ytics (); set format y '%g'
unset mytics
set border 0 back; set tics back
unset xtics; unset ytics
unset grid
unset key
set label '1' at 0, 0 center front offset screen 0, screen -0.0156
set label '2' at 1, 0 center front offset screen 0, screen -0.0156
set label '3' at 0.5, 0.866025 center front offset screen 0, screen 0.0156
$mark_6_8 << END
0.5,0.288675
END
plot 'polarisation-contours.csv' using "x":"y" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'polarisation-curves.csv' using "x":"triangle" with lines linecolor rgb black linewidth 1.2, \
     'polarisation-panel-6-curves.csv' using "x":"y" with lines linecolor rgb natural linewidth 1.1, \
     'polarisation-panel-6-curves.csv' using "x":"y":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'polarisation-points-4.csv' using "x":"end_1" with points linecolor rgb green pointtype 7 pointsize 0.625, \
     'polarisation-points-5.csv' using "x":"end_2" with points linecolor rgb purple pointtype 7 pointsize 0.625, \
     'polarisation-points-6.csv' using "x":"end_3" with points linecolor rgb amber pointtype 7 pointsize 0.625, \
     $mark_6_8 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
