#!/bin/sh
# SPDX-License-Identifier: MIT
# The layout for Arduino: all sources flat in one folder, compiled as its build does, with no flag of the
# library's own, in gnu11; its sketch as C++ with a stand-in for Arduino.h, run. arduino.sh CC CXX.
. tests/house/frame.sh
cc=$1
cxx=$2
have "$cxx" || skip "$cxx not found"
scratch
library=$work/minrisk

sh examples/packaging/arduino/library.sh "$work" || fault "library.sh"
for path in library.properties LICENSE src/minrisk.h src/minrisk/status.h \
    examples/Quickstart/Quickstart.ino; do
    [ -f "$library/$path" ] || fault "no $path"
done
[ "$(cd lib && ls ./*.c)" = "$(cd "$library/src" && ls ./*.c)" ] || fault "not the sources of lib"

"$cc" -std=gnu11 -fsyntax-only -Wall -Wextra -Werror -I"$library/src" "$library"/src/*.c ||
    fault "the sources are not compiled"

{
    echo '#include "Arduino.h"'
    cat "$library/examples/Quickstart/Quickstart.ino"
    echo 'int main() { setup(); loop(); return 0; }'
} >"$work/sketch.cpp"
(cd "$work" && "$cc" -std=gnu11 -Os -ffunction-sections -I"$library/src" -c "$library"/src/*.c) ||
    fault "the sources are not compiled"
"$cxx" -std=gnu++11 -Wall -Wextra -Werror -Itests/packaging/standins/arduino -I"$library/src" \
    "$work/sketch.cpp" "$work"/*.o -Wl,--gc-sections -o "$work/sketch" || fault "the sketch is not compiled"
printed=$("$work/sketch")
# 10,000 sum q^2 / (sum q)^2 in whole numbers is 6601.28 and a rest.
[ "$printed" = 6601.28 ] || fault "the sketch prints $printed"

rm "$library/src/exact.h"
must_refuse "a layout without a header" "exact.h" \
    "$cc" -std=gnu11 -fsyntax-only -I"$library/src" "$library/src/exact.c"
finish
