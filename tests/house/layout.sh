#!/bin/sh
# SPDX-License-Identifier: MIT
# The fixed top level, and a line of licence in each source file.
. tests/house/frame.sh
scratch

# The files of the repository. Outside of git, such as in a release, all that is no build.
files() {
    if [ -e "$1/.git" ] && have git && git -C "$1" rev-parse >/dev/null 2>&1; then
        (cd "$1" && git ls-files --cached --others --exclude-standard) |
            while read -r path; do [ -f "$1/$path" ] && echo "$path"; done
    else
        (cd "$1" && find . -path './build*' -prune -o -path ./.git -prune -o -type f -print) |
            sed 's,^\./,,'
    fi | sort
}

check_top() {
    files "$1" | sed 's,/.*,,' | sort -u >"$work/top"
    while read -r entry; do
        case $entry in
        include | lib | examples | tests | CMakeLists.txt | README.md | LICENSE | .*) ;;
        *) echo "not of the fixed top level: $entry" ;;
        esac
    done <"$work/top"
    for entry in include lib examples tests CMakeLists.txt LICENSE; do
        grep -qx "$entry" "$work/top" || echo "missing from the top level: $entry"
    done
}

languages='c|h|cc|cpp|hpp|sh|awk|cmake|py|js|mjs|rs|go|R|java|cs|lua|css|html'

# In the first three lines, since a script opens with its interpreter.
check_licence() {
    files "$1" | grep -E "\.($languages)\$|(^|/)CMakeLists\.txt\$|^\.ci/" |
        while read -r path; do
            head -n 3 "$1/$path" | grep -q 'SPDX-License-Identifier: MIT' ||
                echo "no line of licence: $path"
        done
}

# Nobody reads, tests or reviews a binary.
check_binary() {
    files "$1" | while read -r path; do
        [ -s "$1/$path" ] || { echo "empty: $path"; continue; }
        grep -qI . "$1/$path" || echo "not a text: $path"
    done
}

check() {
    { check_top "$1"; check_licence "$1"; check_binary "$1"; } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

check . || fault "the layout"
echo "$(files . | wc -l) files"

good() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad/include" "$work/bad/lib" "$work/bad/examples" "$work/bad/tests"
    for file in include/x.h lib/x.c examples/x.c tests/x.sh CMakeLists.txt LICENSE; do
        echo '/* SPDX-License-Identifier: MIT */' >"$work/bad/$file"
    done
}

good
check "$work/bad" >/dev/null || fault "self-test: a good layout is refused"
echo x >"$work/bad/Makefile"
must_refuse "another file at the top" "top level: Makefile" check "$work/bad"
good
rm "$work/bad/lib/x.c"
must_refuse "a missing folder" "missing from the top level: lib" check "$work/bad"
good
echo 'int x;' >"$work/bad/lib/x.c"
must_refuse "a source file without licence" "licence: lib/x.c" check "$work/bad"
good
printf '\177ELF\000\001' >"$work/bad/tests/app"
must_refuse "a binary" "not a text: tests/app" check "$work/bad"
finish
