# gnuplot basins.gp                      draws basins.svg
# gnuplot -e "format='pdf'" basins.gp    draws basins.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'basins.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,611 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_basins'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,6.365in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1222 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
vanilla = '#d55e00'
black = '#000000'
set multiplot

# ---- vanilla in η
set lmargin at screen 0.081756; set rmargin at screen 0.35895
set bmargin at screen 0.53605; set tmargin at screen 0.94435
set title 'vanilla in η' offset 0,-0.3
unset logscale x
set xrange [0:1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x ''
unset mxtics
unset logscale y
set yrange [0:1]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 4 defined (0 '#99d8c7', 1 '#ebc9dc', 2 '#f5d999', 3 '#bbe1f6')
set cbrange [-0.5:3.5]
unset colorbox
set label '(−1, −1)' at 0.04, 0.06 left front offset screen 0.00667, screen 0 font ',11'
set label '(+1, +1)' at 0.96, 0.93 right front offset screen -0.00667, screen 0 font ',11'
$mark_1_4 << END
0.166667,0.333333
END
plot 'basins-vanilla-in-eta-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'basins-vanilla-in-eta-curves.csv' using "mu1":"natural" with lines linecolor rgb natural linewidth 1 dashtype (10,6), \
     'basins-vanilla-in-eta-curves-2.csv' using "mu1":"separatrix" with lines linecolor rgb vanilla linewidth 2.2, \
     $mark_1_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.39228; set rmargin at screen 0.66947
set bmargin at screen 0.53605; set tmargin at screen 0.94435
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [0:1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x ''
unset mxtics
unset logscale y
set yrange [0:1]
unset ylabel
set ytics (0, 0.5, 1); set format y ''
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 4 defined (0 '#99d8c7', 1 '#ebc9dc', 2 '#f5d999', 3 '#bbe1f6')
set cbrange [-0.5:3.5]
unset colorbox
set label '(−1, −1)' at 0.04, 0.06 left front offset screen 0.00667, screen 0 font ',11'
set label '(+1, +1)' at 0.96, 0.93 right front offset screen -0.00667, screen 0 font ',11'
$mark_2_4 << END
0.166667,0.333333
END
plot 'basins-natural-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'basins-natural-curves.csv' using "mu1":"natural" with lines linecolor rgb natural linewidth 1 dashtype (10,6), \
     'basins-natural-curves.csv' using "mu1":"separatrix" with lines linecolor rgb natural linewidth 2.2, \
     $mark_2_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- vanilla in θ
unset label
unset colorbox
set lmargin at screen 0.70281; set rmargin at screen 0.98
set bmargin at screen 0.53605; set tmargin at screen 0.94435
set title 'vanilla in θ' offset 0,-0.3
unset logscale x
set xrange [0:1]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x ''
unset mxtics
unset logscale y
set yrange [0:1]
unset ylabel
set ytics (0, 0.5, 1); set format y ''
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 4 defined (0 '#99d8c7', 1 '#ebc9dc', 2 '#f5d999', 3 '#bbe1f6')
set cbrange [-0.5:3.5]
unset colorbox
set label '(−1, −1)' at 0.04, 0.06 left front offset screen 0.00667, screen 0 font ',11'
set label '(+1, +1)' at 0.96, 0.93 right front offset screen -0.00667, screen 0 font ',11'
$mark_3_4 << END
0.166667,0.333333
END
plot 'basins-vanilla-in-theta-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'basins-vanilla-in-theta-curves.csv' using "mu1":"natural" with lines linecolor rgb natural linewidth 1 dashtype (10,6), \
     'basins-vanilla-in-theta-curves.csv' using "mu1":"separatrix" with lines linecolor rgb vanilla linewidth 2.2, \
     $mark_3_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 4
unset label
unset colorbox
set lmargin at screen 0.081756; set rmargin at screen 0.35895
set bmargin at screen 0.088467; set tmargin at screen 0.49677
unset title
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
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 4 defined (0 '#99d8c7', 1 '#ebc9dc', 2 '#f5d999', 3 '#bbe1f6')
set cbrange [-0.5:3.5]
unset colorbox
set label '(+1, −1)' at 0.96, 0.06 right front offset screen -0.00667, screen 0 font ',11'
set label '(−1, +1)' at 0.04, 0.93 left front offset screen 0.00667, screen 0 font ',11'
$mark_4_4 << END
0.166667,0.333333
END
plot 'basins-panel-4-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'basins-panel-4-curves.csv' using "mu1":"natural" with lines linecolor rgb natural linewidth 1 dashtype (10,6), \
     'basins-panel-4-curves-2.csv' using "mu1":"separatrix" with lines linecolor rgb vanilla linewidth 2.2, \
     $mark_4_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 5
unset label
unset colorbox
set lmargin at screen 0.39228; set rmargin at screen 0.66947
set bmargin at screen 0.088467; set tmargin at screen 0.49677
unset title
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
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 4 defined (0 '#99d8c7', 1 '#ebc9dc', 2 '#f5d999', 3 '#bbe1f6')
set cbrange [-0.5:3.5]
unset colorbox
set label '(+1, −1)' at 0.96, 0.06 right front offset screen -0.00667, screen 0 font ',11'
set label '(−1, +1)' at 0.04, 0.93 left front offset screen 0.00667, screen 0 font ',11'
$mark_5_4 << END
0.166667,0.333333
END
plot 'basins-panel-5-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'basins-panel-5-curves.csv' using "mu1":"natural" with lines linecolor rgb natural linewidth 1 dashtype (10,6), \
     'basins-panel-5-curves.csv' using "mu1":"separatrix" with lines linecolor rgb natural linewidth 2.2, \
     $mark_5_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 6
unset label
unset colorbox
set lmargin at screen 0.70281; set rmargin at screen 0.98
set bmargin at screen 0.088467; set tmargin at screen 0.49677
unset title
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
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 4 defined (0 '#99d8c7', 1 '#ebc9dc', 2 '#f5d999', 3 '#bbe1f6')
set cbrange [-0.5:3.5]
unset colorbox
set label '(+1, −1)' at 0.96, 0.06 right front offset screen -0.00667, screen 0 font ',11'
set label '(−1, +1)' at 0.04, 0.93 left front offset screen 0.00667, screen 0 font ',11'
$mark_6_4 << END
0.166667,0.333333
END
plot 'basins-panel-6-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'basins-panel-6-curves.csv' using "mu1":"natural" with lines linecolor rgb natural linewidth 1 dashtype (10,6), \
     'basins-panel-6-curves.csv' using "mu1":"separatrix" with lines linecolor rgb vanilla linewidth 2.2, \
     $mark_6_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
