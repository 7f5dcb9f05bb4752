# SPDX-License-Identifier: MIT
# What the scripts of this folder share: the program that hashes what each public function gives,
# built and compared with the lines that stand in hashes.txt. Sourced after tests/house/frame.sh and
# `scratch`.
hashes=tests/targets/hashes.txt
quick=tests/targets/quick.txt
program=tests/install/results.c

# The lines of the exact and integer classes alone.
exact_lines() {
    sed '/^# reproducible/,$d' "$1"
}

# same LINES OUTPUT: prints the lines that differ.
same() {
    diff "$1" "$2"
}

# exact_sources COMPILER: the files that do not refuse to be built with -ffast-math, since nothing in
# them is of the reproducible class.
exact_sources() {
    for source in lib/*.c; do
        if refusal=$("$1" -ffast-math -Iinclude -E "$source" 2>&1 >/dev/null); then
            echo "$source"
        elif ! printf '%s\n' "$refusal" | grep -q 'strict arithmetic is needed'; then
            fault "$source: $refusal" >&2
        fi
    done
}

# build OUTPUT COMPILER OPTION...: everything; or, with -DRESULTS_EXACT_ONLY, what all flags allow.
build() {
    output=$1
    compiler=$2
    shift 2
    case " $* " in
    *" -DRESULTS_EXACT_ONLY "*) sources=$(exact_sources "$compiler") ;;
    *) sources=$(echo lib/*.c) ;;
    esac
    # shellcheck disable=SC2086
    "$compiler" "$@" -Iinclude "$program" $sources -lm -o "$output"
}

# check NAME EXPECTED RUNNER COMPILER OPTION...: builds, runs, compares.
check() {
    name=$1
    expected=$2
    runner=$3
    shift 3
    if ! build "$work/app" "$@" 2>"$work/log"; then
        fault "$name: $(cat "$work/log")"
    elif ! $runner "$work/app" >"$work/results" 2>"$work/log"; then
        fault "$name: the program fails: $(cat "$work/log")"
    elif same "$expected" "$work/results"; then
        echo "the same bits: $name"
    else
        fault "$name gives other bits"
    fi
}
