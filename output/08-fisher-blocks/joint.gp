# gnuplot joint.gp                      draws joint.svg
# gnuplot -e "format='pdf'" joint.gp    draws joint.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'joint.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,385 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_joint'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.01in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,770 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
grey = '#7f7f7f'
black = '#000000'
set multiplot

# ---- of p(x, h)
set lmargin at screen 0.079067; set rmargin at screen 0.43369
set bmargin at screen 0.082688; set tmargin at screen 0.91169
set title 'of p(x, h)' offset 0,-0.3
unset logscale x
set xrange [-0.5:26.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('x' 7.5, 'h⁽¹⁾' 20, 'h⁽²⁾' 25.5); set format x '%g'
unset mxtics
unset logscale y
set yrange [26.5:-0.5]
unset ylabel
set ytics ('x₁' 1.5, 'x₂' 5.5, 'x₃' 9.5, 'x₄' 13.5, 'h⁽¹⁾₁' 17, 'h⁽¹⁾₂' 20, 'h⁽¹⁾₃' 23, 'h⁽²⁾₁…' 25.5); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-0.25:0.25]
unset colorbox
$mark_1_2 << END
-0.5,-0.5
15.5,-0.5
END
$mark_1_3 << END
15.5,-0.5
15.5,15.5
END
$mark_1_4 << END
15.5,15.5
-0.5,15.5
END
$mark_1_5 << END
-0.5,15.5
-0.5,-0.5
END
$mark_1_6 << END
15.5,15.5
24.5,15.5
END
$mark_1_7 << END
24.5,15.5
24.5,24.5
END
$mark_1_8 << END
24.5,24.5
15.5,24.5
END
$mark_1_9 << END
15.5,24.5
15.5,15.5
END
$mark_1_10 << END
24.5,24.5
26.5,24.5
END
$mark_1_11 << END
26.5,24.5
26.5,26.5
END
$mark_1_12 << END
26.5,26.5
24.5,26.5
END
$mark_1_13 << END
24.5,26.5
24.5,24.5
END
$mark_1_14 << END
-0.5,-0.5
3.5,-0.5
END
$mark_1_15 << END
3.5,-0.5
3.5,3.5
END
$mark_1_16 << END
3.5,3.5
-0.5,3.5
END
$mark_1_17 << END
-0.5,3.5
-0.5,-0.5
END
$mark_1_18 << END
3.5,3.5
7.5,3.5
END
$mark_1_19 << END
7.5,3.5
7.5,7.5
END
$mark_1_20 << END
7.5,7.5
3.5,7.5
END
$mark_1_21 << END
3.5,7.5
3.5,3.5
END
$mark_1_22 << END
7.5,7.5
11.5,7.5
END
$mark_1_23 << END
11.5,7.5
11.5,11.5
END
$mark_1_24 << END
11.5,11.5
7.5,11.5
END
$mark_1_25 << END
7.5,11.5
7.5,7.5
END
$mark_1_26 << END
11.5,11.5
15.5,11.5
END
$mark_1_27 << END
15.5,11.5
15.5,15.5
END
$mark_1_28 << END
15.5,15.5
11.5,15.5
END
$mark_1_29 << END
11.5,15.5
11.5,11.5
END
$mark_1_30 << END
15.5,15.5
18.5,15.5
END
$mark_1_31 << END
18.5,15.5
18.5,18.5
END
$mark_1_32 << END
18.5,18.5
15.5,18.5
END
$mark_1_33 << END
15.5,18.5
15.5,15.5
END
$mark_1_34 << END
18.5,18.5
21.5,18.5
END
$mark_1_35 << END
21.5,18.5
21.5,21.5
END
$mark_1_36 << END
21.5,21.5
18.5,21.5
END
$mark_1_37 << END
18.5,21.5
18.5,18.5
END
$mark_1_38 << END
21.5,21.5
24.5,21.5
END
$mark_1_39 << END
24.5,21.5
24.5,24.5
END
$mark_1_40 << END
24.5,24.5
21.5,24.5
END
$mark_1_41 << END
21.5,24.5
21.5,21.5
END
$mark_1_42 << END
24.5,24.5
25.5,24.5
END
$mark_1_43 << END
25.5,24.5
25.5,25.5
END
$mark_1_44 << END
25.5,25.5
24.5,25.5
END
$mark_1_45 << END
24.5,25.5
24.5,24.5
END
$mark_1_46 << END
25.5,25.5
26.5,25.5
END
$mark_1_47 << END
26.5,25.5
26.5,26.5
END
$mark_1_48 << END
26.5,26.5
25.5,26.5
END
$mark_1_49 << END
25.5,26.5
25.5,25.5
END
plot 'joint-of-p-x-h.csv' nonuniform matrix using 1:2:3 with image pixels, \
     $mark_1_2 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_3 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_4 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_5 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_6 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_7 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_8 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_9 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_10 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_11 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_12 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_13 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_1_14 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_15 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_16 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_17 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_18 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_19 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_20 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_21 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_22 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_23 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_24 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_25 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_26 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_27 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_28 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_29 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_30 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_31 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_32 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_33 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_34 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_35 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_36 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_37 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_38 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_39 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_40 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_41 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_42 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_43 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_44 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_45 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_46 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_47 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_48 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_1_49 using 1:2 with lines linecolor rgb black linewidth 0.8

