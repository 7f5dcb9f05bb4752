# SPDX-License-Identifier: MIT
# How lib/fast.c splits a quantity of at most 2^51 units: h is a whole number, and both parts are
# exact. Below one half h is 0 and l is x.
@rnd = float<ieee_64, ne>;

x = rnd(any);
shift = 6755399441055744;
shifted rnd= x + shift;
h rnd= shifted - shift;
l rnd= x - h;

{ x in [0.5, 1b51] ->
    @FIX(shifted, 0)
 /\ @FIX(h, 0)
 /\ h - (shifted - shift) in [0, 0]
 /\ x - h in [-0.5, 0.5]
 /\ l - (x - h) in [0, 0]
}

x - h -> (x + shift - shifted) - (h - (shifted - shift));
