# gnuplot flow-mu.gp                      draws flow-mu.svg
# gnuplot -e "format='pdf'" flow-mu.gp    draws flow-mu.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'flow-mu.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,446 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_flow_mu'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.646in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,892 enhanced font 'sans-serif,10' \
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
set multiplot

# ---- flow
set lmargin at screen 0.081756; set rmargin at screen 0.48
set bmargin at screen 0.12013; set tmargin at screen 0.92377
set title 'flow' offset 0,-0.3
unset logscale x
set xrange [-0.12:1.28]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:1.28]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
set label '-3' at 1.05881, 0.114364 center front rotate by 14 font ',10' textcolor rgb '#acacac'
set label '-2' at 0.797482, 0.156245 center front rotate by 16 font ',10' textcolor rgb '#acacac'
set label '-1' at 1.08772, 0.302239 center front rotate by 2 font ',10' textcolor rgb '#acacac'
set label '0' at 0.271343, 0.868027 center front rotate by -78 font ',10' textcolor rgb '#acacac'
set label '1' at 0.860741, 0.534194 center front rotate by -16 font ',10' textcolor rgb '#acacac'
set label '2' at 0.919667, 0.629242 center front rotate by -21 font ',10' textcolor rgb '#acacac'
set label '3' at 1.07093, 0.671747 center front rotate by -20 font ',10' textcolor rgb '#acacac'
set label '4' at 1.10122, 0.750064 center front rotate by -24 font ',10' textcolor rgb '#acacac'
set label '5' at 1.05694, 0.864802 center front rotate by -32 font ',10' textcolor rgb '#acacac'
$mark_1_6 << END
0.166667,0.333333
END
plot 'flow-mu-flow-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'flow-mu-curves.csv' using "mu1":"border" with lines linecolor rgb black linewidth 1, \
     'flow-mu-flow-curves.csv' using "mu1":"mu2" with lines linecolor rgb vanilla linewidth 1.1, \
     'flow-mu-flow-curves.csv' using "mu1":"mu2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'flow-mu-flow-points.csv' using "mu1":"mu2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_1_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- gradient vectors, λ = 0.025
unset label
unset colorbox
set lmargin at screen 0.58176; set rmargin at screen 0.98
set bmargin at screen 0.12013; set tmargin at screen 0.92377
set title 'gradient vectors, λ = 0.025' offset 0,-0.3
unset logscale x
set xrange [-0.12:1.28]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.12:1.28]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_4 << END
0.166667,0.333333
END
plot 'flow-mu-gradient-vectors-lambda-0-025-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'flow-mu-curves.csv' using "mu1":"border" with lines linecolor rgb black linewidth 1, \
     'flow-mu-gradient-vectors-lambda-0-025-arrows.csv' using "mu1":"mu2":"d_mu1":"d_mu2" with vectors head size screen 0.00777778,20,60 filled linewidth 1 linecolor rgb vanilla, \
     $mark_2_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
