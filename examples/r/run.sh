#!/bin/sh
# SPDX-License-Identifier: MIT
# R: .Call, by a small shared object. sh examples/r/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs R Rscript "${CC:-gcc}"
sh "$root/examples/library.sh" "$folder"

cp "$here/glue.c" "$folder/minrisk_r.c"
(
    cd "$folder"
    PKG_CPPFLAGS="-I$root/include" PKG_LIBS="$folder/libminrisk.a" \
        R CMD SHLIB minrisk_r.c >shlib.log 2>&1 || { cat shlib.log; exit 1; }
)
cd "$here"
from_one <"$root/examples/expected.txt" >"$folder/expected.txt"
shows "$folder/expected.txt" Rscript --vanilla example.R "$folder/minrisk_r.so"
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- Rscript --vanilla cases.R "$folder/minrisk_r.so" "$root/examples/cases.csv"
