#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes identity.txt anew: on how many lines of hashes.txt, or of quick.txt on a board, each target
# agrees. From any folder, in some ten minutes: sh tests/targets/identity.sh.
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch

sh tests/targets/emulated.sh all "$work/table"
ended=$?
cp "$work/table" tests/targets/identity.txt
cat tests/targets/identity.txt
exit $ended
