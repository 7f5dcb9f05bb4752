#!/bin/sh
# SPDX-License-Identifier: MIT
# The steps of the fast paths' bounds, by Gappa, which proves each script here or fails; and the
# constants that stand in the code are those of the scripts. gappa.sh
. tests/house/frame.sh
have gappa || skip "gappa not found (Debian: gappa)"
scratch

# Gappa says what it could not prove; what divides by a variable it takes for granted not to be 0.
prove() {
    gappa "$1" 2>"$work/log" || { grep -v 'assumed to be nonzero' "$work/log"; return 1; }
}

# says FILE TEXT: the code holds to it.
says() {
    grep -qF -- "$2" "$1" || fault "$1 no longer says $2"
}

proved=0
for script in tests/proof/*.g; do
    if prove "$script"; then
        echo "proved: $script"
        proved=$((proved + 1))
    else
        fault "$script"
    fi
done
[ "$proved" -gt 0 ] || fault "nothing was proved"

says lib/fast_lanes.h 'q * 1.0587911840678754e-22; /* 2^-73 */'
says tests/proof/quotient.g 'q * 1b-73'
says lib/fast.h '16.0 * MINRISK_U * MINRISK_U * square.high'
says tests/proof/square.g '16 u^2'

# refuse WHAT SCRIPT EDIT: a claim that is too strong is not proved.
refuse() {
    sed "$3" "$2" >"$work/bad.g"
    must_refuse "$1" "properties were not satisfied" prove "$work/bad.g"
}

refuse "a doubt of 2^-76" tests/proof/quotient.g 's/1b-73/1b-76/'
refuse "a quotient of 27 bits" tests/proof/quotient.g 's/float<26,/float<27,/'
refuse "rests of a quarter of a unit" tests/proof/split.g 's/1b51/1b26/; s/-0.5, 0.5/-0.25, 0.25/'
refuse "high parts of 28 bits" tests/proof/terms.g 's/94906265/134217727/'
refuse "an eighth of the error of a square" tests/proof/square.g 's/1.97e-31/2.5e-32/g'
refuse "a cube and a series within 3 u" tests/proof/quick_log.g 's/8.6e-16/3.3e-16/g'
refuse "a table of 29 bits" tests/proof/quick_power.g 's/fixed<-27, ne>(any_entry)/fixed<-30, ne>(any_entry)/'
finish
