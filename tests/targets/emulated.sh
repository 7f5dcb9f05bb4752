#!/bin/sh
# SPDX-License-Identifier: MIT
# The same bits on other processors: 32 bits, the other order of bytes, doubles in software, x87, no
# operating system, Windows and WebAssembly; each with its cross compiler, where that is here, under
# emulation. Sums of two doubles by themselves too, since a support library was found to get some of
# them wrong: sums.c. emulated.sh [few | all [TABLE [TARGETS]]]: a bounded part, with few inputs; or
# all whose name fits a pattern, and the table of what agrees, for `sh tests/targets/identity.sh`.
. tests/house/frame.sh
part=${1:-few}
table=${2:-/dev/null}
pattern=${3:-*}
scratch
. tests/targets/results.sh
. tests/targets/boards.sh
ran=0

# lines_of CLASS FILE: those of one class.
lines_of() {
    awk -v class="$1" '/^#/ { on = /# reproducible/ ? "reproducible" : "exact"; next } on == class' "$2"
}

# agreement CLASS EXPECTED: "47 of 47" of the lines of the class are as expected.
agreement() {
    lines_of "$1" "$work/results" >"$work/given"
    lines_of "$1" "$2" >"$work/wanted"
    same_lines=$(grep -cxFf "$work/given" "$work/wanted")
    if [ -s "$work/given" ]; then
        echo "$same_lines of $(wc -l <"$work/wanted")"
    else
        echo "refused"
    fi
}

wanted() {
    # shellcheck disable=SC2254
    case $1 in
    $pattern) ;;
    *) return 1 ;;
    esac
}

# on TARGET RUNNER COMPILER OPTION...: what it gives, beside the lines of the same number of inputs.
on() {
    target=$1
    runner=$2
    shift 2
    case " $* " in
    *" -DRESULTS_QUICK "*) lines=$quick ;;
    *) lines=$hashes ;;
    esac
    expected=$lines
    case " $* " in
    *" -DRESULTS_EXACT_ONLY "*)
        exact_lines "$lines" >"$work/expected"
        expected=$work/expected
        ;;
    esac
    : >"$work/results"
    ran=$((ran + 1))
    check "$target" "$expected" "$runner" "$@"
    list=${lines##*/}
    printf '%-30s %-9s %-9s %-7s %s\n' "$target" "$(agreement exact "$lines")" \
        "$(agreement reproducible "$lines")" "${list%.txt}" "$("$1" --version | head -n 1)" >>"$table"
}

# sums TARGET RUNNER COMPILER OPTION...
sums() {
    target=$1
    runner=$2
    shift 2
    if ! "$@" -Ilib -Iinclude tests/targets/sums.c lib/arithmetic.c -o "$work/app" 2>"$work/log"; then
        fault "$target, sums: $(cat "$work/log")"
    else
        $runner "$work/app" >"$work/sums" 2>&1 || fault "$target: wrong sums"
        sed "s/^/$target: /" "$work/sums"
    fi
}

# Sets `runner`, which stays empty for what this processor runs by itself.
find_runner() {
    runner=""
    printf 'int main(void) { return 0; }\n' >"$work/any.c"
    "$2" -static "$work/any.c" -o "$work/any" 2>/dev/null && "$work/any" 2>/dev/null && return
    runner=qemu-$1
    have "$runner"
}

# linux NAME TRIPLET PROCESSOR OPTION...
linux() {
    name=$1
    triplet=$2
    processor=$3
    shift 3
    wanted "$name" || return
    if ! have "$triplet-gcc" || ! find_runner "$processor" "$triplet-gcc"; then
        echo "not here: $name"
        return
    fi
    on "$name" "$runner" "$triplet-gcc" -static "$@"
    [ "$part" = few ] || case " $* " in
    *RESULTS_EXACT_ONLY*) ;;
    *) sums "$name" "$runner" "$triplet-gcc" -static "$@" ;;
    esac
}

# board NAME OPTION...
board() {
    name=$1
    shift
    wanted "$name" && choose_board "$name" || return
    # shellcheck disable=SC2086
    on "$name" "$runner" $toolchain -DRESULTS_QUICK "$@"
    # shellcheck disable=SC2086
    [ "$part" = few ] || sums "$name" "$runner" $toolchain "$@"
}

run_wasm() {
    node --no-warnings tests/targets/wasi.mjs "$1"
}

wasm() {
    wanted WebAssembly || return
    if have clang && have node && [ -f /usr/lib/wasm32-wasi/libc.a ] &&
        printf 'int main(void) { return 0; }\n' >"$work/any.c" &&
        clang --target=wasm32-wasi "$work/any.c" -o "$work/any" 2>/dev/null &&
        run_wasm "$work/any" 2>/dev/null; then
        on WebAssembly run_wasm clang --target=wasm32-wasi "$@"
    else
        echo "not here: WebAssembly"
    fi
}

# This linker adds to the name.
run_windows() {
    WINEARCH=win64 WINEDEBUG=-all WINEPREFIX=$work/wine wine "$1.exe" 2>/dev/null | tr -d '\r'
}

windows() {
    wanted Windows || return
    if have x86_64-w64-mingw32-gcc && have wine; then
        on Windows run_windows x86_64-w64-mingw32-gcc "$@"
    else
        echo "not here: Windows"
    fi
}

musl() {
    wanted musl || return
    if have musl-gcc; then
        on musl "" musl-gcc -static "$@"
    else
        echo "not here: musl"
    fi
}

if [ "$part" = few ]; then
    linux aarch64 aarch64-linux-gnu aarch64 -O2 -DRESULTS_QUICK
    linux s390x s390x-linux-gnu s390x -O1 -DRESULTS_QUICK
    board cortex-m3 -Os
    wasm -O1 -DRESULTS_QUICK
else
    : >"$table"
    linux aarch64 aarch64-linux-gnu aarch64 -O2
    linux riscv64 riscv64-linux-gnu riscv64 -O2
    linux "s390x (big-endian)" s390x-linux-gnu s390x -O2
    linux "powerpc64le" powerpc64le-linux-gnu ppc64le -O2
    linux "powerpc64 (big-endian)" powerpc64-linux-gnu ppc64 -O2
    linux "mips (32-bit, big-endian)" mips-linux-gnu mips -O2
    linux "armhf" arm-linux-gnueabihf arm -O2
    linux "armel (soft double)" arm-linux-gnueabi arm -O2 -DRESULTS_QUICK
    linux "i686, SSE2" i686-linux-gnu i386 -O2 -msse2 -mfpmath=sse
    linux "i686, x87" i686-linux-gnu i386 -O2 -DRESULTS_EXACT_ONLY
    linux "i686, x87, -O0" i686-linux-gnu i386 -O0 -mfpmath=387 -DRESULTS_EXACT_ONLY
    linux "i686, x87, -Ofast" i686-linux-gnu i386 -Ofast -mfpmath=387 -DRESULTS_EXACT_ONLY
    musl -O2
    for name in $boards; do
        board "$name" -Os
    done
    windows -O2
    wasm -O2
fi
[ "$ran" -gt 0 ] || skip "no cross compiler with its emulator"

if [ "$part" = all ] && have i686-linux-gnu-gcc && wanted "i686, x87"; then
    must_refuse "the reproducible class on x87" "build with -msse2 -mfpmath=sse" \
        build "$work/app" i686-linux-gnu-gcc -O2 -mfpmath=387
fi
finish
