# SPDX-License-Identifier: MIT
# Boards without an operating system, as emulated: sourced, after tests/house/frame.sh. picolibc
# brings the start-up code and prints through the emulator, to its standard error; a program's exit
# status comes through.
boards="cortex-m0plus cortex-m3 cortex-m4f cortex-m7 rv32imac"

# memory FLASH RAM: 4 MB of each, and a stack of 16 KB.
memory() {
    printf '%s' "-Wl,--defsym=__flash=$1,--defsym=__flash_size=0x400000,--defsym=__ram=$2,"
    printf '%s' "--defsym=__ram_size=0x400000,--defsym=__stack_size=0x4000"
}

# choose_board BOARD: sets `toolchain`, to be split, and `runner`; or says what is missing.
choose_board() {
    picolibc="--specs=picolibc.specs --oslib=semihost --crt0=semihost -Tpicolibc.ld"
    case $1 in
    cortex-m0plus) chosen="-mcpu=cortex-m0plus" ;;
    cortex-m3) chosen="-mcpu=cortex-m3" ;;
    cortex-m4f) chosen="-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16" ;;
    cortex-m7) chosen="-mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16" ;;
    rv32imac) chosen="-march=rv32imac -mabi=ilp32" ;;
    esac
    case $1 in
    cortex-*)
        needed="arm-none-eabi-gcc qemu-system-arm /usr/lib/picolibc/arm-none-eabi/picolibc.specs"
        toolchain="arm-none-eabi-gcc -mthumb $chosen $picolibc $(memory 0 0x20000000)"
        ;;
    rv32*)
        needed="riscv64-unknown-elf-gcc qemu-system-riscv32"
        needed="$needed /usr/lib/picolibc/riscv64-unknown-elf/picolibc.specs"
        toolchain="riscv64-unknown-elf-gcc $chosen $picolibc $(memory 0x80000000 0x80400000)"
        ;;
    esac
    runner="run_board $1"
    for thing in $needed; do
        have "$thing" || [ -f "$thing" ] || { echo "not here: $1 ($thing)"; return 1; }
    done
}

# run_board BOARD PROGRAM. The microbit is sold with less memory than the emulator may give it.
run_board() {
    case $1 in
    cortex-m0plus)
        machine="qemu-system-arm -M microbit -global nrf51-soc.flash-size=0x400000
            -global nrf51-soc.sram-size=0x400000"
        ;;
    cortex-m3) machine="qemu-system-arm -M mps2-an385" ;;
    cortex-m4f) machine="qemu-system-arm -M mps2-an386" ;;
    cortex-m7) machine="qemu-system-arm -M mps2-an500" ;;
    rv32imac) machine="qemu-system-riscv32 -M virt -bios none" ;;
    esac
    # shellcheck disable=SC2086
    timeout 1800 $machine $more_of_machine -nographic -monitor none -serial none \
        -semihosting-config enable=on,target=native -kernel "$2" 2>&1 </dev/null
}
more_of_machine=""
