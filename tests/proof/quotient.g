# SPDX-License-Identifier: MIT
# The quotient of lib/fast_lanes.h. For n and d in pairs, each low part within u of its high one, what
# is added to q lies on either side of what it should be, (n - q d) / d, by the doubt alone; so the two
# results bound the quotient, and if they are equal it rounds to the same. Scaling by powers of two
# leaves all of this as it is, hence [1, 2]. The errors of n and d add to the doubt; they are 0 here.
@rnd = float<ieee_64, ne>;
@cut = float<26, -1100, zr>;  # the mask of 27 bits

Nh = rnd(nh);
Dh = rnd(dh);
inverse rnd= 1 / Dh;
q = cut(rnd(Nh * inverse));
D1 = cut(Dh);
D0 = Dh - D1;
p1 rnd= q * D1;
t1 rnd= Nh - p1;
p0 rnd= q * D0;
t2 rnd= t1 - p0;
p2 rnd= q * Dl;
t3 rnd= Nl - p2;
rest rnd= t2 + t3;
correction rnd= rest * inverse;
doubt rnd= q * 1b-73;
above rnd= correction + doubt;
below rnd= correction - doubt;

# The same without rounding.
exact = Nh * (1 / Dh);
eq = (q - exact) / exact;
e1 = (D1 - Dh) / Dh;
left = Nh - q * Dh;
whole = (Nh + Nl) - q * (Dh + Dl);
nearly = whole * (1 / Dh);
truly = whole * (1 / (Dh + Dl));

{ Nh in [1, 2] /\ Dh in [1, 2] /\ |Nl| in [0, 1b-53] /\ |Dl| in [0, 1b-53] ->
    D0 in [0, 1b-25]            # 27 bits
 /\ p1 - q * D1 in [0, 0]       # exact,
 /\ t1 - (Nh - p1) in [0, 0]    # as is this
 /\ left in [-1b-51, 5.97e-8]
 /\ rest - whole in [-1.7e-23, 1.7e-23]
 /\ correction - truly in [-2.9e-23, 2.9e-23]
 /\ above - truly >= 0
 /\ below - truly <= 0
}

D0 -> -Dh * e1;
Nh - p1 -> -Nh * (eq + e1 + eq * e1) - (p1 - q * D1);
left -> -Nh * eq;
t2 - left -> (t2 - (t1 - p0)) + (t1 - (Nh - p1)) - (p0 - q * D0) - (p1 - q * D1);
rest - whole -> (rest - (t2 + t3)) + (t2 - left) + (t3 - (Nl - q * Dl));
rest * inverse - nearly -> (rest - whole) * inverse + whole * (inverse - 1 / Dh);
nearly - truly -> whole * (1 / Dh) * (Dl * (1 / (Dh + Dl)));
correction - truly -> (correction - rest * inverse) + (rest * inverse - nearly) + (nearly - truly);
above - truly -> (above - (correction + doubt)) + (correction - truly) + doubt;
below - truly -> (below - (correction - doubt)) + (correction - truly) - doubt;
