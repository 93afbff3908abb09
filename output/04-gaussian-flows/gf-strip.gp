# gnuplot gf-strip.gp                      draws gf-strip.svg
# gnuplot -e "format='pdf'" gf-strip.gp    draws gf-strip.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'gf-strip.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 1000,420 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_gf_strip'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,4.375in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 2000,840 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
vanilla = '#d55e00'
natural = '#0072b2'
set multiplot

# ---- t = 0
set lmargin at screen 0.06019; set rmargin at screen 0.18882
set bmargin at screen 0.57857; set tmargin at screen 0.91905
set title 't = 0' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
set ylabel 'vanilla: density'
set ytics (0, 1, 2); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_1_1 << END
-2.6,0
2.6,0
END
plot $mark_1_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-curves.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-curves.csv' using "x":"density" with lines linecolor rgb vanilla linewidth 1.8

# ---- t = 0.205
unset label
unset colorbox
set lmargin at screen 0.21882; set rmargin at screen 0.34746
set bmargin at screen 0.57857; set tmargin at screen 0.91905
set title 't = 0.205' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_2_1 << END
-2.6,0
2.6,0
END
plot $mark_2_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-0-205.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-0-205.csv' using "x":"density" with lines linecolor rgb vanilla linewidth 1.8

# ---- t = 0.352
unset label
unset colorbox
set lmargin at screen 0.37746; set rmargin at screen 0.50609
set bmargin at screen 0.57857; set tmargin at screen 0.91905
set title 't = 0.352' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_3_1 << END
-2.6,0
2.6,0
END
plot $mark_3_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-0-352.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-0-352.csv' using "x":"density" with lines linecolor rgb vanilla linewidth 1.8

# ---- t = 0.469
unset label
unset colorbox
set lmargin at screen 0.53609; set rmargin at screen 0.66473
set bmargin at screen 0.57857; set tmargin at screen 0.91905
set title 't = 0.469' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_4_1 << END
-2.6,0
2.6,0
END
plot $mark_4_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-0-469.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-0-469.csv' using "x":"density" with lines linecolor rgb vanilla linewidth 1.8

# ---- t = 0.540
unset label
unset colorbox
set lmargin at screen 0.69473; set rmargin at screen 0.82337
set bmargin at screen 0.57857; set tmargin at screen 0.91905
set title 't = 0.540' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_5_1 << END
-2.6,0
2.6,0
END
plot $mark_5_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-0-540.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-0-540.csv' using "x":"density" with lines linecolor rgb vanilla linewidth 1.8

# ---- t = 0.597
unset label
unset colorbox
set lmargin at screen 0.85337; set rmargin at screen 0.982
set bmargin at screen 0.57857; set tmargin at screen 0.91905
set title 't = 0.597' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
unset xlabel
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x ''
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_6_1 << END
-2.6,0
2.6,0
END
plot $mark_6_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-0-597.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-0-597.csv' using "x":"density" with lines linecolor rgb vanilla linewidth 1.8

# ---- t = 0
unset label
unset colorbox
set lmargin at screen 0.06019; set rmargin at screen 0.18882
set bmargin at screen 0.12857; set tmargin at screen 0.46905
set title 't = 0' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
set ylabel 'natural: density'
set ytics (0, 1, 2); set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_7_1 << END
-2.6,0
2.6,0
END
plot $mark_7_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-curves.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-curves.csv' using "x":"density" with lines linecolor rgb natural linewidth 1.8

# ---- t = 1.33
unset label
unset colorbox
set lmargin at screen 0.21882; set rmargin at screen 0.34746
set bmargin at screen 0.12857; set tmargin at screen 0.46905
set title 't = 1.33' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_8_1 << END
-2.6,0
2.6,0
END
plot $mark_8_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-1-33.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-1-33.csv' using "x":"density" with lines linecolor rgb natural linewidth 1.8

# ---- t = 1.95
unset label
unset colorbox
set lmargin at screen 0.37746; set rmargin at screen 0.50609
set bmargin at screen 0.12857; set tmargin at screen 0.46905
set title 't = 1.95' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_9_1 << END
-2.6,0
2.6,0
END
plot $mark_9_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-1-95.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-1-95.csv' using "x":"density" with lines linecolor rgb natural linewidth 1.8

# ---- t = 2.49
unset label
unset colorbox
set lmargin at screen 0.53609; set rmargin at screen 0.66473
set bmargin at screen 0.12857; set tmargin at screen 0.46905
set title 't = 2.49' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_10_1 << END
-2.6,0
2.6,0
END
plot $mark_10_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-2-49.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-2-49.csv' using "x":"density" with lines linecolor rgb natural linewidth 1.8

# ---- t = 3.21
unset label
unset colorbox
set lmargin at screen 0.69473; set rmargin at screen 0.82337
set bmargin at screen 0.12857; set tmargin at screen 0.46905
set title 't = 3.21' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_11_1 << END
-2.6,0
2.6,0
END
plot $mark_11_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-3-21.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-3-21.csv' using "x":"density" with lines linecolor rgb natural linewidth 1.8

# ---- t = 5.01
unset label
unset colorbox
set lmargin at screen 0.85337; set rmargin at screen 0.982
set bmargin at screen 0.12857; set tmargin at screen 0.46905
set title 't = 5.01' offset 0,-0.3
unset logscale x
set xrange [-2.6:2.6]
set xlabel 'x' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-2, 0, 2); set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.8:2.8]
unset ylabel
set ytics (0, 1, 2); set format y ''
unset mytics
set border 3 back; set tics back
unset grid
unset key
$mark_12_1 << END
-2.6,0
2.6,0
END
plot $mark_12_1 using 1:2 with lines linecolor rgb '#bfbfbf' linewidth 1, \
     'gf-strip-t-5-01.csv' using "x":"f" with lines linecolor rgb grey linewidth 1.2, \
     'gf-strip-t-5-01.csv' using "x":"density" with lines linecolor rgb natural linewidth 1.8

unset multiplot
unset output
