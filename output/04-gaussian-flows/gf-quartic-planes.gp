# gnuplot gf-quartic-planes.gp                      draws gf-quartic-planes.svg
# gnuplot -e "format='pdf'" gf-quartic-planes.gp    draws gf-quartic-planes.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-quartic-planes.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,760 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_quartic_planes'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,7.917in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1520 enhanced font 'sans-serif,10' \
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

# ---- vanilla in (μ, σ)
set lmargin at screen 0.085078; set rmargin at screen 0.51587
set bmargin at screen 0.55658; set tmargin at screen 0.95526
set title 'vanilla in (μ, σ)' offset 0,-0.3
unset logscale x
set xrange [-16:16]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-12:0]
set ylabel 'θ₂'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_5 << END
-2.62013,-1.73906
END
plot 'gf-quartic-planes-contours.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-quartic-planes-vanilla-in-mu-sigma-curves.csv' using "theta1":"theta2" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-quartic-planes-vanilla-in-mu-sigma-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-quartic-planes-points.csv' using "theta1":"theta2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.54921; set rmargin at screen 0.98
set bmargin at screen 0.55658; set tmargin at screen 0.95526
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-16:16]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-12:0]
unset ylabel
set ytics 2; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_5 << END
-2.62013,-1.73906
END
plot 'gf-quartic-planes-contours.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-quartic-planes-natural-curves.csv' using "theta1":"theta2" with lines linecolor rgb natural linewidth 1.1, \
     'gf-quartic-planes-natural-curves.csv' using "theta1":"theta2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'gf-quartic-planes-points.csv' using "theta1":"theta2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_2_5 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 3
unset label
unset colorbox
set lmargin at screen 0.085078; set rmargin at screen 0.51587
set bmargin at screen 0.071053; set tmargin at screen 0.46974
unset title
unset logscale x
set xrange [-2.3:2.3]
set xlabel 'η₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:4.6]
set ylabel 'η₂'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_3_6 << END
-0.753316,0.854996
END
plot 'gf-quartic-planes-contours-2.csv' using "eta1":"eta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-quartic-planes-panel-3-curves.csv' using "eta1":"border" with lines linecolor rgb black linewidth 1, \
     'gf-quartic-planes-panel-3-curves-2.csv' using "eta1":"eta2" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-quartic-planes-panel-3-curves-2.csv' using "eta1":"eta2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-quartic-planes-points-2.csv' using "eta1":"eta2" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     $mark_3_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- panel 4
unset label
unset colorbox
set lmargin at screen 0.54921; set rmargin at screen 0.98
set bmargin at screen 0.071053; set tmargin at screen 0.46974
unset title
unset logscale x
set xrange [-2.3:2.3]
set xlabel 'η₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:4.6]
unset ylabel
set ytics 1; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_4_6 << END
-0.753316,0.854996
END
plot 'gf-quartic-planes-contours-2.csv' using "eta1":"eta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-quartic-planes-panel-4-curves.csv' using "eta1":"border" with lines linecolor rgb black linewidth 1, \
     'gf-quartic-planes-panel-4-curves-2.csv' using "eta1":"eta2" with lines linecolor rgb natural linewidth 1.1, \
     'gf-quartic-planes-panel-4-curves-2.csv' using "eta1":"eta2":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb natural, \
     'gf-quartic-planes-points-2.csv' using "eta1":"eta2" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     $mark_4_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
