#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes identity.txt anew: on how many lines of hashes.txt, or of quick.txt, which has every function
# with few inputs, each target agrees; "refused" is what strict arithmetic asks of a build. From any
# folder, in half an hour:
#
#     sh tests/targets/identity.sh             all targets, those apart whose compiler is not here
#     sh tests/targets/identity.sh 'cortex*'   the rows of some, by a pattern
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch

sh tests/targets/emulated.sh all "$work/table" "${1:-*}"
ended=$?
awk -f tests/targets/merge.awk "$work/table" tests/targets/identity.txt >"$work/new"
cp "$work/new" tests/targets/identity.txt
cat tests/targets/identity.txt
exit $ended
