#!/bin/sh
# SPDX-License-Identifier: MIT
# The manifests of examples/packaging: each parses, has the version of version.h, and names only what is
# there; the recipe for Conan does so against stand-ins for its modules (conan.py).
. tests/house/frame.sh
scratch

# The last that fits: with Kconfiglib too, where one has it.
python=
for modules in yaml yaml,kconfiglib; do
    for candidate in python3 /usr/bin/python3; do
        ! "$candidate" -c "import $modules" 2>/dev/null || python=$candidate
    done
done
[ -n "$python" ] || skip "Python with PyYAML not found (Debian: python3-yaml)"

# check ROOT
check() {
    "$python" -B tests/packaging/manifests.py "$1"
}

check . || fault "the manifests"

# refuse WHAT REASON FILE SED
refuse() {
    rm -rf "$work/bad"
    mkdir -p "$work/bad/examples"
    cp -R include lib LICENSE README.md CMakeLists.txt "$work/bad"
    cp -R examples/packaging "$work/bad/examples"
    sed "$4" "$3" >"$work/bad/$3"
    cmp -s "$3" "$work/bad/$3" && fault "self-test: nothing changed in $3"
    must_refuse "$1" "$2" check "$work/bad"
}

here=examples/packaging
refuse "another version of the library" "another version: " include/minrisk/version.h 's/MINOR .*/MINOR 9/'
refuse "JSON that is none" "library.json: " $here/platformio/library.json '1d'
refuse "a folder that is not there" "platformio: no file" $here/platformio/library.json 's/"lib",/"src",/'
refuse "YAML that is none" "idf_component.yml: " $here/esp-idf/idf_component.yml 's/^license: /license: [/'
refuse "a module without its CMake folder" "zephyr: " $here/zephyr/zephyr/module.yml '/cmake:/d'
refuse "a source too few" "meson: not the sources of lib" \
    $here/meson/packagefiles/minrisk/meson.build '/lib.fast.c/d'
refuse "an option that is not there" "no such option: MINRISK_SHAREDD" \
    $here/vcpkg/minrisk/portfile.cmake 's/MINRISK_SHARED/MINRISK_SHAREDD/'
refuse "a recipe without the headers" "conan: not exported: include" \
    $here/conan/conanfile.py 's,"include/\*"[,],,'
finish
