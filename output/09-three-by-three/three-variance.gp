# gnuplot three-variance.gp                      draws three-variance.svg
# gnuplot -e "format='pdf'" three-variance.gp    draws three-variance.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'three-variance.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,420 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_three_variance'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.375in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,840 enhanced font 'sans-serif,10' \
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

# ---- KL(p(h|x) ‖ q(h|x))
set lmargin at screen 0.096433; set rmargin at screen 0.46532
set bmargin at screen 0.12857; set tmargin at screen 0.91905
set title 'KL(p(h|x) ‖ q(h|x))' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'q(first cause)' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.2; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
set ylabel 'q(second cause)'
set ytics 0.2; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
set label '0.2' at 0.854018, 0.263557 center front rotate by -8 font ',10' textcolor rgb grey
set label '0.3' at 0.801244, 0.38564 center front rotate by 16 font ',10' textcolor rgb grey
set label '0.5' at 0.812133, 0.545878 center front rotate by 8 font ',10' textcolor rgb grey
set label '0.8' at 0.463019, 0.535836 center front rotate by 45 font ',10' textcolor rgb grey
set label '1.2' at 0.354093, 0.645383 center front rotate by 45 font ',10' textcolor rgb grey
set label '1.8' at 0.241937, 0.757851 center front rotate by 45 font ',10' textcolor rgb grey
$mark_1_2 << END
0.847001,0.153799
END
$mark_1_3 << END
0.79,0.21
END
plot 'three-variance-kl-p-h-x-q-h-x.csv' using "q_first_cause":"q_second_cause" with lines linecolor rgb grey linewidth 0.8, \
     $mark_1_2 using 1:2 with points linecolor rgb black pointtype 7 pointsize 1, \
     $mark_1_3 using 1:2 with points linecolor rgb black pointtype 6 pointsize 1.125

# ---- Var(ω) / p(x)²
unset label
unset colorbox
set lmargin at screen 0.59643; set rmargin at screen 0.96532
set bmargin at screen 0.12857; set tmargin at screen 0.91905
set title 'Var(ω) / p(x)²' offset 0,-0.3
unset logscale x
set xrange [0:1]
set xlabel 'q(first cause)' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.2; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:1]
set ylabel 'q(second cause)'
set ytics 0.2; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
set label '0.4' at 0.782495, 0.317464 center front rotate by 30 font ',10' textcolor rgb grey
set label '0.5' at 0.910882, 0.316382 center front rotate by -87 font ',10' textcolor rgb grey
set label '0.7' at 0.76007, 0.460413 center front rotate by 30 font ',10' textcolor rgb grey
set label '1' at 0.914133, 0.58424 center front rotate by -24 font ',10' textcolor rgb grey
set label '1.5' at 0.722315, 0.62954 center front rotate by 25 font ',10' textcolor rgb grey
set label '2.5' at 0.720765, 0.737901 center front rotate by 19 font ',10' textcolor rgb grey
set label '5' at 0.748838, 0.853759 center front rotate by 11 font ',10' textcolor rgb grey
set label '10' at 0.242899, 0.756065 center front rotate by 45 font ',10' textcolor rgb grey
$mark_2_2 << END
0.847001,0.153799
END
$mark_2_3 << END
0.79,0.21
END
plot 'three-variance-var-omega-p-x-2.csv' using "q_first_cause":"q_second_cause" with lines linecolor rgb grey linewidth 0.8, \
     $mark_2_2 using 1:2 with points linecolor rgb black pointtype 7 pointsize 1, \
     $mark_2_3 using 1:2 with points linecolor rgb black pointtype 6 pointsize 1.125

unset multiplot
unset output
