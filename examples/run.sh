#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is lacking (Debian, as root), builds minrisk-report and shows the report.
# Arguments are passed on: sh examples/run.sh --mineral Gallium
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
if lacks make && [ ! -e "$root/build/CMakeCache.txt" ]; then generator=-GNinja; fi

echo "Building minrisk-report ..." >&2
quietly cmake -S "$root" -B "$root/build" $generator -DCMAKE_BUILD_TYPE=Release \
    -DMINRISK_EXAMPLES=ON -DMINRISK_TESTS=OFF
quietly cmake --build "$root/build" --target minrisk-report --parallel
rm -f "$log"
exec "$root/build/examples/report/minrisk-report" "$@"
