#!/bin/sh
# SPDX-License-Identifier: MIT
# C++17: minrisk.hpp, without exceptions or run-time types. sh examples/cpp/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs "${CXX:-c++}"
sh "$root/examples/library.sh" "$folder"

build() {
    "${CXX:-c++}" -std=c++17 -O2 -fno-exceptions -fno-rtti -Wall -Wextra -pedantic -Wconversion \
        -Wshadow -Werror -I"$root/include" "$here/$1.cpp" "$folder/libminrisk.a" -o "$folder/$1"
}

build example
build cases
shows "$root/examples/expected.txt" "$folder/example"
agrees hhi effective_suppliers hhi_normalised top_share leader weighted_hhi hhi_bounds \
    hhi_interval hhi_groups forecast_run -- "$folder/cases" "$root/examples/cases.csv"
