#!/bin/sh
# SPDX-License-Identifier: MIT
# The words of the repository: British spelling, and no path of somebody's machine. Data files, vectors
# and what a program of others prints (.out) hold the words of their sources and are left alone.
. tests/house/frame.sh
scratch

texts() {
    (cd "$1" && find . -path './build*' -prune -o -path ./.git -prune -o -type f -print) |
        sed 's,^\./,,' | grep -vE '^LICENSE$|\.(csv|json|tsv|out)$|^tests/house/words\.sh$' | sort
}

# The roots of the American forms, whole words apart so that NO_COLOR, CMake's COLOR_ and CSS stay.
american='normaliz|optimiz|minimiz|maximiz|initializ|recogniz|organiz|summariz|utiliz|standardiz'
american="$american|realiz|generaliz|characteriz|emphasiz|serializ|penaliz|prioritiz|analyz"
american="$american|behavior|neighbor|favor|labor|center|fiber|license[ds]? under|defense|catalog[^u]"
american="$american|modeling|modeled|labeled|labeling|traveled|canceled|fulfill|gray|aluminum"
american="$american|\<colors?\>|\<colored\>|artifact|skeptic|judgment"

# Names that others have fixed: those of compilers, CMake and CSS, titles of laws and offices.
fixed='clang-analyzer|-f(no-)?analyzer|-Wno-analyzer-[a-z-]*|functions analyzed|-fno-sanitize|-fsanitize|CMAKE_[A-Z_]*|INITIALIZE|Department of Defense|DoD'
fixed="$fixed|prefers-color-scheme|color-scheme:|forced-colors|(forced|print)-color-adjust|(^ *|[;{])color:"
fixed="$fixed|filesAnalyzed|__OPTIMIZE_SIZE__|Defense Production Act|Defense Logistics Agency|Department of Labor|mpfr_[a-z_]*"
fixed="$fixed|(background|border|accent)-color|[\"']color(-scheme)?[\"']|XMLSerializer|serializeToString"
fixed="$fixed|setDownloadBehavior|behavior: 'allow'|ANALYZE"

machine='(^|[^A-Za-z0-9_.])/(work|root|home|tmp|Users|mnt)/'
registry='(deb|snapshot|ftp)\.debian\.org|pypi\.org|registry\.npmjs|proxy\.golang'

# found WHAT GREP-OPTION PATTERN: "WHAT: FILE:LINE:TEXT" for the texts listed in $work/texts.
found() {
    tr '\n' '\0' <"$work/texts" | xargs -0 grep -H "$2" "$3" | sed "s,^,$1: ,"
}

# A line may hold both a fixed name and a word of its own; the name of the file judges nothing.
check_spelling() {
    found American -niE "$american" | while IFS= read -r line; do
        printf '%s\n' "$line" | sed -E "s/^[^:]*: [^:]*:[0-9]*://; s/$fixed//g" |
            grep -qiE "$american" && printf '%s\n' "$line" | sed 's/^American/American spelling/'
    done
}

# check ROOT
check() {
    texts "$1" >"$work/texts"
    (
        cd "$1" || exit 1
        found "a path of a machine" -nE "$machine"
        found "a host of packages" -nE "$registry"
        check_spelling
        found "space at the end of a line" -nE '[ 	]+$'
        found "a carriage return" -n "$(printf '\r')"
    ) >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

check . || fault "the words"
echo "$(texts . | wc -l) texts"

refuse() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad"
    printf '%b\n' "$3" >"$work/bad/x.c"
    must_refuse "$1" "$2" check "$work/bad"
}

refuse "American spelling" "American spelling: x.c:1" '/* a normalized share */'
refuse "a colour without u" "American spelling: x.c:1" '/* the color of a bar */'
refuse "a path of a machine" "path of a machine: x.c:2" '\nstatic const char *p = "/ho''me/x/data";'
refuse "a space at the end of a line" "end of a line: x.c:1" 'int x; '
refuse "a carriage return" "carriage return: x.c:1" 'int x;\r'
finish
