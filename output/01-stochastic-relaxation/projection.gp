# gnuplot projection.gp                      draws projection.svg
# gnuplot -e "format='pdf'" projection.gp    draws projection.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'projection.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 560,534 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_projection'
if (format eq 'pdf') set terminal pdfcairo size 5.833in,5.562in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1120,1068 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
vanilla = '#d55e00'

set lmargin at screen 0.13139; set rmargin at screen 0.96786
set bmargin at screen 0.10034; set tmargin at screen 0.97753
unset title
set xrange [-0.2:1.8]
set xlabel 'η₁' offset 0,0.5
set xtics offset 0,0.3 (0, 0.5, 1); set format x '%g'
set yrange [-0.2:1.8]
set ylabel 'η₂'
set ytics (0, 0.5, 1); set format y '%g'
set border 3 back; set tics back
unset grid
unset key
set label '0' at 0.3696, -0.118347 center front rotate by -11 font ',10' textcolor rgb '#acacac'
set label '1' at 0.639364, 0.0928465 center front rotate by -19 font ',10' textcolor rgb '#acacac'
set label '2' at 0.498313, 0.43013 center front rotate by -33 font ',10' textcolor rgb '#acacac'
set label '3' at 0.566556, 0.658415 center front rotate by -39 font ',10' textcolor rgb '#acacac'
set label '4' at 0.709962, 0.79797 center front rotate by -39 font ',10' textcolor rgb '#acacac'
set label '5' at 0.839038, 0.922278 center front rotate by -39 font ',10' textcolor rgb '#acacac'
set label 'projected' at 1, 1 left front offset screen 0.0107, screen 0 textcolor rgb vanilla
set label 'free' at 1.48317, 1.73753 left front offset screen 0.0107, screen 0 textcolor rgb vanilla
$mark_1_5 << END
0,0
END
plot 'projection-contours.csv' using "eta1":"eta2" with lines linecolor rgb '#acacac' linewidth 0.8, \
     'projection-curves.csv' using "eta1":"eta2" with lines linecolor rgb black linewidth 1, \
     'projection-curves-2.csv' using "eta1":"free" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6), \
     'projection-curves-3.csv' using "eta1":"projected" with lines linecolor rgb vanilla linewidth 2.2, \
     $mark_1_5 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.75

unset output
