#!/bin/sh
# SPDX-License-Identifier: MIT
# The binary interface is the one in the manifest, which names the version that it was made for: a
# change of the interface needs a change of the version. check.sh CC.
. tests/house/frame.sh
. tests/abi/common.sh
cc=$1
is_lp64 "$cc" || skip "longs and pointers of $cc do not have 64 bits"
scratch

# check INCLUDE-FOLDER MANIFEST
check() {
    interface_of "$2" >"$work/written"
    sh tests/abi/extract.sh "$cc" "$1" >"$work/now" || { echo "no interface found"; return 1; }
    ! grep 'NOT UNDERSTOOD' "$work/now" || return 1
    changes "$work/written" "$work/now" >"$work/changes"
    if [ -s "$work/changes" ]; then
        echo "the binary interface has changed since version $(manifest_version "$2"):"
        cat "$work/changes"
        echo "Raise the version in include/minrisk/version.h, unless it is unreleased;" \
            "then: sh tests/abi/update.sh"
        return 1
    fi
    if [ "$(version_of "$1")" != "$(manifest_version "$2")" ]; then
        echo "the manifest is of version $(manifest_version "$2"): sh tests/abi/update.sh"
        return 1
    fi
}

check include tests/abi/manifest.txt || fault "the manifest"
for kind in function enumerator constant struct typedef; do
    echo "$(grep -c "^$kind" "$work/now") lines of $kind"
    grep -q "^$kind" "$work/now" || fault "no $kind found"
done

# refuse WHAT TEXT FILE EDIT: the edit, of sed, is made in a copy of the header.
refuse() {
    rm -rf "$work/bad"
    cp -R include "$work/bad"
    sed "$4" "include/$3" >"$work/bad/$3"
    cmp -s "include/$3" "$work/bad/$3" && fault "self-test: $1: nothing changed"
    must_refuse "$1" "$2" check "$work/bad" tests/abi/manifest.txt
}

refuse "a changed enumerator" "new:  enumerator MINRISK_NEVER = 13" \
    minrisk/trend.h 's/MINRISK_NEVER = 3/MINRISK_NEVER = 13/'
refuse "a removed function" "gone: function minrisk_status minrisk_leader(" \
    minrisk/ranking.h '/MINRISK_API minrisk_status minrisk_leader/,/;/d'
refuse "reordered members" "new:  struct minrisk_interval: double high at 0" \
    minrisk/partial.h '/^    double low;/d; s/^    double high;/    double high;\n    double low;/'
refuse "a member of another type" "new:  struct minrisk_reliance: uint32_t state at 0" \
    minrisk/reliance.h 's/int32_t state;/uint32_t state;/'
refuse "a longer struct" "new:  struct minrisk_balance: 48 bytes" \
    minrisk/reliance.h 's/^    double stock_release;/    double stock_release, more;/;
    s/stock_release, more;/stock_release;\n    double more;/'
refuse "a parameter of another type" "new:  function double minrisk_to_points(float hhi)" \
    minrisk/concentration.h 's/minrisk_to_points(double/minrisk_to_points(float/'
refuse "a new function" "new:  function int minrisk_more(void)" \
    minrisk/ranking.h 's/^MINRISK_API .*minrisk_leader/MINRISK_API int minrisk_more(void);\n&/'
refuse "a changed constant" "new:  constant MINRISK_NO_CAP = 1" \
    minrisk/partial.h 's/MINRISK_NO_CAP        0.0/MINRISK_NO_CAP 1.0/'
refuse "another type of status" "new:  typedef int64_t minrisk_status" \
    minrisk/status.h 's/typedef int32_t/typedef int64_t/'
refuse "two members in one declaration" "NOT UNDERSTOOD: double low, more" \
    minrisk/partial.h 's/double low;/double low, more;/'
refuse "a manifest of another version" "sh tests/abi/update.sh" \
    minrisk/version.h 's/VERSION_PATCH .*/VERSION_PATCH 99/'
finish
