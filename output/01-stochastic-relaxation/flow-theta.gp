# gnuplot flow-theta.gp                      draws flow-theta.svg
# gnuplot -e "format='pdf'" flow-theta.gp    draws flow-theta.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'flow-theta.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,452 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_flow_theta'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.708in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,904 enhanced font 'sans-serif,10' \
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
set multiplot

# ---- flow
set lmargin at screen 0.075978; set rmargin at screen 0.48
set bmargin at screen 0.12031; set tmargin at screen 0.92478
set title 'flow' offset 0,-0.3
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
set label '-3' at 0.6824, -1.87358 center front rotate by 75 font ',10' textcolor rgb '#acacac'
set label '-2' at 0.643365, -0.868579 center front rotate by 22 font ',10' textcolor rgb '#acacac'
set label '-1' at -0.304198, -0.779144 center front rotate by 53 font ',10' textcolor rgb '#acacac'
set label '0' at 1.76048, -0.195234 center front font ',10' textcolor rgb '#acacac'
set label '1' at 0.229318, 0.306298 center front rotate by -36 font ',10' textcolor rgb '#acacac'
set label '2' at 0.932875, 0.318175 center front rotate by -14 font ',10' textcolor rgb '#acacac'
set label '3' at 0.432106, 1.12862 center front rotate by -69 font ',10' textcolor rgb '#acacac'
set label '4' at 0.583435, 2.16616 center front rotate by -86 font ',10' textcolor rgb '#acacac'
set label '5' at 1.99565, 1.17603 center front rotate by -9 font ',10' textcolor rgb '#acacac'
$mark_1_5 << END
-0.804719,-0.346574
END
plot 'flow-theta-flow-contours.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'flow-theta-flow-curves.csv' using "theta1":"theta2" with lines linecolor rgb vanilla linewidth 1.1, \
     'flow-theta-flow-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'flow-theta-flow-points.csv' using "theta1":"theta2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- gradient vectors, λ = 0.15
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.98
set bmargin at screen 0.12031; set tmargin at screen 0.92478
set title 'gradient vectors, λ = 0.15' offset 0,-0.3
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
$mark_2_3 << END
-0.804719,-0.346574
END
plot 'flow-theta-gradient-vectors-lambda-0-15-contours.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'flow-theta-gradient-vectors-lambda-0-15-arrows.csv' using "theta1":"theta2":"d_theta1":"d_theta2" with vectors head size screen 0.00777778,20,60 filled linewidth 1 linecolor rgb vanilla, \
     $mark_2_3 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
