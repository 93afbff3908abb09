# gnuplot four-flows.gp                      draws four-flows.svg
# gnuplot -e "format='pdf'" four-flows.gp    draws four-flows.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'four-flows.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 1000,563 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_four_flows'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,5.865in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 2000,1126 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
black = '#000000'
natural = '#0072b2'
set multiplot

# ---- vanilla in η
set lmargin at screen 0.07358; set rmargin at screen 0.27819
set bmargin at screen 0.57619; set tmargin at screen 0.93961
set title 'vanilla in η' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_5 << END
0.166667,0.333333
END
plot 'four-flows-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-vanilla-in-eta-curves.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1.1, \
     'four-flows-vanilla-in-eta-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb vanilla, \
     'four-flows-points.csv' using "mu1":"mu2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- vanilla in θ
unset label
unset colorbox
set lmargin at screen 0.30818; set rmargin at screen 0.51279
set bmargin at screen 0.57619; set tmargin at screen 0.93961
set title 'vanilla in θ' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
unset ylabel
set ytics (0, 0.5, 1); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_5 << END
0.166667,0.333333
END
plot 'four-flows-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-vanilla-in-theta-curves.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1.1, \
     'four-flows-vanilla-in-theta-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb vanilla, \
     'four-flows-points.csv' using "mu1":"mu2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_2_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural in η
unset label
unset colorbox
set lmargin at screen 0.54279; set rmargin at screen 0.7474
set bmargin at screen 0.57619; set tmargin at screen 0.93961
set title 'natural in η' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
unset ylabel
set ytics (0, 0.5, 1); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_3_5 << END
0.166667,0.333333
END
plot 'four-flows-contours-2.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-natural-in-eta-curves.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1.1, \
     'four-flows-natural-in-eta-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb natural, \
     'four-flows-points.csv' using "mu1":"mu2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_3_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural in θ
unset label
unset colorbox
set lmargin at screen 0.77739; set rmargin at screen 0.982
set bmargin at screen 0.57619; set tmargin at screen 0.93961
set title 'natural in θ' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
unset ylabel
set ytics (0, 0.5, 1); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_4_5 << END
0.166667,0.333333
END
plot 'four-flows-contours-2.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-natural-in-theta-curves.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1.1, \
     'four-flows-natural-in-theta-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb natural, \
     'four-flows-points.csv' using "mu1":"mu2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_4_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 5
unset label
unset colorbox
set lmargin at screen 0.07358; set rmargin at screen 0.27819
set bmargin at screen 0.095542; set tmargin at screen 0.45896
unset title
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-3, -2, -1, 0, 1, 2, 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [-3:3]
set ylabel 'θ₂'
set ytics (-3, -2, -1, 0, 1, 2, 3); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_5_5 << END
-0.804719,-0.346574
END
plot 'four-flows-contours-3.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-panel-5-curves.csv' using "theta1":"theta2" with lines linecolor rgb vanilla linewidth 1.1, \
     'four-flows-panel-5-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb vanilla, \
     'four-flows-points-2.csv' using "theta1":"theta2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_5_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 6
unset label
unset colorbox
set lmargin at screen 0.30818; set rmargin at screen 0.51279
set bmargin at screen 0.095542; set tmargin at screen 0.45896
unset title
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-3, -2, -1, 0, 1, 2, 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [-3:3]
unset ylabel
set ytics (-3, -2, -1, 0, 1, 2, 3); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_6_5 << END
-0.804719,-0.346574
END
plot 'four-flows-contours-3.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-panel-6-curves.csv' using "theta1":"theta2" with lines linecolor rgb vanilla linewidth 1.1, \
     'four-flows-panel-6-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb vanilla, \
     'four-flows-points-2.csv' using "theta1":"theta2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_6_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 7
unset label
unset colorbox
set lmargin at screen 0.54279; set rmargin at screen 0.7474
set bmargin at screen 0.095542; set tmargin at screen 0.45896
unset title
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-3, -2, -1, 0, 1, 2, 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [-3:3]
unset ylabel
set ytics (-3, -2, -1, 0, 1, 2, 3); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_7_5 << END
-0.804719,-0.346574
END
plot 'four-flows-contours-3.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-panel-7-curves.csv' using "theta1":"theta2" with lines linecolor rgb natural linewidth 1.1, \
     'four-flows-panel-7-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb natural, \
     'four-flows-points-2.csv' using "theta1":"theta2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_7_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 8
unset label
unset colorbox
set lmargin at screen 0.77739; set rmargin at screen 0.982
set bmargin at screen 0.095542; set tmargin at screen 0.45896
unset title
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-3, -2, -1, 0, 1, 2, 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [-3:3]
unset ylabel
set ytics (-3, -2, -1, 0, 1, 2, 3); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_8_5 << END
-0.804719,-0.346574
END
plot 'four-flows-contours-3.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'four-flows-panel-8-curves.csv' using "theta1":"theta2" with lines linecolor rgb natural linewidth 1.1, \
     'four-flows-panel-8-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.01,18,60 fixed filled linecolor rgb natural, \
     'four-flows-points-2.csv' using "theta1":"theta2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_8_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
