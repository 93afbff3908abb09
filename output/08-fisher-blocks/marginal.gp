# gnuplot marginal.gp                      draws marginal.svg
# gnuplot -e "format='pdf'" marginal.gp    draws marginal.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'marginal.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 960,265 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_marginal'
if (format eq 'pdf') set terminal pdfcairo size 10in,2.76in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1920,530 enhanced font 'sans-serif,10' \
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

# ---- joint, p(x, h)
set lmargin at screen 0.074125; set rmargin at screen 0.2818
set bmargin at screen 0.11938; set tmargin at screen 0.8717
set title 'joint, p(x, h)' offset 0,-0.3
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
plot 'marginal-joint-p-x-h-heat.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'marginal-joint-p-x-h-curves.csv' using "x":"y" with lines linecolor rgb grey linewidth 1.6, \
     'marginal-joint-p-x-h-curves-2.csv' using "x":"y" with lines linecolor rgb black linewidth 0.8

# ---- marginal, p(x)
unset label
unset colorbox
set lmargin at screen 0.37768; set rmargin at screen 0.58535
set bmargin at screen 0.11938; set tmargin at screen 0.8717
set title 'marginal, p(x)' offset 0,-0.3
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
plot 'marginal-marginal-p-x.csv' nonuniform matrix using 1:2:3 with image pixels

# ---- posterior, p(h | x)
unset label
unset colorbox
set lmargin at screen 0.68123; set rmargin at screen 0.8889
set bmargin at screen 0.11938; set tmargin at screen 0.8717
set title 'posterior, p(h | x)' offset 0,-0.3
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
set colorbox user origin screen 0.90348, screen 0.11938 size screen 0.0125, screen 0.75232 noborder
set cblabel 'entry'; set cbtics scale 0.3 0.2
plot 'marginal-posterior-p-h-x.csv' nonuniform matrix using 1:2:3 with image pixels

unset multiplot
unset output
