# SPDX-License-Identifier: MIT
# The processors whose footprint is measured: sourced.
targets="cortex-m0plus cortex-m4f rv32imc avr x86-64"

# choose_target TARGET: sets `compiler`, to be split.
choose_target() {
    case $1 in
    cortex-m0plus) compiler="arm-none-eabi-gcc -mcpu=cortex-m0plus -mthumb" ;;
    cortex-m4f)
        compiler="arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16"
        ;;
    rv32imc) compiler="riscv64-unknown-elf-gcc -march=rv32imc -mabi=ilp32" ;;
    avr) compiler="avr-gcc -mmcu=atmega1284p -DMINRISK_INTEGER_ONLY" ;;
    x86-64) compiler="gcc -m64 -fno-pic -fcf-protection=none -fno-asynchronous-unwind-tables" ;;
    esac
}
