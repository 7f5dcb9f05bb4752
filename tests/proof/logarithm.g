# SPDX-License-Identifier: MIT
# c of lib/fast_entropy.c as it is computed, against the same without rounding: ln m = f - C. The
# polynomial as computed, p, is within 2^-52 of P, which polynomials.sh bounds.
@rnd = float<ieee_64, ne>;

f = fixed<-53, ne>(any_f);
d rnd= 2 + f;
q rnd= f / d;
z rnd= q * q;
p = rnd(any_p);
t rnd= z * p;
s rnd= f - t;
c rnd= q * s;

Q = f / (2 + f);
S = f - Q * Q * P;
C = Q * S;

{ f in [-0.2929, 0.4143] /\ P in [0.666, 0.69] /\ p - P in [-1b-52, 1b-52] ->
    q - Q in [-2.98e-17, 2.98e-17]
 /\ c - C in [-2.4e-17, 2.4e-17]  # 3.5 of 2^-57, where lib/fast_entropy.c allows 3.7
}
Q -> 1 - 2 / (2 + f);
q - Q -> (q - f / d) + f * ((2 + f) - d) / (d * (2 + f));
c - C -> (c - q * s) + q * (s - (f - t)) - q * (t - z * p) - q * p * (z - q * q)
    + (q - Q) * (f - (q * q + q * Q + Q * Q) * P) - q * (q * q) * (p - P);
$ f in 16;
