#!/bin/sh
# SPDX-License-Identifier: MIT
# The library by Meson: on its own, up to the output of its quickstart and what it installs; and as a
# subproject that a wrap takes from a repository. meson.sh CC.
. tests/house/frame.sh
have meson || skip "Meson not found (Debian: meson)"
have git || skip "git not found"
CC=$1
export CC
scratch
here=examples/packaging/meson

mkdir "$work/tree"
cp -R include lib examples LICENSE "$work/tree"
cp $here/packagefiles/minrisk/meson.build "$work/tree"

# logged COMMAND...
logged() {
    "$@" >"$work/log" 2>&1 || { tail -n 30 "$work/log"; return 1; }
}

logged meson setup --buildtype=plain -Dwerror=true -Dwarning_level=2 -Dprefix=/minrisk -Dlibdir=lib "$work/build" \
    "$work/tree" || fault "meson setup"
logged meson test -C "$work/build" || fault "meson test"
"$work/build/quickstart" >"$work/printed" || fault "the quickstart"
grep -q 'HHI 6601 points' "$work/printed" || fault "the quickstart prints otherwise"
logged env DESTDIR="$work/to" meson install -C "$work/build" --no-rebuild || fault "meson install"
for path in lib/libminrisk.a include/minrisk.h include/minrisk/status.h lib/pkgconfig/minrisk.pc; do
    [ -f "$work/to/minrisk/$path" ] || fault "not installed: $path"
done

mkdir -p "$work/app/subprojects"
cp tests/install/app.c "$work/app"
cp -R $here/packagefiles "$work/app/subprojects"
rm "$work/tree/meson.build"
(cd "$work/tree" && git init -q . && git add -A &&
    git -c user.name=nobody -c user.email=nobody@localhost commit -q -m all) || fault "no repository"
sed "s,^url = .*,url = file://$work/tree," $here/minrisk.wrap >"$work/app/subprojects/minrisk.wrap"
cat >"$work/app/meson.build" <<'LISTS'
project('app', 'c', default_options: ['default_library=shared'])
minrisk = dependency('minrisk', version: '>=0.1.0', method: 'pkg-config', required: false,
  allow_fallback: true)
test('app', executable('app', 'app.c', dependencies: minrisk))
LISTS

logged meson setup --buildtype=plain --wrap-mode=forcefallback "$work/wrapped" "$work/app" || fault "the wrap"
[ -f "$work/app/subprojects/minrisk/meson.build" ] || fault "the wrap lays no meson.build over"
logged meson test -C "$work/wrapped" || fault "the program of another project"

sed -i "s,'lib/exact.c'.*,," "$work/app/subprojects/minrisk/meson.build"
must_refuse "a list without exact.c" "minrisk_" logged meson test -C "$work/wrapped"
finish
