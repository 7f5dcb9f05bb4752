#!/bin/sh
# SPDX-License-Identifier: MIT
# An example ends well, prints the same each time, and prints no number that is none:
# example.sh COMMAND...
. tests/house/frame.sh
scratch

check() {
    "$@" >"$work/once" 2>"$work/errors" || { echo "exit status $?"; return 1; }
    "$@" >"$work/twice" 2>>"$work/errors" || { echo "exit status $? the second time"; return 1; }
    [ -s "$work/once" ] || { echo "prints nothing"; return 1; }
    [ ! -s "$work/errors" ] || { echo "complains: $(cat "$work/errors")"; return 1; }
    cmp -s "$work/once" "$work/twice" || { echo "prints something else the second time"; return 1; }
    ! grep -nwiE -- '-?(nan|inf|infinity)' "$work/once"
}

check "$@" || fault "$*"
cat "$work/once"

must_refuse "an example that fails" "exit status" check false
must_refuse "an example without output" "prints nothing" check true
must_refuse "an example that prints NaN" "nan" check echo "HHI: nan"
must_refuse "an example that complains" "complains" check sh -c 'echo 1; echo oh >&2'
must_refuse "an example that changes" "something else" check sh -c 'echo $$'
finish
