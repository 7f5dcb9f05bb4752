# SPDX-License-Identifier: MIT
# The rounded parts of the quick logarithm in lib/elementary.c: the cube of z = a + b times the series,
# relatively, and the last sum. The series as computed, s, is within 1.7 u of P.
@rnd = float<ieee_64, ne>;

exact = fixed<-61, ne>(any_z);
z rnd= exact;
z2 rnd= z * z;
z3 rnd= z2 * z;
s = rnd(any_s);
t rnd= z3 * s;
small = rnd(any_small);
low rnd= t + small;

T = exact * exact * exact * P;

{ |exact| in [1b-61, 0.03126] /\ P in [0.325, 0.342] /\ s -/ P in [-1.9e-16, 1.9e-16]
  /\ |small| in [0, 1b-23] ->
    t -/ T in [-8.6e-16, 8.6e-16]      # 7.7 u of at most 2^-16.5: 2^-66.5
 /\ low - (t + small) in [-8.5e-22, 8.5e-22]
}
