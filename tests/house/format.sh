#!/bin/sh
# SPDX-License-Identifier: MIT
# The sources are as .clang-format has them. Versions of clang-format differ in detail; 14 decides.
. tests/house/frame.sh
scratch

formatter=
for candidate in clang-format-14 clang-format; do
    if have $candidate && $candidate --version | grep -q 'version 14\.'; then
        formatter=$candidate
        break
    fi
done
[ -n "$formatter" ] || skip "clang-format 14 not found"

check() {
    find "$@" -name '*.[ch]' | sort >"$work/list"
    [ -s "$work/list" ] || return 1
    xargs "$formatter" --style=file --dry-run -Werror <"$work/list" >"$work/log" 2>&1 && return
    grep 'error:' "$work/log" | head -n 20
    return 1
}

check include lib examples tests || fault "some files are not formatted: $formatter -i FILE"
echo "$(wc -l <"$work/list") files"

mkdir "$work/bad"
cp .clang-format "$work/bad"
echo 'int  x;' >"$work/bad/x.c"
must_refuse "two spaces" "code should be clang-formatted" check "$work/bad"
finish
