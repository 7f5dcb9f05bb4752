#!/bin/sh
# SPDX-License-Identifier: MIT
# Java 17: JNI. sh examples/java/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs javac java "${CC:-gcc}"
javac -version 2>&1 | awk '{ exit $2 + 0 < 17 }' || skip "Java 17 not found"
sh "$root/examples/library.sh" "$folder"

javac -Xlint:all,-serial -Werror -d "$folder" -h "$folder" "$here"/minrisk/*.java
home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
"${CC:-gcc}" -std=c99 -O2 -Wall -Wextra -pedantic -Werror -fPIC -shared -I"$root/include" \
    -I"$folder" -isystem "$home/include" -isystem "$home/include/linux" "$here/minrisk_java.c" \
    "$folder/libminrisk.a" -o "$folder/libminrisk_java.so"

run() {
    java -XX:TieredStopAtLevel=1 -Xcheck:jni -Djava.library.path="$folder" -cp "$folder" "$@"
}

shows "$root/examples/expected.txt" run minrisk.Example
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- run minrisk.Cases "$root/examples/cases.csv"
