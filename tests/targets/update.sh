#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes hashes.txt anew, after a function more or other bits that are meant. From any folder:
# sh tests/targets/update.sh [CC].
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch
. tests/targets/results.sh

build "$work/app" "${1:-cc}" -O1 -ffp-contract=off && "$work/app" >"$work/results" || exit 1
same "$hashes" "$work/results"
cp "$work/results" "$hashes"
