# gnuplot angle.gp                      draws angle.svg
# gnuplot -e "format='pdf'" angle.gp    draws angle.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'angle.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,445 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_angle'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.635in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,890 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
natural = '#0072b2'
vanilla = '#d55e00'
set multiplot

# ---- in φ
set lmargin at screen 0.085078; set rmargin at screen 0.48166
set bmargin at screen 0.12152; set tmargin at screen 0.9236
set title 'in φ' offset 0,-0.3
unset logscale x
set xrange [0:3.14159]
set xlabel 'φ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify ('0' 0, 'π/2' 1.5708, 'π' 3.14159); set format x '%g'
unset mxtics
unset logscale y
set yrange [0:3.14159]
set ylabel 'φ₂'
set ytics ('0' 0, 'π/2' 1.5708, 'π' 3.14159); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_5 << END
0.841069,1.23096
END
plot 'angle-in-phi-contours.csv' using "phi1":"phi2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'angle-in-phi-curves.csv' using "phi1":"border" with lines linecolor rgb black linewidth 1, \
     'angle-in-phi-curves-2.csv' using "phi1":"phi2" with lines linecolor rgb natural linewidth 1, \
     'angle-in-phi-arrows.csv' using "phi1":"phi2":"d_phi1":"d_phi2" with vectors head size screen 0.00777778,20,60 filled linewidth 1.3 linecolor rgb vanilla, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- in μ
unset label
unset colorbox
set lmargin at screen 0.58342; set rmargin at screen 0.98
set bmargin at screen 0.12152; set tmargin at screen 0.9236
set title 'in μ' offset 0,-0.3
unset logscale x
set xrange [-0.03:1.07]
set xlabel 'μ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 0.5, 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.03:1.07]
set ylabel 'μ₂'
set ytics (0, 0.5, 1); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_5 << END
0.166667,0.333333
END
plot 'angle-in-mu-contours.csv' using "mu1":"mu2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'angle-in-mu-curves.csv' using "mu1":"border" with lines linecolor rgb black linewidth 1, \
     'angle-in-mu-curves-2.csv' using "mu1":"mu2" with lines linecolor rgb natural linewidth 1, \
     'angle-in-mu-arrows.csv' using "mu1":"mu2":"d_mu1":"d_mu2" with vectors head size screen 0.00777778,20,60 filled linewidth 1.3 linecolor rgb vanilla, \
     $mark_2_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
