#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes hashes.txt and quick.txt anew, after a function more or other bits that are meant. From any folder:
# sh tests/targets/update.sh [CC].
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch
. tests/targets/results.sh

# write LINES OPTION...
write() {
    lines=$1
    shift
    build "$work/app" "$cc" -O1 -ffp-contract=off "$@" && "$work/app" >"$work/results" || exit 1
    same "$lines" "$work/results"
    cp "$work/results" "$lines"
}

cc=${1:-cc}
write "$hashes"
write "$quick" -DRESULTS_QUICK
