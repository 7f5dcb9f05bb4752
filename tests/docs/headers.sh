#!/bin/sh
# SPDX-License-Identifier: MIT
# The comment of each public function: it is there, directly above; each parameter has its line; it
# says what is returned, how exact it is and what it costs; the statuses it names exist; the example
# it names exists and calls the function.
. tests/house/frame.sh
scratch

# check_header ROOT HEADER
check_header() {
    awk -v statuses="$(grep -oE 'MINRISK_(OK|E_[A-Z_]+)' "$1/include/minrisk/status.h" | tr '\n' ' ')" '
        function fault(text) {
            print FILENAME ": " name ": " text
        }

        # A line of the block that opens with the word; the rest of it is in `rest`.
        function opens(word,    i) {
            for (i = 1; i <= lines; i++)
                if (index(block[i], " * " word " ") == 1) {
                    rest = substr(block[i], length(word) + 4)
                    sub(/^ +/, "", rest)
                    if (rest != "")
                        return 1
                }
            return 0
        }

        function check_parameters(text,    i, n, parameter, word) {
            sub(/^[^(]*\(/, "", text)
            sub(/\).*/, "", text)
            n = split(text, parameter, ",")
            for (i = 1; i <= n; i++) {
                word = parameter[i]
                sub(/.*[ *]/, "", word)
                if (word != "void" && !opens(word))
                    fault("the parameter " word " has no line")
            }
        }

        function check_statuses(text,    i, j, found) {
            found = 0
            for (i = 1; i <= lines; i++) {
                rest = block[i]
                while (match(rest, /MINRISK_(OK|E_[A-Z_]+)/)) {
                    if (index(" " statuses, " " substr(rest, RSTART, RLENGTH) " ") == 0)
                        fault("unknown status " substr(rest, RSTART, RLENGTH))
                    found++
                    rest = substr(rest, RSTART + RLENGTH)
                }
            }
            if (text ~ /MINRISK_API minrisk_status / && found < 2)
                fault("does not list its statuses")
        }

        function check(text) {
            match(text, /minrisk_[a-z0-9_]+ *\(/)
            name = substr(text, RSTART, RLENGTH - 1)
            print "function " name > "/dev/stderr"
            if (lines == 0) {
                fault("no comment directly above")
                return
            }
            check_parameters(text)
            check_statuses(text)
            if (!opens("returns")) fault("no line `returns`")
            if (!opens("accuracy")) fault("no line `accuracy`")
            if (!opens("cost")) fault("no line `cost`")
            if (opens("example"))
                print "example " name " " rest > "/dev/stderr"
            else
                fault("no line `example`")
        }

        /^\/\*/ { lines = 0; comment = 1 }
        comment { block[++lines] = $0; if (/\*\//) comment = 0; next }
        /^MINRISK_API/ { declaration = ""; declaring = 1 }
        declaring {
            declaration = declaration " " $0
            if (/;/) {
                declaring = 0
                check(declaration)
                lines = 0
            }
            next
        }
        { lines = 0 }
    ' "$1/$2" 2>"$work/names"
    cat "$work/names" >>"$work/all"
}

# An example is a file, or a folder of which any file may call the function.
check_examples() {
    awk '$1 == "example" { print $2, $3 }' "$work/all" | while read -r function example; do
        if [ ! -e "$1/$example" ]; then
            echo "$function: the example $example does not exist"
        elif ! grep -rqw "$function" "$1/$example"; then
            echo "$function: the example $example does not call it"
        fi
    done
}

check() {
    : >"$work/all"
    {
        for path in "$1"/include/*.h "$1"/include/*/*.h; do
            check_header "$1" "${path#"$1"/}"
        done
        check_examples "$1"
    } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ] && grep -q '^function' "$work/all"
}

refuse() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad/include/minrisk" "$work/bad/examples"
    cp include/minrisk/status.h "$work/bad/include/minrisk/status.h"
    echo 'minrisk_status_text minrisk_first_invalid minrisk_version minrisk_x' \
        >"$work/bad/examples/quickstart.c"
    printf '%b\n' "$3" >"$work/bad/include/minrisk.h"
    must_refuse "$1" "$2" check "$work/bad"
}

check . || fault "the comments of the public functions are not complete"
echo "$(grep -c '^function' "$work/all") public functions"

head='/* X.\n *\n'
good=" * n  any\n * returns  MINRISK_OK, or\n *  MINRISK_E_SIZE\n * accuracy  exact\n * cost  O(1)\n"
example=' * example  examples/quickstart.c\n */\n'
x='MINRISK_API minrisk_status minrisk_x(size_t n);'
refuse "a function without a comment" "no comment" "$x"
refuse "a comment that stands apart" "no comment" "$head$good$example\n$x"
refuse "a comment without an example" "no line \`example\`" "$head$good */\n$x"
refuse "an example that does not exist" "does not exist" "$head$good * example  examples/absent.c\n */\n$x"
refuse "an example that does something else" "does not call it" \
    "$head$good${example}MINRISK_API minrisk_status minrisk_y(size_t n);"
refuse "a parameter without a line" "parameter k" \
    "$head$good${example}MINRISK_API minrisk_status minrisk_x(size_t n, int k);"
refuse "an unknown status" "unknown status MINRISK_E_WRONG" \
    "$head *           MINRISK_E_WRONG\n$good$example$x"
refuse "a status function without a list" "list its statuses" \
    "$head * n  any\n * returns  a code\n * accuracy  exact\n * cost  O(1)\n$example$x"
finish
