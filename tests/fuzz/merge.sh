#!/bin/sh
# SPDX-License-Identifier: MIT
# Takes what a fuzzer found into the corpora, keeping the smallest inputs that reach as much:
#
#     merge.sh BUILD FOUND [NAME...]
#
# BUILD is a build with MINRISK_FUZZ, FOUND a folder with a folder of inputs for each target. Of a
# corpus, the lines up to "# found" are made by hand and stay.
set -eu
programs=$(cd "$1/tests/fuzz" && pwd)
found=$(cd "$2" && pwd)
shift 2
cd "$(dirname "$0")/corpus"
[ $# -gt 0 ] || set -- *.hex

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
TMPDIR=$work
export TMPDIR

for name in "$@"; do
    name=${name%.hex}
    rm -rf "$work/seeds" "$work/merged"
    mkdir -p "$work/seeds" "$work/merged" "$found/$name"
    (cd "$work/seeds" && "$programs/minrisk_corpus" --unpack "$OLDPWD/$name.hex") >"$work/log"
    "$programs/fuzz_$name" -set_cover_merge=1 -max_len=512 "$work/merged" "$work/seeds" \
        "$found/$name" >"$work/log" 2>&1 || { tail -n 40 "$work/log"; exit 1; }
    sed '/^# found$/,$d' "$name.hex" >"$work/corpus"
    echo "# found" >>"$work/corpus"
    if [ -n "$(ls "$work/merged")" ]; then
        "$programs/minrisk_corpus" --pack "$work"/merged/* | grep . |
            grep -vxFf "$work/corpus" | awk '{ print length($0), $0 }' | sort -k1,1n -k2,2 |
            cut -d' ' -f2- >>"$work/corpus" || true
    fi
    cp "$work/corpus" "$name.hex"
    echo "$name: $(grep -c '^[0-9a-f]' "$name.hex") inputs, $(wc -c <"$name.hex") bytes"
done
