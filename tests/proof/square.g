# SPDX-License-Identifier: MIT
# T^2 from a pair, in lib/fast.h: T as a pair, its low part within u of the high one; the
# product of the high part with itself as a pair too, within 2^-105 (minrisk_two_product).
@rnd = float<ieee_64, ne>;

T = rnd(any_t);
t = rnd(any_low);
high rnd= T * T;
low = rnd(any_rest);
twice rnd= 2 * T;
cross rnd= twice * t;
sum rnd= low + cross;

true = (T + t) * (T + t);

{ T in [1, 2] /\ |t| in [0, 1b-53] /\ |low| in [0, 1b-51] /\ high + low - T * T in [-1b-103, 1b-103] ->
    (high + sum) - true in [-1.97e-31, 1.97e-31]   # 16 u^2 of at least 1
}

(high + sum) - true -> (high + low - T * T) + (sum - (low + cross)) + (cross - twice * t)
    + (twice - 2 * T) * t - t * t;
