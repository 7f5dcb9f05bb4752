#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is lacking (Debian, as root), builds minrisk-report and shows the report:
#
#     sh examples/run.sh                      on the minerals that it names
#     sh examples/run.sh --mineral Gallium    arguments are passed on
#     sh examples/run.sh --all                on every mineral; then builds and runs every example
#                                             whose toolchain is there, and says which it skipped
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Quiet unless it fails; what it said is then shown.
quietly() {
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        echo "examples/run.sh: failed: $*" >&2
        exit 1
    fi
}

lacks() {
    for tool; do
        if command -v "$tool" >/dev/null 2>&1; then
            return 1
        fi
    done
    return 0
}

packages=
if lacks cmake; then packages="$packages cmake"; fi
if lacks cc gcc clang; then packages="$packages gcc"; fi
if lacks make ninja; then packages="$packages make"; fi
# A compiler may be there without the headers of the C library.
if ! lacks cc gcc clang || [ -n "$packages" ]; then
    if [ ! -e /usr/include/stdio.h ] && [ -e /etc/debian_version ]; then
        packages="$packages libc6-dev"
    fi
fi

if [ -n "$packages" ]; then
    if [ "$(id -u)" != 0 ] || lacks apt-get; then
        echo "examples/run.sh: please install these packages first:$packages" >&2
        exit 1
    fi
    echo "Installing$packages ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    quietly apt-get update
    # The names are meant to be split.
    # shellcheck disable=SC2086
    quietly apt-get install -y --no-install-recommends $packages
fi

generator=
# A folder of its own: build/ may be in use, with tests, and would lose them.
tree=$root/build-examples
if lacks make && [ ! -e "$tree/CMakeCache.txt" ]; then generator=-GNinja; fi

report=$tree/examples/report/minrisk-report
target=minrisk-report
if [ "$*" = --all ]; then target=all; fi

echo "Building $target ..." >&2
quietly cmake -S "$root" -B "$tree" $generator -DCMAKE_BUILD_TYPE=Release \
    -DMINRISK_EXAMPLES=ON -DMINRISK_TESTS=OFF
quietly cmake --build "$tree" --target "$target" --parallel
if [ "$target" = minrisk-report ]; then
    rm -f "$log"
    exec "$report" "$@"
fi

"$report" --all
MINRISK_LIBRARY=
quietly sh "$root/examples/library.sh" "$tree/library"
MINRISK_LIBRARY=$tree/library
export MINRISK_LIBRARY
ran=
skipped=
failed=

# try NAME COMMAND...: runs an example; what it prints is shown.
try() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    ended=0
    "$@" >"$log" 2>&1 </dev/null || ended=$?
    cat "$log"
    case $ended in
    0) ran="$ran $name" ;;
    77) skipped="$skipped
skipped: $name: $(sed -n 's/^skipped: //p' "$log" | tail -n 1)" ;;
    *) failed="$failed
FAILED: $name: exit status $ended" ;;
    esac
}

for source in "$root"/examples/*.c; do
    name=$(basename "$source" .c)
    program=$tree/examples/$name
    if [ -x "$program" ]; then
        try "$name" "$program"
    else
        try "$name" sh -c 'echo "skipped: not built on this system"; exit 77'
    fi
done
for script in "$root"/examples/*/run.sh; do
    try "$(basename "$(dirname "$script")")" sh "$script"
done
printf '\nran:%s%s%s\n' "$ran" "$skipped" "$failed"
[ -z "$failed" ]
