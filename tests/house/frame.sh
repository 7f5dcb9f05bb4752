# SPDX-License-Identifier: MIT
# What the checking scripts share; sourced from the root of the repository. A check prints one line
# for each fault and goes on; `finish` turns the count into the exit status.
LC_ALL=C
export LC_ALL
faults=0

fault() {
    echo "fault: $*"
    faults=$((faults + 1))
}

skip() {
    echo "skipped: $*"
    exit 77
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# A folder for the run, removed at its end whatever the end is.
scratch() {
    work=$(mktemp -d) || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
}

# What cppcheck is to take float.h and limits.h for, since it reads no header of the system: without it,
# floating.h stops it at once, and it finds nothing.
float_h="-DCHAR_BIT=8 -DFLT_RADIX=2 -DFLT_MANT_DIG=24 -DFLT_MAX_EXP=128 -DFLT_EVAL_METHOD=0
    -DDBL_MANT_DIG=53 -DDBL_MAX_EXP=1024"

strip() {
    awk -f tests/house/strip.awk "$@"
}

# A check that accepts everything is worthless; so each is shown faults that it must refuse, for the
# reason given: must_refuse "what" "text of its message" command...
must_refuse() {
    what=$1
    reason=$2
    shift 2
    if refusal=$("$@" 2>&1); then
        fault "self-test: $what was accepted"
    elif ! printf '%s\n' "$refusal" | grep -qF -- "$reason"; then
        fault "self-test: $what was refused, but not for '$reason': $refusal"
    else
        echo "self-test: $what is refused"
    fi
}

finish() {
    [ "$faults" -eq 0 ] || exit 1
    exit 0
}
