#!/bin/sh
# SPDX-License-Identifier: MIT
# The bill of materials of an installed prefix: it has what SPDX 2.3 asks for, names each installed
# file and no other, with hashes that are true, and is the same for every installation of the same
# files. spdx.sh CMAKE BUILD-FOLDER.
. tests/house/frame.sh
cmake=$1
build=$2
have sha1sum || skip "sha1sum not found"
have sha256sum || skip "sha256sum not found"
scratch

version=$(awk '/_VERSION_(MAJOR|MINOR|PATCH) [0-9]/ { t = t dot $3; dot = "." } END { print t }' \
    include/minrisk/version.h)

install_into() {
    "$cmake" --install "$build" --prefix "$1" >"$work/log" 2>&1 ||
        fault "cmake --install: $(cat "$work/log")"
}

bill_of() {
    find "$1" -name minrisk.spdx.json
}

states() {
    grep -qxE -- "$1" "$work/facts" || echo "it does not state: $1"
}

check_statements() {
    states 'spdxVersion SPDX-2\.3'
    states 'dataLicense CC0-1\.0'
    states 'SPDXID SPDXRef-DOCUMENT'
    states "name minrisk-$version"
    states "documentNamespace https://spdx\.org/spdxdocs/minrisk-$version-[0-9a-f-]{36}"
    states 'created [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z'
    states 'creator Tool: .+'
    states 'describes SPDXRef-Package'
    states 'packages 0 name minrisk'
    states "packages 0 versionInfo $version"
    states 'packages 0 licenseDeclared MIT'
    states "packages 0 copyrightText $(grep -m 1 '^Copyright' LICENSE | sed 's/[()]/\\&/g')"
    states 'relationships [0-9]+ relationshipType DESCRIBES'
    grep -A 1 'relationshipType DEPENDS_ON' "$work/facts" | grep -q 'relatedSpdxElement NONE$' ||
        echo "it does not state: no dependencies"
    awk '$3 == "SPDXID" && seen[$4]++ { print "an identifier twice: " $4 }' "$work/facts"
    awk '$3 == "SPDXID" { known[$4] = 1 }
         $3 == "relatedSpdxElement" && $4 != "NONE" && !($4 in known) {
             print "it relates to nothing: " $4
         }' "$work/facts"
}

# hashes_in FIELD-NUMBER: "hash  ./name", in the form of sha1sum.
hashes_in() {
    awk -v field="checksums.$1.checksumValue" '
        $1 == "files" && $3 == "fileName" { name = $4 }
        $1 == "files" && $3 == field { print $4 "  " name }' "$work/facts" | sort -k 2
}

check_hashes() {
    (cd "$1" && find . -type f ! -name minrisk.spdx.json | sort) >"$work/files"
    for kind in 0:sha1sum 1:sha256sum; do
        # shellcheck disable=SC2046
        (cd "$1" && "${kind#*:}" $(cat "$work/files")) | sort -k 2 >"$work/true"
        hashes_in "${kind%:*}" | diff - "$work/true" >"$work/diff" ||
            echo "${kind#*:} differs: $(cat "$work/diff")"
    done
    code=$(cd "$1" && xargs sha1sum <"$work/files" | cut -c 1-40 | sort | tr -d '\n' | sha1sum)
    states "packages 0 packageVerificationCode\.packageVerificationCodeValue ${code%% *}"
}

# check PREFIX
check() {
    "$cmake" -DBILL="$(bill_of "$1")" -P tests/install/spdx_read.cmake 2>"$work/facts" ||
        { cat "$work/facts"; return 1; }
    { check_statements; check_hashes "$1"; } >"$work/faults"
    cat "$work/faults"
    [ ! -s "$work/faults" ]
}

unset SOURCE_DATE_EPOCH
install_into "$work/first"
check "$work/first" || fault "the bill of materials"
grep -c fileName "$work/facts" | sed 's/$/ files in the bill of materials/'
if grep -qF -e "$PWD" -e "$work" "$(bill_of "$work/first")"; then
    fault "the bill of materials names a folder of this machine"
fi
install_into "$work/second"
cmp "$(bill_of "$work/first")" "$(bill_of "$work/second")" || fault "the bill differs the second time"
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
install_into "$work/second"
check "$work/second" || fault "the bill of materials with SOURCE_DATE_EPOCH"
states 'created 2023-11-14T22:13:20Z' | grep . && fault "SOURCE_DATE_EPOCH is not heeded"

# refuse WHAT TEXT COMMAND: the command is run in a good prefix, which it spoils.
refuse() {
    rm -rf "$work/bad"
    cp -R "$work/first" "$work/bad"
    bill=$(bill_of "$work/bad")
    (cd "$work/bad" && eval "$3") || fault "self-test: $1: nothing spoilt"
    must_refuse "$1" "$2" check "$work/bad"
}

edit() {
    sed "$1" "$bill" >"$work/edited"
    ! cmp -s "$work/edited" "$bill" || return 1
    cat "$work/edited" >"$bill"
}

refuse "a file that was changed" "sha256sum differs" 'echo >>include/minrisk.h'
refuse "a file that is not listed" "more.h" 'echo >include/minrisk/more.h'
refuse "a file that is gone" "status.h" 'rm include/minrisk/status.h'
refuse "a bill without its namespace" "no field documentNamespace" 'edit /documentNamespace/d'
refuse "a file without its licence" "no field files" 'edit /licenseInfoInFiles/d'
refuse "another version" "versionInfo" "edit 's/\(versionInfo.*\)$version/\19.9.9/'"
refuse "a wrong hash of the package" "packageVerificationCodeValue" \
    "edit 's/\(CodeValue\": \"\)......../\100000000/'"
refuse "a dependency" "no dependencies" "edit 's/\"NONE\"$/\"SPDXRef-File-1\"/'"
refuse "what is not JSON" "no field" "edit '1d'"
finish
