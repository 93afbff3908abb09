# gnuplot gf-quartic.gp                      draws gf-quartic.svg
# gnuplot -e "format='pdf'" gf-quartic.gp    draws gf-quartic.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-quartic.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 700,531 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_quartic'
if (format eq 'pdf') set terminal pdfcairo size 7.292in,5.531in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1400,1062 enhanced font 'sans-serif,10' \
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
set lmargin at screen 0.10511; set rmargin at screen 0.97429
set bmargin at screen 0.56234; set tmargin at screen 0.93597
set title 'vanilla in (μ, σ)' offset 0,-0.3
unset logscale x
set xrange [-2.3:2.3]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 0.5; set format x ''
unset mxtics
unset logscale y
set yrange [0:1.5]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_6 << END
-0.5,0.2
END
$mark_1_7 << END
-0.753316,0.536201
END
plot 'gf-quartic-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-quartic-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-quartic-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0143,18,60 fixed filled linecolor rgb vanilla, \
     'gf-quartic-points.csv' using "mu":"sigma" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     'gf-quartic-vanilla-in-mu-sigma-curves-2.csv' using "mu":"chosen" with lines linecolor rgb vanilla linewidth 3, \
     $mark_1_6 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75, \
     $mark_1_7 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.10511; set rmargin at screen 0.97429
set bmargin at screen 0.10208; set tmargin at screen 0.47571
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-2.3:2.3]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.5]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_6 << END
-0.5,0.2
END
$mark_2_7 << END
-0.753316,0.536201
END
plot 'gf-quartic-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-quartic-natural-curves.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.1, \
     'gf-quartic-natural-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0143,18,60 fixed filled linecolor rgb natural, \
     'gf-quartic-points.csv' using "mu":"sigma" with points linecolor rgb natural pointtype 7 pointsize 0.375, \
     'gf-quartic-natural-curves-2.csv' using "mu":"chosen" with lines linecolor rgb natural linewidth 3, \
     $mark_2_6 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75, \
     $mark_2_7 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
