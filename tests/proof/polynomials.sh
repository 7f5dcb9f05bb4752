#!/bin/sh
# SPDX-License-Identifier: MIT
# What Sollya says of the polynomials in lib/: each script finds its polynomial anew and bounds the one
# of the source, whose coefficients must be those that the script holds.
. tests/house/frame.sh
have sollya || skip "sollya not found (Debian: sollya)"
scratch

# check SOURCE SCRIPT
check() {
    for coefficient in $(grep -oE '0\.[0-9]{15,}' "$2"); do
        grep -qF "$coefficient" "$1" || echo "not in $1: $coefficient"
    done >"$work/strange"
    cat "$work/strange"
    sollya "$2" </dev/null >"$work/said" 2>&1
    cat "$work/said"
    [ ! -s "$work/strange" ] && grep -qx bounded "$work/said"
}

check lib/fast_entropy.c tests/proof/fast_entropy.sollya || fault "the polynomial of the entropy"

sed 's/0.28571428626122075/0.28571428626222075/' tests/proof/fast_entropy.sollya >"$work/bad.sollya"
must_refuse "another coefficient" "not in lib" check lib/fast_entropy.c "$work/bad.sollya"
must_refuse "a polynomial that is off" "not bounded" check lib/fast_entropy.c "$work/bad.sollya"
finish
