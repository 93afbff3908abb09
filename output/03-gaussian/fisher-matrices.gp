# gnuplot fisher-matrices.gp                      draws fisher-matrices.svg
# gnuplot -e "format='pdf'" fisher-matrices.gp    draws fisher-matrices.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'fisher-matrices.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 960,971 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_fisher_matrices'
if (format eq 'pdf') set terminal pdfcairo size 10in,10.11in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1920,1942 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
set multiplot

# ---- d = 1, in μ,Σ
set lmargin at screen 0.046229; set rmargin at screen 0.31458
set bmargin at screen 0.69967; set tmargin at screen 0.96498
set title 'd = 1, in μ,Σ' offset 0,-0.3
unset logscale x
set xrange [-0.5:1.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '11' 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [1.5:-0.5]
unset ylabel
set ytics ('1' 0, '11' 1); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-1.42857:1.42857]
unset colorbox
$mark_1_3 << END
0.5,-0.5
0.5,1.5
END
$mark_1_4 << END
-0.5,0.5
1.5,0.5
END
plot 'fisher-matrices-d-1-in-mu-sigma.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'fisher-matrices-d-1-in-mu-sigma.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -1.25714 && $3 < 1.14286 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     $mark_1_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_1_4 using 1:2 with lines linecolor rgb black linewidth 1.6

# ---- d = 1, in θ
unset label
unset colorbox
set lmargin at screen 0.37956; set rmargin at screen 0.64792
set bmargin at screen 0.69967; set tmargin at screen 0.96498
set title 'd = 1, in θ' offset 0,-0.3
unset logscale x
set xrange [-0.5:1.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '11' 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [1.5:-0.5]
unset ylabel
set ytics ('1' 0, '11' 1); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-1.988:1.988]
unset colorbox
$mark_2_3 << END
0.5,-0.5
0.5,1.5
END
$mark_2_4 << END
-0.5,0.5
1.5,0.5
END
plot 'fisher-matrices-d-1-in-theta.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'fisher-matrices-d-1-in-theta.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -1.74944 && $3 < 1.5904 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     $mark_2_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_2_4 using 1:2 with lines linecolor rgb black linewidth 1.6

# ---- d = 1, in η
unset label
unset colorbox
set lmargin at screen 0.7129; set rmargin at screen 0.98125
set bmargin at screen 0.69967; set tmargin at screen 0.96498
set title 'd = 1, in η' offset 0,-0.3
unset logscale x
set xrange [-0.5:1.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '11' 1); set format x '%g'
unset mxtics
unset logscale y
set yrange [1.5:-0.5]
unset ylabel
set ytics ('1' 0, '11' 1); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-2.89796:2.89796]
unset colorbox
$mark_3_3 << END
0.5,-0.5
0.5,1.5
END
$mark_3_4 << END
-0.5,0.5
1.5,0.5
END
plot 'fisher-matrices-d-1-in-eta.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'fisher-matrices-d-1-in-eta.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -2.5502 && $3 < 2.31837 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     $mark_3_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_3_4 using 1:2 with lines linecolor rgb black linewidth 1.6

# ---- d = 2, in μ,Σ
unset label
unset colorbox
set lmargin at screen 0.046229; set rmargin at screen 0.31458
set bmargin at screen 0.36639; set tmargin at screen 0.6317
set title 'd = 2, in μ,Σ' offset 0,-0.3
unset logscale x
set xrange [-0.5:4.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '2' 1, '11' 2, '22' 3, '12' 4); set format x '%g'
unset mxtics
unset logscale y
set yrange [4.5:-0.5]
unset ylabel
set ytics ('1' 0, '2' 1, '11' 2, '22' 3, '12' 4); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-1.14286:1.14286]
unset colorbox
$mark_4_3 << END
1.5,-0.5
1.5,4.5
END
$mark_4_4 << END
-0.5,1.5
4.5,1.5
END
$mark_4_5 << END
3.5,-0.5
3.5,4.5
END
$mark_4_6 << END
-0.5,3.5
4.5,3.5
END
plot 'fisher-matrices-d-2-in-mu-sigma.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'fisher-matrices-d-2-in-mu-sigma.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -1.00571 && $3 < 0.914286 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     $mark_4_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_4_4 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_4_5 using 1:2 with lines linecolor rgb black linewidth 0.6, \
     $mark_4_6 using 1:2 with lines linecolor rgb black linewidth 0.6

# ---- d = 2, in θ
unset label
unset colorbox
set lmargin at screen 0.37956; set rmargin at screen 0.64792
set bmargin at screen 0.36639; set tmargin at screen 0.6317
set title 'd = 2, in θ' offset 0,-0.3
unset logscale x
set xrange [-0.5:4.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '2' 1, '11' 2, '22' 3, '12' 4); set format x '%g'
unset mxtics
unset logscale y
set yrange [4.5:-0.5]
unset ylabel
set ytics ('1' 0, '2' 1, '11' 2, '22' 3, '12' 4); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-13.48:13.48]
unset colorbox
$mark_5_3 << END
1.5,-0.5
1.5,4.5
END
$mark_5_4 << END
-0.5,1.5
4.5,1.5
END
$mark_5_5 << END
3.5,-0.5
3.5,4.5
END
$mark_5_6 << END
-0.5,3.5
4.5,3.5
END
plot 'fisher-matrices-d-2-in-theta.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'fisher-matrices-d-2-in-theta.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -11.8624 && $3 < 10.784 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     $mark_5_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_5_4 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_5_5 using 1:2 with lines linecolor rgb black linewidth 0.6, \
     $mark_5_6 using 1:2 with lines linecolor rgb black linewidth 0.6

