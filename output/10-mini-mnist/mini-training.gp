# gnuplot mini-training.gp                      draws mini-training.svg
# gnuplot -e "format='pdf'" mini-training.gp    draws mini-training.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'mini-training.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,640 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_mini_training'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,6.667in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1280 enhanced font 'sans-serif,10' \
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
set multiplot

# ---- B
set lmargin at screen 0.075978; set rmargin at screen 0.47968
set bmargin at screen 0.58437; set tmargin at screen 0.94688
set title 'B' offset 0,-0.3
set logscale x
set xrange [1:200]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [26.5:37.5]
set ylabel 'loss, nats'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
$mark_1_3 << END
1,29.337
200,29.337
END
$mark_1_6 << END
1,28.695
200,28.695
END
$mark_1_11 << END
1,27.606
200,27.606
END
plot 'mini-training-b-curves.csv' using "epochs":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-2.csv' using "epochs":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     $mark_1_3 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-b-curves.csv' using "epochs":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-b-curves-2.csv' using "epochs":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     $mark_1_6 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-b-curves.csv' using "epochs":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-2.csv' using "epochs":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-b-curves.csv' using "epochs":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-b-curves-2.csv' using "epochs":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     $mark_1_11 using 1:2 with lines linecolor rgb natural linewidth 1 dashtype (2,4)

# ---- B
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.97968
set bmargin at screen 0.58437; set tmargin at screen 0.94688
set title 'B' offset 0,-0.3
set logscale x
set xrange [3.48485:1424.13]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [26.5:37.5]
set ylabel 'loss, nats'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_2_3 << END
3.48485,29.337
1424.13,29.337
END
$mark_2_6 << END
3.48485,28.695
1424.13,28.695
END
$mark_2_11 << END
3.48485,27.606
1424.13,27.606
END
plot 'mini-training-b-curves-3.csv' using "seconds_of_one_core":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-4.csv' using "seconds_of_one_core":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     $mark_2_3 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-b-curves-5.csv' using "seconds_of_one_core":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-b-curves-6.csv' using "seconds_of_one_core":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     $mark_2_6 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-b-curves-7.csv' using "seconds_of_one_core":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-b-curves-8.csv' using "seconds_of_one_core":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-b-curves-9.csv' using "seconds_of_one_core":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-b-curves-10.csv' using "seconds_of_one_core":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     $mark_2_11 using 1:2 with lines linecolor rgb natural linewidth 1 dashtype (2,4)

# ---- BSt
unset label
unset colorbox
set lmargin at screen 0.075978; set rmargin at screen 0.47968
set bmargin at screen 0.084375; set tmargin at screen 0.44688
set title 'BSt' offset 0,-0.3
set logscale x
set xrange [1:200]
set xlabel 'epochs' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [35.5:46.5]
set ylabel 'loss, nats'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_3_3 << END
1,38.232
200,38.232
END
$mark_3_6 << END
1,37.811
200,37.811
END
$mark_3_11 << END
1,36.578
200,36.578
END
plot 'mini-training-bst-curves.csv' using "epochs":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-2.csv' using "epochs":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     $mark_3_3 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-bst-curves.csv' using "epochs":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-bst-curves-2.csv' using "epochs":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     $mark_3_6 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-bst-curves.csv' using "epochs":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-2.csv' using "epochs":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-bst-curves.csv' using "epochs":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-bst-curves-2.csv' using "epochs":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     $mark_3_11 using 1:2 with lines linecolor rgb natural linewidth 1 dashtype (2,4)

# ---- BSt
unset label
unset colorbox
set lmargin at screen 0.57598; set rmargin at screen 0.97968
set bmargin at screen 0.084375; set tmargin at screen 0.44688
set title 'BSt' offset 0,-0.3
set logscale x
set xrange [3.48485:1424.13]
set xlabel 'seconds of one core' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 10,10; set format x '10^{%L}'
set mxtics 10
unset logscale y
set yrange [35.5:46.5]
set ylabel 'loss, nats'
set ytics 2; set format y '%g'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
$mark_4_3 << END
3.48485,38.232
1424.13,38.232
END
$mark_4_6 << END
3.48485,37.811
1424.13,37.811
END
$mark_4_11 << END
3.48485,36.578
1424.13,36.578
END
plot 'mini-training-bst-curves-3.csv' using "seconds_of_one_core":"ws_training" with lines linecolor rgb '#e8a673' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-4.csv' using "seconds_of_one_core":"ws_validation" with lines linecolor rgb vanilla linewidth 1.8 dashtype (10,6) title 'WS', \
     $mark_4_3 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-bst-curves-5.csv' using "seconds_of_one_core":"rws_training" with lines linecolor rgb '#e8a673' linewidth 0.8, \
     'mini-training-bst-curves-6.csv' using "seconds_of_one_core":"rws_validation" with lines linecolor rgb vanilla linewidth 1.8 title 'RWS', \
     $mark_4_6 using 1:2 with lines linecolor rgb vanilla linewidth 1 dashtype (2,4), \
     'mini-training-bst-curves-7.csv' using "seconds_of_one_core":"nws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8 dashtype (10,6), \
     'mini-training-bst-curves-8.csv' using "seconds_of_one_core":"nws_validation" with lines linecolor rgb natural linewidth 1.8 dashtype (10,6) title 'NWS', \
     'mini-training-bst-curves-9.csv' using "seconds_of_one_core":"nrws_training" with lines linecolor rgb '#73b1d5' linewidth 0.8, \
     'mini-training-bst-curves-10.csv' using "seconds_of_one_core":"nrws_validation" with lines linecolor rgb natural linewidth 1.8 title 'NRWS', \
     $mark_4_11 using 1:2 with lines linecolor rgb natural linewidth 1 dashtype (2,4)

unset multiplot
unset output
