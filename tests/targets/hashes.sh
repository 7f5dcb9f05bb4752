#!/bin/sh
# SPDX-License-Identifier: MIT
# The bits of every public function are those of hashes.txt, which the other scripts of this folder
# ask for on other processors and with other flags. What the program does not call, it does not hold
# to anything; so each function has a line. hashes.sh CC ARCHIVE.
. tests/house/frame.sh
cc=$1
archive=$2
scratch
. tests/targets/results.sh

# "name class" for each public function; the class as its comment says it.
classes() {
    awk '
        /^\/\*/ { class = "-" }
        / \* accuracy / { class = $3; sub(/[:,;]$/, "", class) }
        /^MINRISK_API/ { declaring = 1 }
        declaring && match($0, /minrisk_[a-z0-9_]+ *\(/) {
            name = substr($0, RSTART, RLENGTH)
            gsub(/[ (]/, "", name)
            print name, class
            declaring = 0
        }' "$1"/*.h "$1"/*/*.h | sort
}

names() {
    grep -v '^#' | cut -d ' ' -f 2- | tr ' ' '\n' | sort
}

# check_lines INCLUDE LINES
check_lines() {
    classes "$1" >"$work/classes"
    {
        names <"$2" | comm -13 - "$work/classes.names" | sed 's/^/no line for /'
        names <"$2" | uniq -d | sed 's/^/two lines for /'
        exact_lines "$2" | names | join - "$work/classes" | grep ' reproducible$' |
            sed 's/ .*/ is of another class than its part of the lines/'
    } >"$work/left"
    cat "$work/left"
    [ ! -s "$work/left" ] && [ -s "$work/classes" ]
}

check_all() {
    classes "$1" | cut -d ' ' -f 1 >"$work/classes.names"
    check_lines "$1" "$2"
}

advice="if that is meant: sh tests/targets/update.sh"
if ! "$cc" -Iinclude "$program" "$archive" -o "$work/app" 2>"$work/log"; then
    fault "$(cat "$work/log")"
elif ! "$work/app" >"$work/results"; then
    fault "the program fails"
else
    same "$hashes" "$work/results" || fault "other bits than $hashes; $advice"
    check_all include "$work/results" || fault "the calls in $program"
fi
if ! "$cc" -DRESULTS_QUICK -Iinclude "$program" "$archive" -o "$work/app" 2>"$work/log" ||
    ! "$work/app" >"$work/few"; then
    fault "with few inputs: $(cat "$work/log")"
fi
same "$quick" "$work/few" || fault "other bits than $quick; $advice"
# FNV-1a of nothing.
grep '^cbf29ce484222325' "$work/few" && fault "with few inputs, no call"
echo "$(names <"$work/results" | wc -l) public functions"

mkdir "$work/bad"
cp -R include "$work/bad/include"
echo 'MINRISK_API int minrisk_more(void);' >>"$work/bad/include/minrisk.h"
must_refuse "a public function without a line" "no line for minrisk_more" \
    check_all "$work/bad/include" "$work/results"
{ cat "$work/results"; grep minrisk_version "$work/results"; } >"$work/bad/results"
must_refuse "a public function with two" "two lines for minrisk_version" \
    check_all include "$work/bad/results"
sed 's/accuracy *exact/accuracy reproducible/' include/minrisk/ranking.h \
    >"$work/bad/include/minrisk/ranking.h"
must_refuse "a class that is another's" "minrisk_leader is of another class" \
    check_all "$work/bad/include" "$work/results"
sed 's/^0/1/; t; s/^[1-9a-f]/0/' "$hashes" >"$work/bad/hashes"
must_refuse "a result that differs" "<" same "$work/bad/hashes" "$work/results"
finish
