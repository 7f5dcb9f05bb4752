# SPDX-License-Identifier: MIT
# What lib/fast.c and lib/fast_lanes.h round in a small market, in units: each term of the sum of
# l (x + h) by two roundings, the square of the sum of h not at all, and what is added to it by two;
# a step of a chain by u for what it comes to, here for the last of 129 terms of at most one half.
@rnd = float<ieee_64, ne>;

x = rnd(any_x);
l = rnd(any_l);
h = fixed<0, ne>(any_h);
factor rnd= h + x;
term rnd= l * factor;

H = fixed<0, ne>(any_high);
square rnd= H * H;
L = rnd(any_low);
twice rnd= 2 * H + L;
cross rnd= L * twice;

s = rnd(any_s);
step rnd= s + l;

{ x in [0.5, 1b26] /\ h in [1, 67108865] /\ |l| in [1b-900, 0.5] /\ H in [33554000, 94906265]
  /\ |L| in [1b-900, 1024] /\ |s| in [0, 64] ->
    term -/ (l * (h + x)) in [-2.2205e-16, 2.2205e-16]
 /\ square - H * H in [0, 0]
 /\ cross -/ (L * (2 * H + L)) in [-2.2205e-16, 2.2205e-16]
 /\ step - (s + l) in [-7.2e-15, 7.2e-15]
}
