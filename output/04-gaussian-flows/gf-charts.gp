# gnuplot gf-charts.gp                      draws gf-charts.svg
# gnuplot -e "format='pdf'" gf-charts.gp    draws gf-charts.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-charts.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,511 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_charts'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,5.323in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1022 enhanced font 'sans-serif,10' \
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
black = '#000000'
set multiplot

# ---- vanilla in (μ,σ)
set lmargin at screen 0.081756; set rmargin at screen 0.51421
set bmargin at screen 0.56417; set tmargin at screen 0.93346
set title 'vanilla in (μ,σ)' offset 0,-0.3
unset logscale x
set xrange [-1.5:1.8]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 1; set format x ''
unset mxtics
unset logscale y
set yrange [0:1.6]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_6 << END
0.166667,0
END
plot 'gf-charts-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-charts-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-charts-vanilla-in-mu-sigma-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-charts-points.csv' using "mu":"sigma" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     'gf-charts-curves.csv' using "mu":"natural" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6), \
     $mark_1_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- vanilla in (μ,σ²)
unset label
unset colorbox
set lmargin at screen 0.54754; set rmargin at screen 0.98
set bmargin at screen 0.56417; set tmargin at screen 0.93346
set title 'vanilla in (μ,σ²)' offset 0,-0.3
unset logscale x
set xrange [-1.5:1.8]
unset xlabel
set xtics offset 0,0.3 norotate autojustify 1; set format x ''
unset mxtics
unset logscale y
set yrange [0:1.6]
unset ylabel
set ytics 0.5; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_6 << END
0.166667,0
END
plot 'gf-charts-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-charts-vanilla-in-mu-sigma2-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-charts-vanilla-in-mu-sigma2-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-charts-points.csv' using "mu":"sigma" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     'gf-charts-curves.csv' using "mu":"natural" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6), \
     $mark_2_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- vanilla in θ
unset label
unset colorbox
set lmargin at screen 0.081756; set rmargin at screen 0.51421
set bmargin at screen 0.10486; set tmargin at screen 0.47415
set title 'vanilla in θ' offset 0,-0.3
unset logscale x
set xrange [-1.5:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.6]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_3_6 << END
0.166667,0
END
plot 'gf-charts-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-charts-vanilla-in-theta-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-charts-vanilla-in-theta-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-charts-points.csv' using "mu":"sigma" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     'gf-charts-curves.csv' using "mu":"natural" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6), \
     $mark_3_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

# ---- vanilla in η
unset label
unset colorbox
set lmargin at screen 0.54754; set rmargin at screen 0.98
set bmargin at screen 0.10486; set tmargin at screen 0.47415
set title 'vanilla in η' offset 0,-0.3
unset logscale x
set xrange [-1.5:1.8]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 1; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1.6]
unset ylabel
set ytics 0.5; set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_4_6 << END
0.166667,0
END
plot 'gf-charts-contours.csv' using "mu":"sigma" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'gf-charts-vanilla-in-eta-curves.csv' using "mu":"sigma" with lines linecolor rgb vanilla linewidth 1.1, \
     'gf-charts-vanilla-in-eta-curves.csv' using "mu":"sigma":(-0.001):"direction" with arrows head size screen 0.0111,18,60 fixed filled linecolor rgb vanilla, \
     'gf-charts-points.csv' using "mu":"sigma" with points linecolor rgb vanilla pointtype 7 pointsize 0.375, \
     'gf-charts-curves.csv' using "mu":"natural" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6), \
     $mark_4_6 using 1:2 with points linecolor rgb black pointtype 2 pointsize 1

unset multiplot
unset output
