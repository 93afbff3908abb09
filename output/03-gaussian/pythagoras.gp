# gnuplot pythagoras.gp                      draws pythagoras.svg
# gnuplot -e "format='pdf'" pythagoras.gp    draws pythagoras.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'pythagoras.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 980,319 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_pythagoras'
if (format eq 'pdf') set terminal pdfcairo size 10.21in,3.323in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1960,638 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
black = '#000000'
natural = '#0072b2'
vanilla = '#d55e00'
green = '#009e73'
grey = '#7f7f7f'
set multiplot

# ---- densities
set lmargin at screen 0.069776; set rmargin at screen 0.30586
set bmargin at screen 0.16815; set tmargin at screen 0.89342
set title 'densities' offset 0,-0.3
unset logscale x
set xrange [-2.3:2.3]
set xlabel 'x₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.3:2.3]
set ylabel 'x₂'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'p' at 1.3, 1.85 left front offset screen 0.00612, screen 0
set label 'p*' at -1.5, 1.25 center front textcolor rgb natural
set label 'least KL(· ‖ p)' at 0, 0 center front textcolor rgb vanilla
plot 'pythagoras-densities-curves.csv' using "x1":"p" with lines linecolor rgb black linewidth 2, \
     'pythagoras-densities-curves-2.csv' using "x1":"projection" with lines linecolor rgb natural linewidth 1.8, \
     'pythagoras-densities-curves-3.csv' using "x1":"reverse" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6)

# ---- in η
unset label
unset colorbox
set lmargin at screen 0.40766; set rmargin at screen 0.64374
set bmargin at screen 0.16815; set tmargin at screen 0.89342
set title 'in η' offset 0,-0.3
unset logscale x
set xrange [0.2:1.6]
set xlabel 'η₁₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.7:2.2]
set ylabel 'η₁₂'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'p' at 1.2, 1.8 left front offset screen 0.00867, screen 0
set label 'p*' at 1.2, -0.2 left front offset screen 0.00612, screen 0 textcolor rgb natural
set label 'q' at 0.45, 0 center front offset screen 0, screen -0.0361 textcolor rgb green
set label 'least KL(· ‖ p)' at 0.525, 0 center front offset screen 0, screen 0.0361 textcolor rgb vanilla
$mark_2_4 << END
1.2,1.8
END
$mark_2_5 << END
1.2,0
END
$mark_2_6 << END
0.45,0
END
$mark_2_7 << END
0.525,0
END
plot 'pythagoras-in-eta-curves.csv' using "eta11":"independent" with lines linecolor rgb green linewidth 1.8, \
     'pythagoras-in-eta-curves-2.csv' using "eta11":"projection" with lines linecolor rgb natural linewidth 1.8, \
     'pythagoras-in-eta-curves-3.csv' using "eta11":"ball" with lines linecolor rgb grey linewidth 1, \
     $mark_2_4 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.875, \
     $mark_2_5 using 1:2 with points linecolor rgb natural pointtype 7 pointsize 0.875, \
     $mark_2_6 using 1:2 with points linecolor rgb green pointtype 7 pointsize 0.875, \
     $mark_2_7 using 1:2 with points linecolor rgb vanilla pointtype 6 pointsize 0.875

# ---- in θ
unset label
unset colorbox
set lmargin at screen 0.74555; set rmargin at screen 0.98163
set bmargin at screen 0.16815; set tmargin at screen 0.89342
set title 'in θ' offset 0,-0.3
unset logscale x
set xrange [-1.9:0]
set xlabel 'θ₁₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.5:1.1]
set ylabel 'θ₁₂'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label 'p' at -0.952381, 0.714286 left front offset screen 0.00867, screen 0
set label 'p*' at -0.336667, -0.08 left front offset screen 0.00612, screen 0 textcolor rgb natural
set label 'q' at -1.11111, 0 center front offset screen 0, screen -0.0361 textcolor rgb green
set label 'least KL(· ‖ p)' at -0.952381, 0 center front offset screen 0, screen 0.0361 textcolor rgb vanilla
$mark_3_4 << END
-0.952381,0.714286
END
$mark_3_5 << END
-0.416667,0
END
$mark_3_6 << END
-1.11111,0
END
$mark_3_7 << END
-0.952381,0
END
plot 'pythagoras-in-theta-curves.csv' using "theta11":"independent" with lines linecolor rgb green linewidth 1.8, \
     'pythagoras-in-theta-curves-2.csv' using "theta11":"projection" with lines linecolor rgb natural linewidth 1.8, \
     'pythagoras-in-theta-curves-3.csv' using "theta11":"ball" with lines linecolor rgb grey linewidth 1, \
     $mark_3_4 using 1:2 with points linecolor rgb black pointtype 7 pointsize 0.875, \
     $mark_3_5 using 1:2 with points linecolor rgb natural pointtype 7 pointsize 0.875, \
     $mark_3_6 using 1:2 with points linecolor rgb green pointtype 7 pointsize 0.875, \
     $mark_3_7 using 1:2 with points linecolor rgb vanilla pointtype 6 pointsize 0.875

unset multiplot
unset output
