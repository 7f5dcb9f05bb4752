#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes identity.txt anew: on how many lines of hashes.txt, or of quick.txt on a board, each target
# agrees; "refused" is what strict arithmetic asks of a build. From any folder, in some minutes:
#
#     sh tests/targets/identity.sh             all targets, those apart whose compiler is not here
#     sh tests/targets/identity.sh 'cortex*'   the rows of some, by a pattern
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
scratch

sh tests/targets/emulated.sh all "$work/table" "${1:-*}"
ended=$?
awk 'function name() { return substr($0, 1, 30) }
    FNR == NR { fresh[name()] = $0; order[++n] = name(); next }
    FNR == 1 { print; next }
    { print name() in fresh ? fresh[name()] : $0; delete fresh[name()] }
    END { for (i = 1; i <= n; i++) if (order[i] in fresh) print fresh[order[i]] }' \
    "$work/table" tests/targets/identity.txt >"$work/new"
cp "$work/new" tests/targets/identity.txt
cat tests/targets/identity.txt
exit $ended
