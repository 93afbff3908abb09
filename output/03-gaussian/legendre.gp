# gnuplot legendre.gp                      draws legendre.svg
# gnuplot -e "format='pdf'" legendre.gp    draws legendre.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'legendre.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,326 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_legendre'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,3.396in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,652 enhanced font 'sans-serif,10' \
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
natural = '#0072b2'
purple = '#cc79a7'
set multiplot

# ---- ψ and its tangents
set lmargin at screen 0.066878; set rmargin at screen 0.46801
set bmargin at screen 0.16481; set tmargin at screen 0.89571
set title 'ψ and its tangents' offset 0,-0.3
unset logscale x
set xrange [-2.2:0.3]
set xlabel 'θ₁₁' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-0.8:2.6]
set ylabel 'ψ, nats'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label '−φ(1)' at 0.01, 1.15 left front offset screen 0.00667, screen 0 textcolor rgb natural
set label 'KL(standard ‖ other)' at -1.62, 0.9 left front offset screen 0.00667, screen 0 textcolor rgb purple
$mark_1_1 << END
0,-0.8
0,2.6
END
$mark_1_3 << END
-2.2,-0.781061
0.3,1.71894
END
$mark_1_4 << END
-1.6,-0.181061
-1.6,0.337363
END
plot $mark_1_1 using 1:2 with lines linecolor rgb grey linewidth 1, \
     'legendre-psi-and-its-tangents-curves.csv' using "theta11":"psi" with lines linecolor rgb black linewidth 2, \
     $mark_1_3 using 1:2 with lines linecolor rgb natural linewidth 1.5, \
     $mark_1_4 using 1:2 with lines linecolor rgb purple linewidth 3, \
     'legendre-psi-and-its-tangents-points.csv' using "theta11":"tangent" with points linecolor rgb natural pointtype 7 pointsize 1

# ---- φ and its tangents
unset label
unset colorbox
set lmargin at screen 0.57887; set rmargin at screen 0.98
set bmargin at screen 0.16481; set tmargin at screen 0.89571
set title 'φ and its tangents' offset 0,-0.3
unset logscale x
set xrange [-0.3:2.6]
set xlabel 'η₁₁ = σ²' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [-2.2:0.4]
set ylabel 'φ, nats'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
set label '−ψ(−½)' at -0.02, -1.25 left front offset screen 0.00667, screen 0 textcolor rgb natural
set label 'KL(other ‖ standard)' at 0.3625, -0.62 left front offset screen 0.00667, screen 0 textcolor rgb purple
$mark_2_1 << END
0,-2.2
0,0.4
END
$mark_2_3 << END
-0.3,-0.768939
2.6,-2.21894
END
$mark_2_4 << END
0.3125,-1.07519
0.3125,-0.837363
END
plot $mark_2_1 using 1:2 with lines linecolor rgb grey linewidth 1, \
     'legendre-phi-and-its-tangents-curves.csv' using "eta11_sigma2":"phi" with lines linecolor rgb black linewidth 2, \
     $mark_2_3 using 1:2 with lines linecolor rgb natural linewidth 1.5, \
     $mark_2_4 using 1:2 with lines linecolor rgb purple linewidth 3, \
     'legendre-phi-and-its-tangents-points.csv' using "eta11_sigma2":"tangent" with points linecolor rgb natural pointtype 7 pointsize 1

unset multiplot
unset output
