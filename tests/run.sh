#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the library and runs its tests, from a fresh clone on Debian with nothing but a shell:
#
#     sh tests/run.sh          gcc; all suites and checks
#     sh tests/run.sh --full   the same as errors on warnings with analysers and coverage, then clang
#                              and the sanitisers
#     sh tests/run.sh --deep   the same with valgrind, libFuzzer for a second a target, and the same
#                              bits with every flag and on every emulated processor
#
# MINRISK_FUZZ_SECONDS says how many, 1 if unset. What is missing is installed where that is allowed,
# and named where it is not. The last line is `N passed, N failed, N skipped`, over every test of
# every build; the exit status is 0 only if something passed and nothing failed.
set -u
cd "$(dirname "$0")/.." || exit 1
LC_ALL=C
export LC_ALL

full=no
deep=no
case "${1-}" in
'') ;;
--full) full=yes ;;
--deep)
    full=yes
    deep=yes
    ;;
*)
    echo "usage: sh tests/run.sh [--full | --deep]" >&2
    exit 2
    ;;
esac

logs=$(mktemp -d) || exit 1
trap 'rm -rf "$logs"' EXIT
trap 'exit 1' HUP INT TERM

missing=""
wished=""

# need PACKAGE COMMAND-OR-HEADER: the package is missing if what it brings is.
need() {
    if command -v "$2" >/dev/null 2>&1; then
        return
    fi
    for place in /usr/include /usr/local/include "/usr/include/$(uname -m)-linux-gnu"; do
        if [ -f "$place/$2" ]; then
            return
        fi
    done
    missing="$missing $1"
}

# wish PACKAGE FILE-PATTERN: a package without which some tests are skipped, by a file that it brings.
wish() {
    for file in $2; do
        [ ! -f "$file" ] || return 0
    done
    wished="$wished $1"
}

look_for_packages() {
    need cmake cmake
    need make make
    need gcc gcc
    need g++ g++
    need libc6-dev stdio.h
    need libcmocka-dev cmocka.h
    need libmpfr-dev mpfr.h
    need pkg-config pkg-config
    wish python3 /usr/bin/python3
    wish libsqlite3-dev /usr/include/sqlite3ext.h
    wish sqlite3 /usr/bin/sqlite3
    wish postgresql-15 /usr/lib/postgresql/15/bin/postgres
    wish postgresql-server-dev-15 /usr/include/postgresql/15/server/postgres.h
    wish clang /usr/bin/clang
    wish lld-14 /usr/bin/wasm-ld-14
    wish nodejs /usr/bin/node
    wish chromium /usr/bin/chromium
    if [ "$full" = yes ]; then
        need clang clang
        need clang-format clang-format
        need clang-tidy clang-tidy
        need cppcheck cppcheck
        need valgrind valgrind
        runtime='lib/clang/*/lib/linux/libclang_rt'
        wish libclang-rt-14-dev "/usr/lib/llvm-14/$runtime.fuzzer*"
        wish clang-19 /usr/bin/clang-19
        wish llvm-19 /usr/bin/llvm-cov-19
        wish libclang-rt-19-dev "/usr/lib/llvm-19/$runtime.profile*"
        wish tidy /usr/bin/tidy
        wish gappa /usr/bin/gappa
        wish sollya /usr/bin/sollya
        wish qemu-user /usr/bin/qemu-s390x
        for target in aarch64:arm64 riscv64:riscv64 s390x:s390x i686:i386; do
            wish "gcc-${target%:*}-linux-gnu" "/usr/bin/${target%:*}-linux-gnu-gcc"
            wish "libc6-dev-${target#*:}-cross" "/usr/${target%:*}-linux-gnu/lib/libc.a"
        done
        wish gcc-arm-linux-gnueabi /usr/bin/arm-linux-gnueabi-gcc
        wish libc6-dev-armel-cross /usr/arm-linux-gnueabi/lib/libc.a
        wish wasi-libc /usr/lib/wasm32-wasi/libc.a
        wish libclang-rt-14-dev-wasm32 "/usr/lib/llvm-14/lib/clang/*/lib/wasi/*.a"
        wish lld-14 /usr/bin/wasm-ld-14
        wish nodejs "/usr/bin/node /usr/local/bin/node"
        wish gcc-riscv64-unknown-elf /usr/bin/riscv64-unknown-elf-gcc
        wish picolibc-riscv64-unknown-elf "/usr/lib/picolibc/riscv64-unknown-elf/lib/picolibc.ld"
        wish gcc-avr /usr/bin/avr-gcc
        wish avr-libc /usr/lib/avr/include/avr/io.h
        wish gcc-arm-none-eabi /usr/bin/arm-none-eabi-gcc
        wish picolibc-arm-none-eabi "/usr/lib/picolibc/arm-none-eabi/lib/picolibc.ld"
        wish qemu-system-arm /usr/bin/qemu-system-arm
        # The worlds of the integrations.
        wish python3-pandas /usr/lib/python3/dist-packages/pandas/__init__.py
        wish python3-matplotlib /usr/lib/python3/dist-packages/matplotlib/__init__.py
        wish rustc /usr/bin/rustc
        wish golang-go /usr/bin/go
        wish r-base-core /usr/bin/R
        wish npm /usr/bin/npm
        wish openjdk-17-jdk-headless "/usr/lib/jvm/java-17-openjdk-*/bin/javac"
        wish mono-mcs /usr/bin/mcs
        wish mono-runtime /usr/bin/mono
        wish luajit /usr/bin/luajit
        wish mpich /usr/bin/mpiexec
        wish libmpich-dev /usr/bin/mpicc
        wish python3-distributed /usr/lib/python3/dist-packages/distributed/__init__.py
        wish meson /usr/bin/meson
        wish python3-yaml /usr/lib/python3/dist-packages/yaml/__init__.py
        wish python3-kconfiglib /usr/lib/python3/dist-packages/kconfiglib.py
        wish frama-c-base /usr/bin/frama-c
        wish tcc /usr/bin/tcc
        wish mingw-w64-x86-64-dev /usr/x86_64-w64-mingw32/include/string.h
    fi
    if [ "$deep" = yes ]; then
        for target in armhf:arm-linux-gnueabihf ppc64el:powerpc64le-linux-gnu \
            ppc64:powerpc64-linux-gnu mips:mips-linux-gnu; do
            wish "gcc-${target#*:}" "/usr/bin/${target#*:}-gcc"
            wish "libc6-dev-${target%:*}-cross" "/usr/${target#*:}/lib/libc.a"
        done
        wish musl-tools /usr/bin/musl-gcc
        wish gcc-mingw-w64-x86-64 /usr/bin/x86_64-w64-mingw32-gcc
        wish wine /usr/bin/wine
        wish wine64 "/usr/lib/wine/wine64"
        wish qemu-system-misc /usr/bin/qemu-system-riscv32
        wish simavr /usr/bin/simavr
    fi
}

