# SPDX-License-Identifier: MIT
# What is left of ln x in lib/fast_entropy.c, v, and r = x v + l w, in units of the largest x: for an x
# above 2^-60 of it; smaller ones err by more in v and by less in x v.
@rnd = float<ieee_64, ne>;

k = fixed<0, ne>(any_k);
low rnd= k * 3.1946184945309415e-05;
u = rnd(any_u);  # f - g, exact
c = rnd(any_c);
a rnd= low + u;
v rnd= a - c;

x = rnd(any_x);
l = rnd(any_l);
w = fixed<-12, ne>(any_w);
y = rnd(any_v);
xy rnd= x * y;
lw rnd= l * w;
r rnd= xy + lw;

{ k in [-60, 1] /\ |u| in [0, 1.2208e-4] /\ |c| in [0, 0.068]
  /\ x in [0, 1] /\ |l| in [0, 1b-32] /\ |w| in [0, 42] /\ |y| in [0, 0.0701] ->
    v - (k * 3.1946184945309415e-05 + u - c) in [-7.6e-18, 7.6e-18]  # 1.1 of 2^-57
 /\ r - (x * y + l * w) in [-1.4e-17, 1.4e-17]                      # 2.02
}
