#!/bin/sh
# SPDX-License-Identifier: MIT
# update.sh asks for the part of the version that a change of the interface needs: versions.sh CC.
. tests/house/frame.sh
. tests/abi/common.sh
is_lp64 "$1" || skip "longs and pointers of $1 do not have 64 bits"
scratch

# copy "VERSION STATE" MAJOR MINOR PATCH: what update.sh reads, the manifest of one version and the
# headers of another.
copy() {
    rm -rf "$work/copy"
    mkdir -p "$work/copy/tests"
    cp -R include "$work/copy/include"
    cp -R tests/abi tests/house "$work/copy/tests"
    sed "1s/.*/version $1/" tests/abi/manifest.txt >"$work/copy/tests/abi/manifest.txt"
    for edit in "MAJOR $2" "MINOR $3" "PATCH $4"; do
        sed "s/\(VERSION_${edit% *}\) [0-9].*/\1 ${edit#* }/" \
            "$work/copy/include/minrisk/version.h" >"$work/version"
        cp "$work/version" "$work/copy/include/minrisk/version.h"
    done
}

# without TEXT HEADER: takes lines with the text out of the header of the copy.
without() {
    grep -v "$1" "include/minrisk/$2" >"$work/copy/include/minrisk/$2"
}

update() {
    sh "$work/copy/tests/abi/update.sh" "$@"
}

# accept WHAT [OPTION]
accept() {
    what=$1
    shift
    if update "$@" >"$work/log" 2>&1; then
        echo "self-test: $what is accepted"
    else
        fault "self-test: $what is refused: $(cat "$work/log")"
    fi
}

copy "0.1.0 released" 0 1 0
without MINRISK_PROXY_DATA trend.h
must_refuse "an update without a version" "raise the minor version" update
copy "0.1.0 released" 0 1 1
without MINRISK_PROXY_DATA trend.h
must_refuse "a removal in a patch" "raise the minor version" update
copy "0.1.0 released" 0 2 0
without MINRISK_PROXY_DATA trend.h
accept "a removal in a minor version before 1.0"
copy "1.1.0 released" 1 2 0
without MINRISK_PROXY_DATA trend.h
must_refuse "a removal in a minor version after 1.0" "raise the major version" update
copy "1.1.0 released" 1 1 1
sed -i.orig '/MINRISK_PROXY_DATA/d' "$work/copy/tests/abi/manifest.txt"
must_refuse "an addition in a patch after 1.0" "raise the minor version" update
copy "1.1.0 released" 1 2 0
sed -i.orig '/MINRISK_PROXY_DATA/d' "$work/copy/tests/abi/manifest.txt"
accept "an addition in a minor version after 1.0"
copy "0.1.0 unreleased" 0 1 0
without MINRISK_PROXY_DATA trend.h
accept "a change of what is unreleased"
copy "0.2.0 released" 0 1 0
must_refuse "a version that goes back" "goes back" update
copy "0.1.0 unreleased" 0 1 0
accept "a release" --release
grep -q '^version 0.1.0 released$' "$work/copy/tests/abi/manifest.txt" ||
    fault "self-test: a release is not written down"
finish
