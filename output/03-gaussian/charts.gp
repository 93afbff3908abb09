# gnuplot charts.gp                      draws charts.svg
# gnuplot -e "format='pdf'" charts.gp    draws charts.pdf, and so with png
if (!exists('format')) format = 'svg'
if (!exists('target')) target = 'charts.' . format
reset
set encoding utf8
if (format eq 'svg') set terminal svg size 900,701 enhanced font 'sans-serif,13' \
  background 'white' name 'fig_charts'
if (format eq 'pdf') set terminal pdfcairo size 9.375in,7.302in enhanced font 'sans-serif,10'
if (format eq 'png') set terminal pngcairo size 1800,1402 enhanced font 'sans-serif,10' \
  fontscale 2 linewidth 2 pointscale 2
set output target

set datafile separator comma
set decimalsign '.'
set border 3 linecolor rgb '#444444'
set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
set key noautotitle samplen 2 spacing 1.15 noenhanced
set style fill noborder
natural = '#0072b2'
set multiplot

# ---- panel 1
set lmargin at screen 0.081756; set rmargin at screen 0.47545
set bmargin at screen 0.76626; set tmargin at screen 0.98288
unset title
unset logscale x
set xrange [-1.4:1.4]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0.4:1.6]
set ylabel 'σ'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'charts-panel-1-curves.csv' using "mu":"sigma" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'charts-panel-1-curves-2.csv' using "mu":"sigma" with lines linecolor rgb natural linewidth 1.3

# ---- panel 2
unset label
unset colorbox
set lmargin at screen 0.58631; set rmargin at screen 0.98
set bmargin at screen 0.81139; set tmargin at screen 0.93775
unset title
unset logscale x
set xrange [-3:3]
set xlabel 'θ₁ = μ/σ²' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 2; set format x '%g'
unset mxtics
unset logscale y
set yrange [-1.5:0]
set ylabel 'θ₁₁ = −1/(2σ²)'
set ytics 1; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'charts-panel-2-curves.csv' using "theta1_mu_sigma2":"theta11_1_2_sigma2" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'charts-panel-2-curves-2.csv' using "theta1_mu_sigma2":"theta11_1_2_sigma2" with lines linecolor rgb natural linewidth 1.3

# ---- panel 3
unset label
unset colorbox
set lmargin at screen 0.081756; set rmargin at screen 0.47545
set bmargin at screen 0.17568; set tmargin at screen 0.57282
unset title
unset logscale x
set xrange [-1.4:1.4]
set xlabel 'μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:2.2]
set ylabel 'σ²'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'charts-panel-3-curves.csv' using "mu":"sigma2" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'charts-panel-3-curves-2.csv' using "mu":"sigma2" with lines linecolor rgb natural linewidth 1.3

# ---- panel 4
unset label
unset colorbox
set lmargin at screen 0.58631; set rmargin at screen 0.98
set bmargin at screen 0.07639; set tmargin at screen 0.67211
unset title
unset logscale x
set xrange [-1.4:1.4]
set xlabel 'η₁ = μ' offset 0,0.5
set xtics offset 0,0.3 norotate autojustify 0.5; set format x '%g'
unset mxtics
unset logscale y
set yrange [0:3.3]
set ylabel 'η₁₁ = σ² + μ²'
set ytics 0.5; set format y '%g'
unset mytics
set border 3 back; set tics back
unset grid
unset key
plot 'charts-panel-4-curves.csv' using "eta1_mu":"eta11_sigma2_mu2" with lines linecolor rgb '#b2b2b2' linewidth 0.8, \
     'charts-panel-4-curves-2.csv' using "eta1_mu":"eta11_sigma2_mu2" with lines linecolor rgb natural linewidth 1.3

unset multiplot
unset output
