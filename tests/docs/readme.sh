#!/bin/sh
# SPDX-License-Identifier: MIT
# README.md keeps its word. Its first C block compiles without a warning and prints the text block
# that follows; what it shows of examples/pipeline.c is printed there; each test that the table of
# promises names (in backticks, in its second column) is one that ctest runs; each file that it links
# to or names in backticks is there; its table of the benchmark is that of tests/bench/results.csv.
# readme.sh ARCHIVE CC BUILD-FOLDER.
. tests/house/frame.sh
archive=$1
cc=$2
build=$3
[ -f README.md ] || skip "README.md is not written yet"
scratch

# first_block FILE LANGUAGE: the first fenced block of that language.
first_block() {
    awk -v fence="\`\`\`$2" '
        $0 == fence && !done { inside = 1; next }
        inside && /^```/ { inside = 0; done = 1 }
        inside' "$1"
}

# The text block that comes right after the first C block.
output_block() {
    awk '
        /^```c$/ && !code { code = 1; next }
        code == 1 && /^```$/ { code = 2; next }
        code == 2 && /^```text$/ { inside = 1; next }
        code == 2 && /^```/ && !inside { exit }
        inside && /^```/ { exit }
        inside' "$1"
}

check_example() {
    first_block "$1" c >"$work/example.c"
    output_block "$1" >"$work/shown"
    [ -s "$work/example.c" ] || { echo "no C block"; return 1; }
    [ -s "$work/shown" ] || { echo "no text block after the C block"; return 1; }
    "$cc" -std=c99 -Wall -Wextra -pedantic -Wconversion -Werror -Iinclude "$work/example.c" \
        "$archive" -o "$work/example" || { echo "the example does not compile"; return 1; }
    "$work/example" >"$work/printed" || { echo "the example fails"; return 1; }
    diff "$work/shown" "$work/printed" >"$work/diff" ||
        { echo "the example prints something else:"; cat "$work/diff"; return 1; }
}

# The first text block of the section on dates: each line of it is printed by examples/pipeline.c.
check_dates() {
    awk '
        /^## / { section = /^## From projects to a date/ }
        section && /^```text$/ { inside = 1; next }
        inside && /^```/ { exit }
        inside' "$1" >"$work/shown"
    [ -s "$work/shown" ] || { echo "no text block on dates"; return 1; }
    "$cc" -std=c99 -Iinclude examples/pipeline.c "$archive" -o "$work/pipeline" &&
        "$work/pipeline" >"$work/printed" || { echo "examples/pipeline.c fails"; return 1; }
    if grep -vxFf "$work/printed" "$work/shown" >"$work/wrong"; then
        sed 's/^/not printed: /' "$work/wrong"
        return 1
    fi
}

# Names in backticks in the second column of the first table, its head apart.
promised_tests() {
    awk -F '|' '
        /^\|/ { rows++; if (rows > 2) print $3; next }
        rows { exit }' "$1" | grep -oE '`[^`]+`' | tr -d '`'
}

rows_without_test() {
    awk -F '|' '
        /^\|/ { rows++; if (rows > 2 && $3 !~ /`[^`]+`/) print "a promise without a test: " $2; next }
        rows { exit }' "$1"
}

check_promises() {
    # Not from `ctest -N`: within a run of ctest that empties the log of the run.
    find "$build" -name CTestTestfile.cmake -exec grep -h '^add_test(' '{}' + |
        sed 's/^add_test(\[*=*\[*//; s/[] =].*//' | sort >"$work/tests"
    promised_tests "$1" | sort -u >"$work/promised"
    {
        [ -s "$work/promised" ] || echo "no table of promises"
        comm -13 "$work/tests" "$work/promised" | sed 's/^/no such test: /'
        rows_without_test "$1"
    } >"$work/broken"
    cat "$work/broken"
    [ ! -s "$work/broken" ]
}

# Links to files of the repository, and paths in backticks that begin in one of its folders.
check_paths() {
    {
        grep -oE '\]\([^)#:]+\)' "$1" | tr -d '])('
        grep -oE '`(include|lib|examples|tests|\.ci)/[A-Za-z0-9_./-]+`' "$1" | tr -d '`'
    } | sort -u | while read -r path; do
        [ -e "$path" ] || echo "no such file: $path"
    done >"$work/broken"
    cat "$work/broken"
    [ ! -s "$work/broken" ]
}

# The table of the benchmark is made of the run on record, which is not repeated for it.
check_bench() {
    sed -n '/^<!-- table of tests\/bench/,/^<!-- end of the table/p' "$1" | sed '1d; $d' >"$work/shown"
    [ -s "$work/shown" ] || { echo "no table of the benchmark"; return 1; }
    awk -f tests/bench/table.awk tests/bench/goals.csv tests/bench/results.csv | diff "$work/shown" - >"$work/diff" ||
        { echo "not the table of results.csv; sh tests/bench/readme.sh:"; cat "$work/diff"; return 1; }
}

check_example README.md || fault "README.md: the example"
check_dates README.md || fault "README.md: what examples/pipeline.c prints"
check_promises README.md || fault "README.md: the promises"
check_paths README.md || fault "README.md: a path"
check_bench README.md || fault "README.md: the table of the benchmark"
echo "$(wc -l <"$work/example.c") lines of example, $(wc -l <"$work/promised") tests named"

bad() {
    printf '%b\n' "$1" >"$work/bad.md"
}

main='```c\n#include <stdio.h>\nint main(void)\n{\n    puts("1");\n    return 0;\n}\n```\n'
bad "$main\n\`\`\`text\n2\n\`\`\`"
must_refuse "an output that differs" "prints something else" check_example "$work/bad.md"
bad "$main\nwords"
must_refuse "an example without its output" "no text block" check_example "$work/bad.md"
bad '```c\nint main(void) { return x; }\n```\n```text\n1\n```'
must_refuse "an example that does not compile" "does not compile" check_example "$work/bad.md"
sed 's/14\.79/14.97/' README.md >"$work/bad.md"
must_refuse "a date that is not printed" "not printed: ore" check_dates "$work/bad.md"
bad '| promise | test |\n|---|---|\n| exact | `unit_absent` |\n'
must_refuse "a promise with an unknown test" "no such test: unit_absent" check_promises "$work/bad.md"
bad '| promise | test |\n|---|---|\n| exact | `docs_readme` |\n| small | later |\n'
must_refuse "a promise without a test" "without a test" check_promises "$work/bad.md"
bad 'See `examples/absent.c`.'
must_refuse "a file that is not there" "no such file: examples/absent.c" check_paths "$work/bad.md"
sed '/^| hhi: /s/[0-9]\.[0-9][0-9] |/0.01 |/' README.md >"$work/bad.md"
must_refuse "a figure that was not measured" "not the table of results.csv" check_bench "$work/bad.md"
finish
