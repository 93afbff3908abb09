# gnuplot training.gp                      draws training.svg
# gnuplot -e "format='pdf'" training.gp    draws training.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'training.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,420 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_training'
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
natural = '#0072b2'
vanilla = '#d55e00'
set multiplot

# ---- training bound
set lmargin at screen 0.094178; set rmargin at screen 0.47968
set bmargin at screen 0.12857; set tmargin at screen 0.91905
set title 'training bound' offset 0,-0.3
unset logscale x
set xrange [0:400]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '%g'
unset mxtics
unset logscale y
set yrange [-482.967:-95.5621]
set ylabel 'nats an image'
set ytics 50; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key bottom right Left reverse noopaque
plot 'training-training-bound.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'training-training-bound.csv' using "step":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'training-training-bound.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'training-training-bound.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'training-training-bound.csv' using "step":"rws_half_rate" with lines linecolor rgb '#eaaf80' linewidth 1.5 title 'RWS, half rate', \
     'training-training-bound.csv' using "step":"ws_half_rate" with lines linecolor rgb '#eaaf80' linewidth 1.5 dashtype (10,6) title 'WS, half rate'

# ---- validation likelihood
unset label
unset colorbox
set lmargin at screen 0.59418; set rmargin at screen 0.97968
set bmargin at screen 0.12857; set tmargin at screen 0.91905
set title 'validation likelihood' offset 0,-0.3
unset logscale x
set xrange [0:400]
set xlabel 'step' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100; set format x '%g'
unset mxtics
unset logscale y
set yrange [-482.967:-95.5621]
set ylabel 'nats an image'
set ytics 50; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'training-validation-likelihood.csv' using "step":"nrws" with lines linecolor rgb natural linewidth 1.5 title 'NRWS', \
     'training-validation-likelihood.csv' using "step":"nws" with lines linecolor rgb natural linewidth 1.5 dashtype (10,6) title 'NWS', \
     'training-validation-likelihood.csv' using "step":"rws" with lines linecolor rgb vanilla linewidth 1.5 title 'RWS', \
     'training-validation-likelihood.csv' using "step":"ws" with lines linecolor rgb vanilla linewidth 1.5 dashtype (10,6) title 'WS', \
     'training-validation-likelihood.csv' using "step":"rws_half_rate" with lines linecolor rgb '#eaaf80' linewidth 1.5 title 'RWS, half rate', \
     'training-validation-likelihood.csv' using "step":"ws_half_rate" with lines linecolor rgb '#eaaf80' linewidth 1.5 dashtype (10,6) title 'WS, half rate'

unset multiplot
unset output
