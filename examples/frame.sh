# SPDX-License-Identifier: MIT
# Sourced by the run.sh of an integration. It leaves the root of the repository in `root`, the
# integration's own folder in `here`, and in `folder` the one to build in: the first argument of
# run.sh, or build/examples/NAME.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
mkdir -p "${1:-$root/build/examples/${here##*/}}"
folder=$(CDPATH='' cd -- "${1:-$root/build/examples/${here##*/}}" && pwd)

skip() {
    echo "skipped: $*"
    exit 77
}

# needs COMMAND...: the toolchain.
needs() {
    for tool; do
        command -v "$tool" >/dev/null 2>&1 || skip "$tool not found"
    done
}

# The expected text in a language that counts from 1.
from_one() {
    sed 's/market 2/market 3/; s/market 1/market 2/; s/market 0/market 1/; s/element 2/element 3/'
}

# shows TEXT COMMAND...: what the command prints, which must begin with that text.
shows() {
    text=$1
    shift
    "$@" >"$folder/shown"
    cat "$folder/shown"
    head -n "$(wc -l <"$text")" "$folder/shown" | diff "$text" - >&2
}

# agrees FUNCTION... -- COMMAND...: the command must say that each of examples/cases.csv's cases of
# these functions came to the same bits.
agrees() {
    functions=
    while [ "$1" != -- ]; do
        functions="$functions $1"
        shift
    done
    shift
    cases=$(awk -F , -v bound="$functions " 'index(bound, " " $2 " ") { n++ } END { print n + 0 }' \
        "$root/examples/cases.csv")
    said=$("$@") || {
        echo "$said"
        exit 1
    }
    echo "$said"
    [ "$said" = "$cases cases alike" ] || {
        echo "but $cases cases should be" >&2
        exit 1
    }
}