# ---- of q(h | x), over the data
unset label
unset colorbox
set lmargin at screen 0.52687; set rmargin at screen 0.88149
set bmargin at screen 0.082688; set tmargin at screen 0.91169
set title 'of q(h | x), over the data' offset 0,-0.3
unset logscale x
set xrange [-0.5:22.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('h⁽¹⁾' 7, 'h⁽²⁾' 18.5); set format x '%g'
unset mxtics
unset logscale y
set yrange [22.5:-0.5]
unset ylabel
set ytics ('h⁽¹⁾₁' 2, 'h⁽¹⁾₂' 7, 'h⁽¹⁾₃' 12, 'h⁽²⁾₁' 16.5, 'h⁽²⁾₂' 20.5); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-0.25:0.25]
set colorbox user origin screen 0.89705, screen 0.082688 size screen 0.013333, screen 0.829 noborder
set cblabel 'entry'; set cbtics scale 0.3 0.1
$mark_2_2 << END
-0.5,-0.5
14.5,-0.5
END
$mark_2_3 << END
14.5,-0.5
14.5,14.5
END
$mark_2_4 << END
14.5,14.5
-0.5,14.5
END
$mark_2_5 << END
-0.5,14.5
-0.5,-0.5
END
$mark_2_6 << END
14.5,14.5
22.5,14.5
END
$mark_2_7 << END
22.5,14.5
22.5,22.5
END
$mark_2_8 << END
22.5,22.5
14.5,22.5
END
$mark_2_9 << END
14.5,22.5
14.5,14.5
END
$mark_2_10 << END
-0.5,-0.5
4.5,-0.5
END
$mark_2_11 << END
4.5,-0.5
4.5,4.5
END
$mark_2_12 << END
4.5,4.5
-0.5,4.5
END
$mark_2_13 << END
-0.5,4.5
-0.5,-0.5
END
$mark_2_14 << END
4.5,4.5
9.5,4.5
END
$mark_2_15 << END
9.5,4.5
9.5,9.5
END
$mark_2_16 << END
9.5,9.5
4.5,9.5
END
$mark_2_17 << END
4.5,9.5
4.5,4.5
END
$mark_2_18 << END
9.5,9.5
14.5,9.5
END
$mark_2_19 << END
14.5,9.5
14.5,14.5
END
$mark_2_20 << END
14.5,14.5
9.5,14.5
END
$mark_2_21 << END
9.5,14.5
9.5,9.5
END
$mark_2_22 << END
14.5,14.5
18.5,14.5
END
$mark_2_23 << END
18.5,14.5
18.5,18.5
END
$mark_2_24 << END
18.5,18.5
14.5,18.5
END
$mark_2_25 << END
14.5,18.5
14.5,14.5
END
$mark_2_26 << END
18.5,18.5
22.5,18.5
END
$mark_2_27 << END
22.5,18.5
22.5,22.5
END
$mark_2_28 << END
22.5,22.5
18.5,22.5
END
$mark_2_29 << END
18.5,22.5
18.5,18.5
END
plot 'joint-of-q-h-x-over-the-data.csv' nonuniform matrix using 1:2:3 with image pixels, \
     $mark_2_2 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_3 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_4 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_5 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_6 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_7 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_8 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_9 using 1:2 with lines linecolor rgb grey linewidth 1.6, \
     $mark_2_10 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_11 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_12 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_13 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_14 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_15 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_16 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_17 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_18 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_19 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_20 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_21 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_22 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_23 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_24 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_25 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_26 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_27 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_28 using 1:2 with lines linecolor rgb black linewidth 0.8, \
     $mark_2_29 using 1:2 with lines linecolor rgb black linewidth 0.8

unset multiplot
unset output
