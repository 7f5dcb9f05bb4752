#!/bin/sh
# SPDX-License-Identifier: MIT
# lib/single.sh needs POSIX sh and awk alone: each shell and each awk of this machine gives the same
# bytes, from any folder, and nothing is written beside the sources. shells.sh
. tests/house/frame.sh
scratch

sh lib/single.sh >"$work/expected" || fault "lib/single.sh fails"

# by SHELL AWK-COMMAND: the header as this pair makes it, from another folder and a copy of the tree
# in which nothing may be written.
by() {
    rm -rf "$work/path"
    mkdir "$work/path"
    printf '#!/bin/sh\nexec %s "$@"\n' "$2" >"$work/path/awk"
    chmod +x "$work/path/awk"
    # shellcheck disable=SC2086
    (cd / && PATH=$work/path:$PATH exec $1 "$work/tree/lib/single.sh")
}

# try SHELL AWK-COMMAND
try() {
    by "$1" "$2" >"$work/header" 2>"$work/errors" || { echo "$1 and $2: it fails"; return 1; }
    [ ! -s "$work/errors" ] || { echo "$1 and $2: complains: $(cat "$work/errors")"; return 1; }
    cmp -s "$work/header" "$work/expected" || { echo "$1 and $2: another header"; return 1; }
    echo "the same bytes: $1 and $2"
}

mkdir "$work/tree"
cp -R include lib LICENSE "$work/tree"
chmod -R a-w "$work/tree"
(cd "$work/tree" && find . | sort) >"$work/before"

# Where a command is, if it is: of busybox, whether it has the applet.
path_of() {
    case $1 in
    busybox*) busybox --list 2>/dev/null | grep -qx "${1#busybox }" && echo "$1" ;;
    *) command -v "$1" ;;
    esac
}

pairs=0
for awk in awk mawk gawk "gawk --posix" original-awk "busybox awk"; do
    [ -n "$(path_of "${awk%% --*}")" ] || continue
    command=$(path_of "${awk%% --*}")
    case $awk in *--posix) command="$command --posix" ;; esac
    for shell in sh dash bash "bash --posix" "busybox sh" ksh; do
        [ -n "$(path_of "${shell%% --*}")" ] || continue
        try "$shell" "$command" || fault "$shell and $awk"
        pairs=$((pairs + 1))
    done
done
echo "$pairs pairs"

(cd "$work/tree" && find . | sort) | cmp -s - "$work/before" || fault "lib/single.sh leaves files"
chmod -R u+w "$work/tree"

must_refuse "an awk that adds a word" "another header" try sh "sh -c 'echo more' #"
must_refuse "an awk that fails" "it fails" try sh false
finish
