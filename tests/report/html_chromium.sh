#!/bin/sh
# SPDX-License-Identifier: MIT
# The page in a browser without a screen, at 320 and 1280 pixels, light and dark: no message on the
# console, nothing wider than the page, and nothing run that stands in a name.
#
#     html_chromium.sh REPORT DATA_FOLDER
#
# HTML_SHOTS names a folder for the pictures, to look at them.
set -u
report=$1
data=$2
# shellcheck source=/dev/null
. "$(dirname "$0")/html_hostile.sh"

for name in chromium chromium-browser google-chrome; do
    browser=$(command -v "$name" 2>/dev/null) && break
done
if [ -z "${browser:-}" ]; then
    echo "skipped: chromium not found (Debian: chromium)"
    exit 77
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
shots=${HTML_SHOTS:-$work}
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAILED: $*"
}

# browse MODE OPTION...: what the browser says is in $work/log, its output in $work/dom.
browse() {
    dark=
    [ "$1" = light ] || dark="--force-dark-mode --enable-features=WebContentsForceDark:inversion_method/none"
    shift
    profile=$(mktemp -d) || exit 1
    # shellcheck disable=SC2086
    timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --user-data-dir="$profile" --hide-scrollbars --enable-logging=stderr \
        --allow-file-access-from-files $dark "$@" >"$work/dom" 2>"$work/log"
    status=$?
    rm -rf "$profile"
    return $status
}

# A window cannot be as narrow as a phone, a frame can; and the frame's host may run a script.
frame() {
    cat >"$work/frame.html" <<EOF
<!DOCTYPE html><title>frame</title><style>body{margin:0}iframe{border:0}</style>
<iframe id="f" src="$1" width="$2" height="3000"></iframe><p id="width"></p><p id="mode"></p>
<script>
onload = function () {
    var inner = document.getElementById("f").contentDocument;
    document.getElementById("width").textContent = "width " + inner.documentElement.scrollWidth;
    document.getElementById("mode").textContent = "ground " +
        inner.defaultView.getComputedStyle(inner.body).backgroundColor +
        " " + inner.querySelectorAll("img,script,iframe").length + " strangers";
};
</script>
EOF
}

# look NAME WIDTH MODE GROUND: the page NAME.html.
look() {
    frame "$1.html" "$2"
    browse "$3" --window-size=1300,3000 --dump-dom "file://$work/frame.html" || fail "$1: no browser"
    grep CONSOLE "$work/log" && fail "$1 at $2, $3: a message on the console"
    grep -q ">width $2<" "$work/dom" || fail "$1 at $2, $3: $(grep -o '>width [0-9]*' "$work/dom")"
    grep -q ">ground $4 0 strangers<" "$work/dom" ||
        fail "$1 at $2, $3: $(grep -o '>ground [^<]*' "$work/dom")"
}

picture() {
    frame "page.html" "$1"
    browse "$2" --window-size="$3",3000 --screenshot="$shots/page-$1-$2.png" \
        "file://$work/frame.html" || fail "no picture"
    [ -s "$shots/page-$1-$2.png" ] || fail "no picture at $1, $2"
}

html_hostile "$data" "$work/hostile" || exit 1
"$report" --trials 40 --html "$work/page.html" || exit 1
"$report" --trials 40 --all --html "$work/all.html" || exit 1
"$report" --trials 40 --data "$work/hostile" --html "$work/hostile.html" || exit 1

white='rgb(255, 255, 255)'
black='rgb(17, 22, 28)'
for width in 320 1280; do
    look page $width light "$white"
    look page $width dark "$black"
    picture $width light 1300
    picture $width dark 1300
    cmp -s "$shots/page-$width-light.png" "$shots/page-$width-dark.png" &&
        fail "light and dark look the same"
done
look all 320 light "$white"
look hostile 320 light "$white"

# The test must be able to fail: a page whose style the policy does not allow, and one too wide.
sed 's/<h1>/<h1 style="margin:0">/' "$work/page.html" >"$work/styled.html"
frame styled.html 320
browse light --dump-dom "file://$work/frame.html"
grep -q CONSOLE "$work/log" || fail "a breach of the policy is not seen"
sed 's/<h1>/<h1><svg width="900" height="9"><\/svg><pre>_________________________________________________________<\/pre>/' \
    "$work/page.html" >"$work/broad.html"
frame broad.html 320
browse light --dump-dom "file://$work/frame.html"
grep -q ">width 320<" "$work/dom" && fail "a page that is too wide is not seen"
[ $failures = 0 ]
