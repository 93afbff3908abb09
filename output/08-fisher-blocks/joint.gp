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
plot 'joint-of-p-x-h-heat.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'joint-of-p-x-h-curves.csv' using "x":"y" with lines linecolor rgb grey linewidth 1.6, \
     'joint-of-p-x-h-curves-2.csv' using "x":"y" with lines linecolor rgb black linewidth 0.8

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
plot 'joint-of-q-h-x-over-the-data-heat.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'joint-of-q-h-x-over-the-data-curves.csv' using "x":"y" with lines linecolor rgb grey linewidth 1.6, \
     'joint-of-q-h-x-over-the-data-curves-2.csv' using "x":"y" with lines linecolor rgb black linewidth 0.8

unset multiplot
unset output
