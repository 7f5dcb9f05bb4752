#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the benchmark of each variant of the library, then the peers in Python and R, and writes one
# CSV, which it prints: machine, compiler and flags in comments, then a row for each way to each
# case; and prints each goal as measured. run.sh CSV CC FLAGS PROGRAM...; BENCH_CASE=hhi runs the
# cases alone whose names begin so.
set -u
csv=$1
cc=$2
flags=$3
shift 3
here=$(dirname "$0")
OPENBLAS_NUM_THREADS=1
export OPENBLAS_NUM_THREADS

rows() {
    found=
    for program in "$@"; do
        variant=${program##*/minrisk_bench_}
        case $variant in
        avx*) grep -qw "$variant" /proc/cpuinfo || { echo "not here: $variant" >&2; continue; } ;;
        esac
        "$program" "$variant" "${BENCH_CASE-}"
    done
    for python in /usr/bin/python3 python3; do
        "$python" -c 'import numpy' 2>/dev/null && {
            "$python" "$here/peers.py"
            "$python" "$here/forecast.py"
            found=$python
            break
        }
    done
    [ -n "$found" ] || echo "not here: numpy" >&2
    ! command -v Rscript >/dev/null || Rscript "$here/peers.R"
}

{
    echo "# machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | sort -u | head -n 1)," \
        "$(nproc) processors, load $(cut -d ' ' -f 1 /proc/loadavg)"
    echo "# compiler: $("$cc" --version | head -n 1)"
    echo "# flags: $flags"
    echo "variant,case,n,way,ns_least,ns_median,ratio_least,ratio_median"
    rows "$@"
} | awk -F , -v OFS=, '
    # The ratios of peers in other processes are to the first row of the same case.
    /^#/ || $1 == "variant" { print; next }
    !(($2, $3) in least) { least[$2, $3] = $5; median[$2, $3] = $6 }
    $7 == "" { $7 = sprintf("%.3f", $5 / least[$2, $3]); $8 = sprintf("%.3f", $6 / median[$2, $3]) }
    { print; fflush() }' | tee "$csv"

awk -v what=goals -f "$here/table.awk" "$here/goals.csv" "$csv"
