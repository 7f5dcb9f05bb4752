#!/bin/sh
# SPDX-License-Identifier: MIT
# Lays the library out as Arduino has it, all sources in one folder: library.sh FOLDER makes
# FOLDER/minrisk, to be moved into the sketchbook's `libraries` or packed for its "Add .ZIP Library".
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/../../..
library=$1/minrisk

mkdir -p "$library/src" "$library/examples"
cp "$here/library.properties" "$root/LICENSE" "$library"
cp "$root"/lib/*.[ch] "$library/src"
cp -R "$root/include/." "$library/src"
cp -R "$here/Quickstart" "$library/examples"
