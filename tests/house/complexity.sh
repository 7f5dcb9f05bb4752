#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints each function of lib/ with its lines and its cyclomatic complexity (McCabe 1976: decisions
# and one), the largest first, and holds them to a limit. complexity.sh
. tests/house/frame.sh
scratch

max_lines=60
max_complexity=20

# A decision is an if, a loop, a case, a conditional expression, && or ||.
measure() {
    for path in "$1"/*.[ch]; do
        strip "$path" | awk -v file="${path#"$1"/}" '
            function count(text, pattern,    n) {
                n = gsub(pattern, " ", text)
                return n
            }
            /^[{]/ {
                name = heading
                sub(/ *\(.*/, "", name)
                sub(/.*[ *]/, "", name)
                start = FNR
                complexity = 1
                next
            }
            /^[}]/ && start {
                print complexity, FNR - start - 1, file ":" name
                start = 0
                heading = ""
                next
            }
            start {
                line = " " $0
                complexity += count(line, "[^A-Za-z0-9_](if|for|while|case)[^A-Za-z0-9_]")
                complexity += count(line, "&&") + count(line, "[|][|]") + count(line, "[?]")
                next
            }
            /^[}]/ || /^ *#/ || /;[ \t]*$/ { heading = ""; next }
            /[^ \t]/ { heading = heading == "" ? $0 : heading " " $0 }'
    done | sort -k 1,1nr -k 2,2nr
}

# check FOLDER
check() {
    measure "$1" >"$work/functions"
    [ -s "$work/functions" ] || { echo "no functions found"; return 1; }
    awk -v lines=$max_lines -v complexity=$max_complexity '
        $1 > complexity { print "too complex: " $3 ": " $1 " of " complexity }
        $2 > lines { print "too long: " $3 ": " $2 " lines of " lines }' "$work/functions" >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

check lib || fault "functions of lib"
echo "complexity, lines, function"
cat "$work/functions"
sort -n "$work/functions" | awk '
    { complexity[NR] = $1; lines[NR] = $2; branches += $1 == 1; sum += $2 }
    END {
        printf "%d functions of %.0f lines on average; median complexity %d, most %d; %d without a branch\n",
            NR, sum / NR, complexity[int((NR + 1) / 2)], complexity[NR], branches
    }'

mkdir "$work/bad"
printf 'static int f(int a)\n{\n    return a%s;\n}\n' \
    "$(awk 'BEGIN { for (i = 0; i < 10; i++) print "        && a || (a ? a : 1)" }')" >"$work/bad/x.c"
must_refuse "a complex function" "too complex: x.c:f: 31 of 20" check "$work/bad"
awk 'BEGIN { print "int g(void)\n{"; for (i = 0; i < 61; i++) print "    h();"; print "}" }' \
    >"$work/bad/x.c"
must_refuse "a long function" "too long: x.c:g: 61 lines of 60" check "$work/bad"
printf 'int g(int a)\n{\n    if (a) { /* if */\n        while (a)\n            a--;\n    }\n' >"$work/bad/x.c"
printf '    for (;;)\n        switch (a) { case 1: case 2: return a ? 1 : 2; }\n}\n' >>"$work/bad/x.c"
[ "$(measure "$work/bad")" = "7 6 x.c:g" ] || fault "self-test: counted $(measure "$work/bad")"
finish
