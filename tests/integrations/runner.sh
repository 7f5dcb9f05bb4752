#!/bin/sh
# SPDX-License-Identifier: MIT
# `sh examples/run.sh --all` runs every example, says what it skipped and why, and fails if one does;
# other arguments go to the report. Tried on a small tree, with stand-ins for cmake and the report.
. tests/house/frame.sh
scratch

script() {
    mkdir -p "$(dirname "$work/$1")"
    printf '#!/bin/sh\n%s\n' "$2" >"$work/$1"
    chmod +x "$work/$1"
}

tree() {
    rm -rf "$work/examples" "$work/build-examples"
    mkdir -p "$work/examples"
    cp examples/run.sh "$work/examples"
    # Never in build/, where tests may be: there they would be turned off for good.
    script bin/cmake 'case " $* " in *"/build "*) exit 1 ;; esac'
    script build-examples/examples/report/minrisk-report 'echo "report of $*"'
    script examples/library.sh 'exit 0'
    : >"$work/examples/small.c"
    : >"$work/examples/absent.c"
    script build-examples/examples/small 'echo "small figures"'
    script examples/good/run.sh 'echo "with $MINRISK_LIBRARY"'
    script examples/poor/run.sh 'echo "skipped: cobol not found"; exit 77'
}

run() {
    PATH=$work/bin:$PATH sh "$work/examples/run.sh" "$@" 2>&1
}

# says TEXT ARGUMENT...: what is printed has that line.
says() {
    text=$1
    shift
    run "$@" >"$work/said" || { cat "$work/said"; echo "exit status not 0"; return 1; }
    grep -qxF -- "$text" "$work/said" || { cat "$work/said"; echo "does not say: $text"; return 1; }
}

tree
says "report of --mineral Gallium" --mineral Gallium || fault "arguments for the report"
says "report of --all --json" --all --json || fault "--all beside another argument"
for line in "report of --all" "small figures" "with $work/build-examples/library" "ran: small good" \
    "skipped: poor: cobol not found" "skipped: absent: not built on this system"; do
    says "$line" --all || fault "--all"
done

script examples/bad/run.sh 'exit 3'
must_refuse "an example that fails" "FAILED: bad: exit status 3" says "ran: small good" --all
finish
