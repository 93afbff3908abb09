# gnuplot pairing.gp                      draws pairing.svg
# gnuplot -e "format='pdf'" pairing.gp    draws pairing.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'pairing.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 640,610 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_pairing'
if (format eq 'pdf') set terminal pdfcairo size 6.667in,6.354in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1280,1220 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
set multiplot

# ---- F of p, x₁: dreams
set lmargin at screen 0.098391; set rmargin at screen 0.47187
set bmargin at screen 0.55241; set tmargin at screen 0.94426
set title 'F of p, x₁: dreams' offset 0,-0.3
unset logscale x
set xrange [-0.5:3.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('h⁽¹⁾₁' 0, 'h⁽¹⁾₂' 1, 'h⁽¹⁾₃' 2, '1' 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [3.5:-0.5]
unset ylabel
set ytics ('h⁽¹⁾₁' 0, 'h⁽¹⁾₂' 1, 'h⁽¹⁾₃' 2, '1' 3); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-0.25:0.25]
unset colorbox
plot 'pairing-f-of-p-x1-dreams.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'pairing-f-of-p-x1-dreams.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -0.22 && $3 < 0.2 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12'

# ---- as in line 10: data and q
unset label
unset colorbox
set lmargin at screen 0.59839; set rmargin at screen 0.97188
set bmargin at screen 0.55241; set tmargin at screen 0.94426
set title 'as in line 10: data and q' offset 0,-0.3
unset logscale x
set xrange [-0.5:3.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('h⁽¹⁾₁' 0, 'h⁽¹⁾₂' 1, 'h⁽¹⁾₃' 2, '1' 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [3.5:-0.5]
unset ylabel
set ytics ('h⁽¹⁾₁' 0, 'h⁽¹⁾₂' 1, 'h⁽¹⁾₃' 2, '1' 3); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-0.25:0.25]
unset colorbox
plot 'pairing-as-in-line-10-data-and-q.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'pairing-as-in-line-10-data-and-q.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -0.22 && $3 < 0.2 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12'

# ---- F of q, h⁽¹⁾₁: data
unset label
unset colorbox
set lmargin at screen 0.098391; set rmargin at screen 0.47187
set bmargin at screen 0.052361; set tmargin at screen 0.44421
set title 'F of q, h⁽¹⁾₁: data' offset 0,-0.3
unset logscale x
set xrange [-0.5:4.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('x₁' 0, 'x₂' 1, 'x₃' 2, 'x₄' 3, '1' 4); set format x '%g'
unset mxtics
unset logscale y
set yrange [4.5:-0.5]
unset ylabel
set ytics ('x₁' 0, 'x₂' 1, 'x₃' 2, 'x₄' 3, '1' 4); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-0.25:0.25]
unset colorbox
plot 'pairing-f-of-q-h-1-data.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'pairing-f-of-q-h-1-data.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -0.22 && $3 < 0.2 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12'

# ---- as in line 22: dreams
unset label
unset colorbox
set lmargin at screen 0.59839; set rmargin at screen 0.97188
set bmargin at screen 0.052361; set tmargin at screen 0.44421
set title 'as in line 22: dreams' offset 0,-0.3
unset logscale x
set xrange [-0.5:4.5]
unset xlabel
set xtics offset 0,0.3 norotate autojustify ('x₁' 0, 'x₂' 1, 'x₃' 2, 'x₄' 3, '1' 4); set format x '%g'
unset mxtics
unset logscale y
set yrange [4.5:-0.5]
unset ylabel
set ytics ('x₁' 0, 'x₂' 1, 'x₃' 2, 'x₄' 3, '1' 4); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#2166ac', 1 '#67a9cf', 2 '#d1e5f0', 3 '#ffffff', 4 '#fddbc7', 5 '#ef8a62', 6 '#b2182b')
set cbrange [-0.25:0.25]
unset colorbox
plot 'pairing-as-in-line-22-dreams.csv' nonuniform matrix using 1:2:3 with image pixels, \
     'pairing-as-in-line-22-dreams.csv' nonuniform matrix using 1:2:(valid(3) ? sprintf('%.3g', $3) : ''):($3 > -0.22 && $3 < 0.2 ? 0x000000 : 0xffffff) with labels textcolor rgb variable font ',12'

unset multiplot
unset output
