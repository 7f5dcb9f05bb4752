#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs what stands after "$ " in the console blocks of the worked page, in order and in one folder,
# and compares all that is printed with the page.
#
#     page.sh SOURCE COMPILER [LAUNCHER]
set -u
LC_ALL=C
export LC_ALL

source=$1
compiler=$2
launcher=${3:-}
page=$source/examples/worked/README.md
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# The same places relative to each other as in the repository.
mkdir -p "$work/tree/examples" "$work/bin"
cp -R "$source/examples/worked" "$work/tree/examples/worked"
cp -R "$source/include" "$source/lib" "$work/tree/"
# A launcher such as ccache takes one file at a time; the same line comes twice, and is built once.
cat >"$work/bin/cc" <<EOF
#!/bin/sh
set -e
built=$work/bin/built.\$(echo "\$*" | cksum | tr -d ' ')
[ ! -e "\$built" ] || exec cp "\$built" purchases
flags= objects=
if [ -z "$launcher" ]; then
    "$compiler" -Wall -Wextra -pedantic -Werror "\$@"
else
    for word; do
        case \$word in
        *.c)
            $launcher "$compiler" -Wall -Wextra -pedantic -Werror \$flags -c "\$word" \\
                -o "$work/bin/\${word##*/}.o"
            objects="\$objects $work/bin/\${word##*/}.o"
            ;;
        *) flags="\$flags \$word" ;;
        esac
    done
    "$compiler" \$flags \$objects
fi
cp purchases "\$built"
EOF
chmod +x "$work/bin/cc"
PATH=$work/bin:$PATH
export PATH

awk '/^```console$/ { on = 1; next } /^```/ { on = 0 } on { print }' "$page" >"$work/expected"
# replay FILE: the commands of a transcript, each shown and run.
replay() {
    (
        cd "$work/tree/examples/worked" || exit 1
        sed -n 's/^\$ //p' "$1" | while IFS= read -r command; do
            printf '$ %s\n' "$command"
            sh -c "$command" 2>&1 </dev/null
        done
    )
}

commands=$(grep -c '^\$ ' "$work/expected")
if [ "$commands" -lt 10 ]; then
    echo "FAILED: the page has $commands commands"
    exit 1
fi
replay "$work/expected" >"$work/found"
if ! diff "$work/expected" "$work/found"; then
    echo "FAILED: the page says (<) what the commands do not print (>)"
    exit 1
fi
# The comparison must be able to fail: the same up to the command after a figure that is wrong.
awk '/^\$ / && seen { exit } /3066/ { seen = 1 } { print }' "$work/expected" >"$work/right"
sed 's/3066/3067/' "$work/right" >"$work/wrong"
replay "$work/right" | cmp -s - "$work/right" || {
    echo "FAILED: the first commands alone print something else"
    exit 1
}
if replay "$work/wrong" | cmp -s - "$work/wrong"; then
    echo "FAILED: a wrong figure on the page is not noticed"
    exit 1
fi
# As many projects as a table holds.
(
    cd "$work/tree/examples/worked" || exit 1
    {
        head -n 1 projects.csv
        yes 'another,plan,1,1,10' | head -n 63
    } >full.csv
    ./purchases suppliers.csv full.csv 0 0 0.2 0.04 >/dev/null
) || {
    echo "FAILED: 63 projects are refused"
    exit 1
}
echo "$commands commands print what the page says"
