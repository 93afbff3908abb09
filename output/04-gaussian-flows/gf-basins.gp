# gnuplot gf-basins.gp                      draws gf-basins.svg
# gnuplot -e "format='pdf'" gf-basins.gp    draws gf-basins.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-basins.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 700,775 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_basins'
if (format eq 'pdf') set terminal pdfcairo size 7.292in,8.073in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1400,1550 enhanced font 'sans-serif,10' \
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
set bmargin at screen 0.70013; set tmargin at screen 0.95613
set title 'vanilla in (μ, σ)' offset 0,-0.3
unset logscale x
set xrange [-2.3:2.3]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 0.5; set format x ''
unset mxtics
unset logscale y
set yrange [0:1.5]
set ylabel 'σ at the start'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 2 defined (0 '#ebc9dc', 1 '#99d8c7')
set cbrange [-0.5:1.5]
unset colorbox
$mark_1_3 << END
-0.753316,0.536201
END
$mark_1_4 << END
-0.5,0.2
END
plot 'gf-basins-vanilla-in-mu-sigma-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'gf-basins-curves.csv' using "mu_at_the_start":"vanilla" with lines linecolor rgb vanilla linewidth 2.2, \
     $mark_1_3 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1, \
     $mark_1_4 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.10511; set rmargin at screen 0.97429
set bmargin at screen 0.38478; set tmargin at screen 0.64078
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-2.3:2.3]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 0.5; set format x ''
unset mxtics
unset logscale y
set yrange [0:1.5]
set ylabel 'σ at the start'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 2 defined (0 '#ebc9dc', 1 '#99d8c7')
set cbrange [-0.5:1.5]
unset colorbox
$mark_2_3 << END
-0.753316,0.536201
END
$mark_2_4 << END
-0.5,0.2
END
plot 'gf-basins-natural-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'gf-basins-curves-2.csv' using "mu_at_the_start":"natural" with lines linecolor rgb natural linewidth 2.2, \
     $mark_2_3 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1, \
     $mark_2_4 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

# ---- different
unset label
unset colorbox
set lmargin at screen 0.10511; set rmargin at screen 0.97429
set bmargin at screen 0.069428; set tmargin at screen 0.32542
set title 'different' offset 0,-0.3
unset logscale x
set xrange [-2.3:2.3]
set xlabel 'μ at the start' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.5]
set ylabel 'σ at the start'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette maxcolors 2 defined (0 '#ffffff', 1 '#f0c566')
set cbrange [-0.5:1.5]
unset colorbox
$mark_3_4 << END
-0.753316,0.536201
END
$mark_3_5 << END
-0.5,0.2
END
plot 'gf-basins-different-classes.csv' nonuniform matrix using 1:2:3 with image, \
     'gf-basins-curves.csv' using "mu_at_the_start":"vanilla" with lines linecolor rgb vanilla linewidth 2.2, \
     'gf-basins-curves-2.csv' using "mu_at_the_start":"natural" with lines linecolor rgb natural linewidth 2.2, \
     $mark_3_4 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1, \
     $mark_3_5 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

unset multiplot
unset output
