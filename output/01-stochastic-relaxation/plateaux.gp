# gnuplot plateaux.gp                      draws plateaux.svg
# gnuplot -e "format='pdf'" plateaux.gp    draws plateaux.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'plateaux.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,379 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_plateaux'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.948in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,758 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
set multiplot

# ---- vanilla
set lmargin at screen 0.075978; set rmargin at screen 0.39958
set bmargin at screen 0.14185; set tmargin at screen 0.91029
set title 'vanilla' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-3, -2, -1, 0, 1, 2, 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [-3:3]
set ylabel 'θ₂'
set ytics (-3, -2, -1, 0, 1, 2, 3); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [-2:1]
set colorbox user origin screen 0.41513, screen 0.14185 size screen 0.013333, screen 0.76844 noborder
set cblabel 'log₁₀ of the speed'; set cbtics scale 0.3 0.5
plot 'plateaux-contours.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'plateaux-vanilla-heat.csv' nonuniform matrix using 1:2:3 with image

# ---- natural
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.89958
set bmargin at screen 0.14185; set tmargin at screen 0.91029
set title 'natural' offset 0,-0.3
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (-3, -2, -1, 0, 1, 2, 3); set format x '%g'
unset mxtics
unset logscale y
set yrange [-3:3]
set ylabel 'θ₂'
set ytics (-3, -2, -1, 0, 1, 2, 3); set format y '%g'
unset mytics
set border 3 front; set tics front
unset grid
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [-2:1]
set colorbox user origin screen 0.91513, screen 0.14185 size screen 0.013333, screen 0.76844 noborder
set cblabel 'log₁₀ of the speed'; set cbtics scale 0.3 0.5
plot 'plateaux-contours.csv' using "theta1":"theta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'plateaux-natural-heat.csv' nonuniform matrix using 1:2:3 with image

unset multiplot
unset output
