#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes the manifest of the binary interface anew:
#
#     sh tests/abi/update.sh              after a change, and after the version was raised for it
#     sh tests/abi/update.sh --release    the version of version.h goes out: from here on it is fixed
#
# Before 1.0 a minor version may take away or change; from 1.0 on only a major version may, and an
# addition needs a minor one. A manifest of a version that is unreleased may be written at will.
cd "$(dirname "$0")/../.." || exit 1
. tests/house/frame.sh
. tests/abi/common.sh
manifest=tests/abi/manifest.txt
cc=${CC:-cc}
is_lp64 "$cc" || { echo "longs and pointers of $cc do not have 64 bits"; exit 1; }
scratch

# part NUMBER VERSION
part() {
    echo "$2" | cut -d . -f "$1"
}

refuse() {
    echo "$1 in include/minrisk/version.h first: the manifest of $old is released"
    cat "$work/changes"
    exit 1
}

old=$(manifest_version "$manifest")
new=$(version_of include)
state=unreleased
[ "${1-}" != --release ] || state=released

sh tests/abi/extract.sh "$cc" include >"$work/now" || exit 1
interface_of "$manifest" >"$work/written"
changes "$work/written" "$work/now" >"$work/changes"

first=$(printf '%s\n%s\n' "$old" "$new" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)
if [ "$first" != "$old" ]; then
    echo "the version goes back, from $old to $new"
    exit 1
fi
if manifest_is_released "$manifest" && [ -s "$work/changes" ]; then
    major_is_new=$(($(part 1 "$new") - $(part 1 "$old")))
    minor_is_new=$(($(part 2 "$new") - $(part 2 "$old")))
    if grep -q '^gone' "$work/changes" && [ "$(part 1 "$old")" -gt 0 ]; then
        [ "$major_is_new" -ne 0 ] || refuse "raise the major version"
    else
        [ "$((major_is_new + minor_is_new))" -ne 0 ] || refuse "raise the minor version"
    fi
elif manifest_is_released "$manifest" && [ "$old" = "$new" ]; then
    state=released
fi
{
    echo "version $new $state"
    cat "$work/now"
} >"$manifest"
echo "$manifest: $(wc -l <"$work/changes") changes, version $new $state"