install_packages() {
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "These packages are missing; with root:" >&2
        echo "    apt-get install$missing" >&2
        exit 1
    fi
    echo "Installing:$missing"
    # shellcheck disable=SC2086
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing; } >"$logs/apt" 2>&1 </dev/null; then
        cat "$logs/apt" >&2
        echo "The packages could not be installed:$missing" >&2
        exit 1
    fi
}

# What is wished for is not asked of those who cannot install it, nor of a system that lacks it.
install_wishes() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return 0
    echo "Installing:$wished"
    # shellcheck disable=SC2086
    { apt-get update && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $wished; } >"$logs/apt" 2>&1 </dev/null ||
        echo "Not to be had, so that some tests are skipped:$wished"
}

# Reads ctest's log for what each program printed, then ctest's own lines for how each test ended. A
# CMocka program counts as many tests as it says it ran, anything else as one. A program that died,
# that failed without naming a test, or that ran none, is one failure more.
count() {
    awk '
        input == 1 && /^[0-9]+\/[0-9]+ Testing: / { name = $3; order[++n] = name; next }
        input == 1 && /\[  PASSED  \] [0-9]+ test/ { ok[name] += number("PASSED  ]"); cmocka[name] = 1 }
        input == 1 && /\[  FAILED  \] [0-9]+ test/ { bad[name] += number("FAILED  ]"); cmocka[name] = 1 }
        input == 1 && /\[  SKIPPED \] [0-9]+ test/ { off[name] += number("SKIPPED ]") }
        input == 1 && /^skipped: / { why[name] = substr($0, 10) }

        input == 2 && / Test +#[0-9]+: / {
            text = $0
            sub(/.* Test +#[0-9]+: /, "", text)
            split(text, word, " ")
            state[word[1]] = text ~ /[. ]Passed / ? "passed" : text ~ /\*\*\*Skipped / ? "skipped" : "failed"
            if (!(word[1] in seen))
                result[++results] = word[1]
            seen[word[1]] = 1
        }

        function number(label,    text) {
            text = substr($0, index($0, label) + length(label))
            return text + 0
        }

        function settle(t) {
            if (state[t] == "skipped" && ok[t] + bad[t] + off[t] == 0)
                off[t] = 1
            if (state[t] == "passed" && !(t in cmocka))
                ok[t] = 1
            if (state[t] == "passed" && ok[t] + off[t] == 0)
                state[t] = "failed"
            if (state[t] == "failed" && bad[t] + 0 == 0)
                bad[t] = 1
        }

        function show(t) {
            printf "%-28s [  PASSED  ] %d test(s).", t, ok[t]
            if (bad[t])
                printf " [  FAILED  ] %d test(s).", bad[t]
            if (off[t])
                printf " [  SKIPPED ] %d test(s).", off[t]
            print ""
        }

        END {
            for (i = 1; i <= results; i++) {
                t = result[i]
                settle(t)
                if (t in cmocka)
                    show(t)
                else if (state[t] == "passed")
                    plain = plain " " t
                passed += ok[t]
                failed += bad[t]
                skipped += off[t]
            }
            if (plain != "")
                print "passed:" plain
            for (i = 1; i <= results; i++)
                if (state[result[i]] == "skipped")
                    print "skipped: " result[i] " (" why[result[i]] ")"
            for (i = 1; i <= results; i++)
                if (state[result[i]] == "failed")
                    print "FAILED: " result[i]
            print "sum", passed + 0, failed + 0, skipped + 0
        }
    ' input=1 "$1" input=2 "$2"
}

