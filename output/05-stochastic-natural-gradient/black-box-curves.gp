# gnuplot black-box-curves.gp                      draws black-box-curves.svg
# gnuplot -e "format='pdf'" black-box-curves.gp    draws black-box-curves.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'black-box-curves.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 1000,272 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_black_box_curves'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,2.833in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 2000,544 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
vanilla = '#d55e00'
green = '#009e73'
natural = '#0072b2'
set multiplot

# ---- sphere
set lmargin at screen 0.08476; set rmargin at screen 0.36384
set bmargin at screen 0.19782; set tmargin at screen 0.875
set title 'sphere' offset 0,-0.3
unset logscale x
set xrange [0:30]
set xlabel 'evaluations / 1000' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 10, 20, 30); set format x '%g'
unset mxtics
set logscale y
set yrange [1e-09:1e+07]
set ylabel 'f'
set ytics 10000; set format y '10^{%L}'
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
set key top right Left reverse noopaque
plot 'black-box-curves-sphere-curves.csv' using "evaluations_1000":"rank_mu_cma_es_low":"rank_mu_cma_es_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-sphere-curves.csv' using "evaluations_1000":"rank_mu_cma_es" with lines linecolor rgb vanilla linewidth 1.8 title 'rank-μ CMA-ES', \
     'black-box-curves-sphere-curves-2.csv' using "evaluations_1000":"xnes_low":"xnes_high" with filledcurves fillcolor rgb green fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-sphere-curves-2.csv' using "evaluations_1000":"xnes" with lines linecolor rgb green linewidth 1.8 title 'xNES', \
     'black-box-curves-sphere-curves-3.csv' using "evaluations_1000":"straight_in_theta_low":"straight_in_theta_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-sphere-curves-3.csv' using "evaluations_1000":"straight_in_theta" with lines linecolor rgb natural linewidth 1.8 title 'straight in θ'

# ---- ellipsoid
unset label
unset colorbox
set lmargin at screen 0.39384; set rmargin at screen 0.67292
set bmargin at screen 0.19782; set tmargin at screen 0.875
set title 'ellipsoid' offset 0,-0.3
unset logscale x
set xrange [0:30]
set xlabel 'evaluations / 1000' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 10, 20, 30); set format x '%g'
unset mxtics
set logscale y
set yrange [1e-09:1e+07]
unset ylabel
set ytics 10000; set format y ''
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'black-box-curves-ellipsoid-curves.csv' using "evaluations_1000":"rank_mu_cma_es_low":"rank_mu_cma_es_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-ellipsoid-curves.csv' using "evaluations_1000":"rank_mu_cma_es" with lines linecolor rgb vanilla linewidth 1.8 title 'rank-μ CMA-ES', \
     'black-box-curves-ellipsoid-curves-2.csv' using "evaluations_1000":"xnes_low":"xnes_high" with filledcurves fillcolor rgb green fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-ellipsoid-curves-2.csv' using "evaluations_1000":"xnes" with lines linecolor rgb green linewidth 1.8 title 'xNES', \
     'black-box-curves-ellipsoid-curves-3.csv' using "evaluations_1000":"straight_in_theta_low":"straight_in_theta_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-ellipsoid-curves-3.csv' using "evaluations_1000":"straight_in_theta" with lines linecolor rgb natural linewidth 1.8 title 'straight in θ'

# ---- Rosenbrock
unset label
unset colorbox
set lmargin at screen 0.70292; set rmargin at screen 0.982
set bmargin at screen 0.19782; set tmargin at screen 0.875
set title 'Rosenbrock' offset 0,-0.3
unset logscale x
set xrange [0:30]
set xlabel 'evaluations / 1000' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify (0, 10, 20, 30); set format x '%g'
unset mxtics
set logscale y
set yrange [1e-09:1e+07]
unset ylabel
set ytics 10000; set format y ''
unset mytics
set border 3 back; set tics back
set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'
unset key
plot 'black-box-curves-rosenbrock.csv' using "evaluations_1000":"rank_mu_cma_es_low":"rank_mu_cma_es_high" with filledcurves fillcolor rgb vanilla fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-rosenbrock.csv' using "evaluations_1000":"rank_mu_cma_es" with lines linecolor rgb vanilla linewidth 1.8 title 'rank-μ CMA-ES', \
     'black-box-curves-rosenbrock.csv' using "evaluations_1000":"xnes_low":"xnes_high" with filledcurves fillcolor rgb green fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-rosenbrock.csv' using "evaluations_1000":"xnes" with lines linecolor rgb green linewidth 1.8 title 'xNES', \
     'black-box-curves-rosenbrock.csv' using "evaluations_1000":"straight_in_theta_low":"straight_in_theta_high" with filledcurves fillcolor rgb natural fillstyle transparent solid 0.2 noborder, \
     'black-box-curves-rosenbrock.csv' using "evaluations_1000":"straight_in_theta" with lines linecolor rgb natural linewidth 1.8 title 'straight in θ'

unset multiplot
unset output
