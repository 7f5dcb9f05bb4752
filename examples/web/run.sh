#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the library as a module of WebAssembly, and one page with it inside, which needs no server
# and loads nothing:
#
#     sh examples/web/run.sh [FOLDER]
#
# FOLDER, build/examples/web if none is given, then holds index.html and minrisk.wasm. Needs clang and
# wasm-ld (Debian: clang lld); where node is there, the module is tried on real figures.
set -eu
LC_ALL=C
export LC_ALL

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
here=$root/examples/web
data=$root/examples/data
mkdir -p "${1:-$root/build/examples/web}"
folder=$(CDPATH='' cd -- "${1:-$root/build/examples/web}" && pwd)

find_one() {
    for tool; do
        if command -v "$tool" 2>/dev/null; then
            return
        fi
    done
    echo "skipped: $1 not found (Debian: clang lld)" >&2
    exit 77
}

clang=$(find_one clang clang-14)
linker=$(find_one wasm-ld wasm-ld-14)

functions="version status_text assumption_text when_text first_invalid classify
    hhi hhi_bounds effective_suppliers top_share coverage shares
    lead_pert units chance forecast_workspace forecast_run forecast_trial tally_init
    forecast_within forecast_quantile outlook when_met_workspace"

# At most 64 pages of 64 KB; the stack comes first, so that one that is too deep is a trap.
link_module() {
    objects=$folder/objects
    rm -rf "$objects"
    mkdir "$objects"
    # All of lib/, as a page need not know what stands on what: the linker takes what is called.
    printf '%s\n' "$here/layout.c" "$root"/lib/*.c | (cd "$objects" &&
        xargs -P 2 -n 9 "$clang" --target=wasm32 -std=c99 -Os -mbulk-memory \
            -nostdlibinc -ffp-contract=off -ffunction-sections -fdata-sections \
            -DMINRISK_CPU_DISPATCH=0 -I"$here/libc" -I"$root/include" -c)
    exported=""
    for name in $functions; do
        exported="$exported --export=minrisk_$name"
    done
    # shellcheck disable=SC2086
    "$linker" --no-entry --gc-sections -O2 --strip-all --stack-first -z stack-size=65536 \
        --initial-memory=131072 --max-memory=4194304 --export=__heap_base $exported \
        "$objects"/*.o -o "$folder/minrisk.wasm"
}

# The figures that travel with the page: world production in 2025, and lead times.
copy_figures() {
    grep -E '^chapter,|,(country|residual),2025,' "$data/usgs_mcs2026_world_production.csv" \
        >"$folder/production.csv"
    cp "$data/lead_times.csv" "$data/projects.csv" "$folder"
    if grep -qi -e '</script' -e '<!--' "$folder"/*.csv; then
        echo "a figure would end the element that it stands in" >&2
        exit 1
    fi
}

# The modules as one, in the order of their imports.
join_scripts() {
    for name in minrisk csv state market plan draw elements now suppliers forecast chain app; do
        sed -e '/^import .*;$/d' -e '/^import /,/;$/d' -e 's/^export //' "$here/$name.mjs"
    done >"$folder/script.mjs"
}

# A hash as a Content-Security-Policy has it, of a file between a start and an end tag.
policy_hash() {
    { echo; cat "$1"; } | sha256sum | cut -c 1-64 | awk '{
        for (i = 1; i < 64; i += 2) {
            byte = 16 * (index("0123456789abcdef", substr($0, i, 1)) - 1) \
                + index("0123456789abcdef", substr($0, i + 1, 1)) - 1
            printf "\\%03o", byte
        }
    }' >"$folder/hash"
    # shellcheck disable=SC2059
    printf "$(cat "$folder/hash")" | base64
    rm "$folder/hash"
}

# A line `@name@` of the page is the file of that name.
assemble() {
    base64 "$folder/minrisk.wasm" >"$folder/module.base64"
    awk -v folder="$folder" -v css="$here/style.css" \
        -v style="$(policy_hash "$here/style.css")" -v script="$(policy_hash "$folder/script.mjs")" '
        /^@.*@$/ {
            name = substr($0, 2, length($0) - 2)
            path = name == "style.css" ? css : folder "/" name
            while ((got = (getline line <path)) > 0)
                print line
            if (got < 0)
                exit 1
            next
        }
        { sub(/@style@/, style); sub(/@script@/, script); print }
    ' "$here/page.html" >"$folder/index.html"
    rm "$folder/module.base64" "$folder/script.mjs"
}

link_module
copy_figures
join_scripts
assemble
echo "$(wc -c <"$folder/minrisk.wasm") bytes of module, $(wc -c <"$folder/index.html") of page"
if command -v node >/dev/null 2>&1; then
    node "$here/show.mjs" "$folder"
fi
echo "open file://$folder/index.html in a browser, or put that file on any web server"