# ---- d = 2, in η
unset label
unset colorbox
set lmargin at screen 0.7129; set rmargin at screen 0.98125
set bmargin at screen 0.36639; set tmargin at screen 0.6317
set title 'd = 2, in η' offset 0,-0.3
unset logscale x
set xrange [-0.5:4.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '2' 1, '11' 2, '22' 3, '12' 4); set format x '%g'
unset mxtics
unset logscale y
set yrange [4.5:-0.5]
unset ylabel
set ytics ('1' 0, '2' 1, '11' 2, '22' 3, '12' 4); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-3.3502:3.3502]
unset colorbox
$mark_6_3 << END
1.5,-0.5
1.5,4.5
END
$mark_6_4 << END
-0.5,1.5
4.5,1.5
END
$mark_6_5 << END
3.5,-0.5
3.5,4.5
END
$mark_6_6 << END
-0.5,3.5
4.5,3.5
END
plot 'fisher-matrices-d-2-in-eta.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'fisher-matrices-d-2-in-eta.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -2.94818 && $3 < 2.68016 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12', \
     $mark_6_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_6_4 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_6_5 using 1:2 with lines linecolor rgb black linewidth 0.6, \
     $mark_6_6 using 1:2 with lines linecolor rgb black linewidth 0.6

# ---- d = 3, in μ,Σ
unset label
unset colorbox
set lmargin at screen 0.046229; set rmargin at screen 0.31458
set bmargin at screen 0.0331; set tmargin at screen 0.29841
set title 'd = 3, in μ,Σ' offset 0,-0.3
unset logscale x
set xrange [-0.5:8.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '2' 1, '3' 2, '11' 3, '22' 4, '33' 5, '12' 6, '13' 7, '23' 8); set format x '%g'
unset mxtics
unset logscale y
set yrange [8.5:-0.5]
unset ylabel
set ytics ('1' 0, '2' 1, '3' 2, '11' 3, '22' 4, '33' 5, '12' 6, '13' 7, '23' 8); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-1.75601:1.75601]
unset colorbox
$mark_7_2 << END
2.5,-0.5
2.5,8.5
END
$mark_7_3 << END
-0.5,2.5
8.5,2.5
END
$mark_7_4 << END
5.5,-0.5
5.5,8.5
END
$mark_7_5 << END
-0.5,5.5
8.5,5.5
END
plot 'fisher-matrices-d-3-in-mu-sigma.csv' nonuniform matrix using 1:2:3 with image pixels, \
     $mark_7_2 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_7_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_7_4 using 1:2 with lines linecolor rgb black linewidth 0.6, \
     $mark_7_5 using 1:2 with lines linecolor rgb black linewidth 0.6

# ---- d = 3, in θ
unset label
unset colorbox
set lmargin at screen 0.37956; set rmargin at screen 0.64792
set bmargin at screen 0.0331; set tmargin at screen 0.29841
set title 'd = 3, in θ' offset 0,-0.3
unset logscale x
set xrange [-0.5:8.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '2' 1, '3' 2, '11' 3, '22' 4, '33' 5, '12' 6, '13' 7, '23' 8); set format x '%g'
unset mxtics
unset logscale y
set yrange [8.5:-0.5]
unset ylabel
set ytics ('1' 0, '2' 1, '3' 2, '11' 3, '22' 4, '33' 5, '12' 6, '13' 7, '23' 8); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-6.76:6.76]
unset colorbox
$mark_8_2 << END
2.5,-0.5
2.5,8.5
END
$mark_8_3 << END
-0.5,2.5
8.5,2.5
END
$mark_8_4 << END
5.5,-0.5
5.5,8.5
END
$mark_8_5 << END
-0.5,5.5
8.5,5.5
END
plot 'fisher-matrices-d-3-in-theta.csv' nonuniform matrix using 1:2:3 with image pixels, \
     $mark_8_2 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_8_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_8_4 using 1:2 with lines linecolor rgb black linewidth 0.6, \
     $mark_8_5 using 1:2 with lines linecolor rgb black linewidth 0.6

# ---- d = 3, in η
unset label
unset colorbox
set lmargin at screen 0.7129; set rmargin at screen 0.98125
set bmargin at screen 0.0331; set tmargin at screen 0.29841
set title 'd = 3, in η' offset 0,-0.3
unset logscale x
set xrange [-0.5:8.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('1' 0, '2' 1, '3' 2, '11' 3, '22' 4, '33' 5, '12' 6, '13' 7, '23' 8); set format x '%g'
unset mxtics
unset logscale y
set yrange [8.5:-0.5]
unset ylabel
set ytics ('1' 0, '2' 1, '3' 2, '11' 3, '22' 4, '33' 5, '12' 6, '13' 7, '23' 8); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-2.93863:2.93863]
unset colorbox
$mark_9_2 << END
2.5,-0.5
2.5,8.5
END
$mark_9_3 << END
-0.5,2.5
8.5,2.5
END
$mark_9_4 << END
5.5,-0.5
5.5,8.5
END
$mark_9_5 << END
-0.5,5.5
8.5,5.5
END
plot 'fisher-matrices-d-3-in-eta.csv' nonuniform matrix using 1:2:3 with image pixels, \
     $mark_9_2 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_9_3 using 1:2 with lines linecolor rgb black linewidth 1.6, \
     $mark_9_4 using 1:2 with lines linecolor rgb black linewidth 0.6, \
     $mark_9_5 using 1:2 with lines linecolor rgb black linewidth 0.6

unset multiplot
unset output
