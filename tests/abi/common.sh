# SPDX-License-Identifier: MIT
# What check.sh and update.sh share, sourced after tests/house/frame.sh. The first line of the
# manifest is `version X.Y.Z released` or `version X.Y.Z unreleased`; the interface follows.

# version_of INCLUDE-FOLDER
version_of() {
    awk '/_VERSION_(MAJOR|MINOR|PATCH) [0-9]/ { t = t dot $3; dot = "." } END { print t }' \
        "$1/minrisk/version.h"
}

manifest_version() {
    sed -n '1s/^version \([0-9.]*\) .*/\1/p' "$1"
}

manifest_is_released() {
    [ "$(sed -n '1s/.* //p' "$1")" = released ]
}

interface_of() {
    sed 1d "$1"
}

# The layout of the manifest is that of 64-bit longs and pointers.
is_lp64() {
    echo 'typedef char lp64[sizeof(long) == 8 && sizeof(void *) == 8 ? 1 : -1];' |
        "$1" -fsyntax-only -x c - 2>/dev/null
}

# changes OLD NEW: `gone: LINE` and `new: LINE` for two sorted interfaces.
changes() {
    comm -23 "$1" "$2" | sed 's/^/gone: /'
    comm -13 "$1" "$2" | sed 's/^/new:  /'
}