passed=0
failed=0
skipped=0

add() {
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + $3))
}

broken() {
    echo "FAILED: $1"
    cat "$logs/log"
    add 0 1 0
}

# build NAME COMPILER CTEST-OPTIONS CMAKE-OPTION...: one build in a folder of its own, and its tests;
# of all that can be built, or of $target.
build() {
    name=$1
    compiler=$2
    selection=$3
    shift 3
    folder=build-tests/$name
    echo "== $name"
    if ! cmake -S . -B "$folder" -DCMAKE_C_COMPILER="$compiler" -DMINRISK_WERROR="$werror" \
        -DMINRISK_EXAMPLES=ON -DMINRISK_TESTS=ON -DMINRISK_TEST_WIDE=ON "$@" >"$logs/log" 2>&1; then
        broken "$name: cmake"
        return
    fi
    # shellcheck disable=SC2086
    if ! cmake --build "$folder" -j "$jobs" ${target:+--target $target} >"$logs/log" 2>&1; then
        broken "$name: build"
        return
    fi
    mkdir -p "$folder/Testing/Temporary"
    : >"$folder/Testing/Temporary/LastTest.log"
    # shellcheck disable=SC2086
    ctest --test-dir "$folder" -j "$jobs" --output-on-failure --timeout 900 $selection \
        >"$logs/ctest" 2>&1 </dev/null
    ended=$?
    count "$folder/Testing/Temporary/LastTest.log" "$logs/ctest" >"$logs/count"
    # shellcheck disable=SC2046
    set -- $(sed -n 's/^sum //p' "$logs/count")
    add "$1" "$2" "$3"
    [ "$2" -eq 0 ] || cat "$logs/ctest"
    sed '/^sum /d' "$logs/count"
    echo "$name: $1 passed, $2 failed, $3 skipped"
    if [ "$ended" -ne 0 ] && [ "$2" -eq 0 ]; then
        cat "$logs/ctest"
        echo "FAILED: $name: ctest ended with status $ended"
        add 0 1 0
    fi
}

look_for_packages
[ -z "$missing" ] || install_packages
[ -z "$wished" ] || install_wishes
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

target=""
werror=OFF
[ "$full" = no ] || werror=ON
shallow="-E ^(targets_(flags|everywhere|units)|numeric_sweep_every)"
[ "$deep" = no ] || shallow=""
build gcc gcc "$shallow" -DMINRISK_TEST_SLOW="$werror"
if [ "$full" = yes ]; then
    # Scripts that check the sources have run by now; what is left are the programs.
    build clang clang "-LE frame"
    # Instrumented code draws false warnings from gcc; the two builds above have judged them.
    werror=OFF
    build sanitised gcc "-LE frame" -DCMAKE_BUILD_TYPE=Debug \
        "-DCMAKE_C_FLAGS=-O1 -fsanitize=address,undefined,float-cast-overflow \
-fno-sanitize-recover=all -fno-omit-frame-pointer"
fi
if [ "$deep" = yes ]; then
    # Valgrind is fifty times slower, and looks for something else than wrong digits.
    MINRISK_NUMERIC_CASES=2000
    export MINRISK_NUMERIC_CASES
    build valgrind gcc "-LE frame" -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        "-DMINRISK_TEST_LAUNCHER=valgrind;--quiet;--error-exitcode=99;--leak-check=full"
    target=minrisk_fuzz_targets
    build fuzz clang "-L fuzz" -DMINRISK_FUZZ=ON \
        -DMINRISK_FUZZ_SECONDS="${MINRISK_FUZZ_SECONDS:-1}"
fi

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
