#!/bin/sh
# SPDX-License-Identifier: MIT
# Rust: minrisk.rs, without a crate. sh examples/rust/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs rustc
sh "$root/examples/library.sh" "$folder"

for program in example cases; do
    rustc --edition 2021 -O -D warnings -L "native=$folder" -l static=minrisk \
        -o "$folder/$program" "$here/$program.rs"
done
shows "$root/examples/expected.txt" "$folder/example"
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- "$folder/cases" "$root/examples/cases.csv"
