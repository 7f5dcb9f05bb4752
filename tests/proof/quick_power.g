# SPDX-License-Identifier: MIT
# The rounded parts of the quick power in lib/elementary.c, for v = v1 + v0 below .0217: the cube of v
# times the series, relatively, the sums that it enters, and the products that are exact. The series as
# computed, s, is within 1.7 u of P.
@rnd = float<ieee_64, ne>;

exact = fixed<-120, ne>(any_v);
v rnd= exact;
v2 rnd= v * v;
v3 rnd= v2 * v;
s = rnd(any_s);
t rnd= v3 * s;

T = exact * exact * exact * P;

v1 = fixed<-28, ne>(any_v1);
half rnd= 0.5 * v1;
square rnd= half * v1;
T1 = fixed<-27, ne>(any_entry);
head rnd= T1 * v1;
middle rnd= T1 * square;

v0 = rnd(any_v0);
v4 rnd= 0.5 * v0;
v5 rnd= v1 + v4;
v6 rnd= v0 * v5;
first rnd= t + v6;
rest rnd= first + v0;

{ |exact| in [1b-90, 0.0218] /\ P in [0.165, 0.168] /\ s -/ P in [-1.9e-16, 1.9e-16]
  /\ |v1| in [0, 0.0217] /\ T1 in [1, 1.9999] /\ |v0| in [0, 1b-27] /\ |t| in [0, 1.75e-6] ->
    t -/ T in [-8.6e-16, 8.6e-16]                        # 7.7 u of at most 2^-19.1: 2^-69.1
 /\ rest - (t + v0 * (v1 + 0.5 * v0) + v0) in [-4.3e-22, 4.3e-22]    # 2^-71
 /\ square - 0.5 * v1 * v1 in [0, 0]
 /\ head - T1 * v1 in [0, 0]
 /\ middle - T1 * square in [-2.8e-20, 2.8e-20]          # u of what is below 2^-11; of 2^-12 T1
}
