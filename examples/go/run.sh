#!/bin/sh
# SPDX-License-Identifier: MIT
# Go: a package by cgo, with the library's archive linked in. sh examples/go/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs go "${CC:-gcc}"
sh "$root/examples/library.sh" "$folder"
mkdir -p "$folder/archive" # where no shared library stands beside it
cp -p "$folder/libminrisk.a" "$folder/archive"
CGO_ENABLED=1
CGO_CFLAGS="-O2 -I$root/include"
CGO_LDFLAGS=-L$folder/archive
export CGO_ENABLED CGO_CFLAGS CGO_LDFLAGS

cd "$here"
go build -o "$folder/example" ./example
go test -c -o "$folder/cases" .
shows "$root/examples/expected.txt" "$folder/example"
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- sh -c '"$1" -test.v >"$1.log" || { cat "$1.log"; exit 1; }; grep alike "$1.log"' \
    cases "$folder/cases"
