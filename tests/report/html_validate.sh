#!/bin/sh
# SPDX-License-Identifier: MIT
# What a validator says of the page, of that of every mineral and of one with hostile names. The
# validator must also find fault with a page that has faults.
#
#     html_validate.sh tidy|vnu|html-validate REPORT DATA_FOLDER
#
# VNU_JAR names the file of vnu where it is not a command; HTML_VALIDATE the command of
# html-validate.
set -u
tool=$1
report=$2
data=$3
# shellcheck source=/dev/null
. "$(dirname "$0")/html_hostile.sh"

skip() {
    echo "skipped: $1"
    exit 77
}

has() {
    command -v "$1" >/dev/null 2>&1
}

jar=${VNU_JAR:-}
html_validate=${HTML_VALIDATE:-html-validate}
case $tool in
tidy) has tidy || skip "tidy not found (Debian: tidy)" ;;
vnu)
    has vnu || [ -f "$jar" ] || skip "vnu not found (npm: vnu-jar, with java; VNU_JAR)"
    has vnu || has java || skip "java not found, which vnu needs"
    ;;
html-validate) has "$html_validate" || skip "html-validate not found (npm: html-validate)" ;;
esac

# Tidy is older than some of what it is shown, so its warnings are left alone.
validate() {
    case $tool in
    tidy)
        tidy -quiet -errors "$1"
        [ $? -lt 2 ]
        ;;
    vnu) if has vnu; then vnu --errors-only "$1"; else java -jar "$jar" --errors-only "$1"; fi ;;
    html-validate) (cd "$work" && "$html_validate" "$1") ;;
    esac
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
html_hostile "$data" "$work/hostile" || exit 1
"$report" --trials 40 --html "$work/page.html" || exit 1
"$report" --trials 40 --all --html "$work/all.html" || exit 1
"$report" --trials 40 --data "$work/hostile" --html "$work/hostile.html" || exit 1
printf '%s\n' '{"root": true, "extends": ["html-validate:recommended"]}' \
    >"$work/.htmlvalidate.json"

failures=0
for name in page all hostile; do
    if ! validate "$work/$name.html" >"$work/log" 2>&1; then
        failures=$((failures + 1))
        echo "FAILED: $tool on $name.html"
        head -n 20 "$work/log"
    fi
done
sed 's/<h1>/<h1><nonsense><table><\/h1>/' "$work/page.html" >"$work/faulty.html"
if validate "$work/faulty.html" >/dev/null 2>&1; then
    failures=$((failures + 1))
    echo "FAILED: $tool finds no fault in a page that has one"
fi
[ $failures = 0 ]
