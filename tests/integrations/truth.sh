#!/bin/sh
# SPDX-License-Identifier: MIT
# The cases that the integrations share are what exact fractions give.
. tests/house/frame.sh
have python3 || skip "python3 not found"
scratch

check() {
    python3 -B tests/integrations/truth.py "$1"
}

check examples/cases.csv || fault "examples/cases.csv"

sed 's/0\.3333333333333333$/0.33333333333333337/' examples/cases.csv >"$work/bad.csv"
must_refuse "a last bit" "should be three of 1e308" check "$work/bad.csv"
sed 's/,-6,,$/,-3,,/' examples/cases.csv >"$work/bad.csv"
must_refuse "another status" "should be all zero" check "$work/bad.csv"
head -n 20 examples/cases.csv >"$work/bad.csv"
must_refuse "a part of the cases" "19 cases, 0 wrong" check "$work/bad.csv"
finish
