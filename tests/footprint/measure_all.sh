# SPDX-License-Identifier: MIT
# Measures every target whose compiler is here: sourced, after tests/house/frame.sh and `scratch`.
# Leaves $work/table, the objects in $work/objects, and in `missing` the targets that are not here.
. tests/footprint/targets.sh
. tests/targets/boards.sh
missing=""
measured=""
mkdir "$work/measured" "$work/objects"

# Instructions of some calls, two of which would differ if the emulator's clock were not even.
count_instructions() {
    choose_board cortex-m0plus >&2 || return
    # shellcheck disable=SC2086
    $toolchain -Os -Iinclude tests/footprint/counts.c "$work"/objects/cortex-m0plus/*.o -Wl,--gc-sections \
        -o "$work/counts" || return
    for shift in 5 6; do
        more_of_machine="-icount shift=$shift"
        run_board cortex-m0plus "$work/counts" >"$work/counts.$shift" || return
    done
    more_of_machine=""
    paste -d ' ' "$work/counts.5" "$work/counts.6" | awk '
        { apart = $3 - $6 }
        apart * apart > 25 { print "fault: the clock of the emulator is not even: " $0 }
        { print "instructions", $1, $2, int(($3 + $6) / 2 / 10 + .5) * 10 }'
}

for name in $targets; do
    choose_target "$name"
    if ! have "${compiler%% *}"; then
        missing="$missing $name"
        continue
    fi
    version=$(${compiler%% *} --version | head -n 1)
    sh tests/footprint/measure.sh "$name" "$work/objects/$name" >"$work/measured/$name" ||
        fault "$name cannot be measured"
    measured="$measured $work/measured/$name"
    echo "# $name: $version" >>"$work/versions"
    [ "$name" != cortex-m0plus ] || count_instructions >"$work/instructions"
done
# shellcheck disable=SC2086
{
    cat "$work/versions"
    awk -v targets="$targets" -f tests/footprint/table.awk $measured
    cat "$work/instructions"
} >"$work/table"
