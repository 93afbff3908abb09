# gnuplot mnist-training.gp                      draws mnist-training.svg
# gnuplot -e "format='pdf'" mnist-training.gp    draws mnist-training.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mnist-training.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,460 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mnist_training'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,4.792in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,920 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
natural = '#0072b2'
green = '#009e73'
set multiplot

# ---- by epochs
set lmargin at screen 0.085078; set rmargin at screen 0.47968
set bmargin at screen 0.11739; set tmargin at screen 0.92609
set title 'by epochs' offset 0,-0.3
set logscale x
set xrange [1:320]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [84:150]
set ylabel 'loss, nats'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_1_12 << END
1,89.84
320,89.84
END
$mark_1_13 << END
1,86.138
320,86.138
END
plot 'mnist-training-by-epochs-curves.csv' using "epochs":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mnist-training-by-epochs-curves-2.csv' using "epochs":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mnist-training-by-epochs-curves-3.csv' using "epochs":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mnist-training-by-epochs-curves-4.csv' using "epochs":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mnist-training-by-epochs-curves-5.csv' using "epochs":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mnist-training-by-epochs-curves-6.csv' using "epochs":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mnist-training-by-epochs-curves-7.csv' using "epochs":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mnist-training-by-epochs-curves-8.csv' using "epochs":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     'mnist-training-by-epochs-curves-9.csv' using "epochs":"nrws_own_settings_training" with lines linecolor rgb '#73cab2' linewidth 0.8, \
     'mnist-training-by-epochs-curves-10.csv' using "epochs":"nrws_own_settings_validation" with lines linecolor rgb green linewidth 1.8 title 'NRWS, own settings', \
     'mnist-training-by-epochs-curves-11.csv' using "epochs":"the_same_rate_falls_soon" with lines linecolor rgb green linewidth 1.5 dashtype (2,4) title 'the same, rate falls soon', \
     $mark_1_12 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     $mark_1_13 using 1:2 with lines linecolor rgb natural linewidth 1 dashtype (2,4)

# ---- by seconds
unset label
unset colorbox
set lmargin at screen 0.58508; set rmargin at screen 0.97968
set bmargin at screen 0.11739; set tmargin at screen 0.92609
set title 'by seconds' offset 0,-0.3
set logscale x
set xrange [51.6651:10251.7]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 100,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [84:150]
set ylabel 'loss, nats'
set ytics 10; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_2_12 << END
51.6651,89.84
10251.7,89.84
END
$mark_2_13 << END
51.6651,86.138
10251.7,86.138
END
plot 'mnist-training-by-seconds-curves.csv' using "seconds_of_one_core":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mnist-training-by-seconds-curves-2.csv' using "seconds_of_one_core":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     'mnist-training-by-seconds-curves-3.csv' using "seconds_of_one_core":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mnist-training-by-seconds-curves-4.csv' using "seconds_of_one_core":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     'mnist-training-by-seconds-curves-5.csv' using "seconds_of_one_core":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mnist-training-by-seconds-curves-6.csv' using "seconds_of_one_core":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mnist-training-by-seconds-curves-7.csv' using "seconds_of_one_core":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mnist-training-by-seconds-curves-8.csv' using "seconds_of_one_core":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     'mnist-training-by-seconds-curves-9.csv' using "seconds_of_one_core":"nrws_own_settings_training" with lines linecolor rgb '#73cab2' linewidth 0.8, \
     'mnist-training-by-seconds-curves-10.csv' using "seconds_of_one_core":"nrws_own_settings_validation" with lines linecolor rgb green linewidth 1.8 title 'NRWS, own settings', \
     'mnist-training-by-seconds-curves-11.csv' using "seconds_of_one_core":"the_same_rate_falls_soon" with lines linecolor rgb green linewidth 1.5 dashtype (2,4) title 'the same, rate falls soon', \
     $mark_2_12 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     $mark_2_13 using 1:2 with lines linecolor rgb natural linewidth 1 dashtype (2,4)

unset multiplot
unset output
