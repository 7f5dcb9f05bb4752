#!/bin/sh
# SPDX-License-Identifier: MIT
# C#: P/Invoke, compiled and run by Mono. sh examples/csharp/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs mcs mono
sh "$root/examples/library.sh" "$folder"
LD_LIBRARY_PATH=$folder
export LD_LIBRARY_PATH

for program in Example Cases; do
    mcs -warnaserror -out:"$folder/$program.exe" "$here/$program.cs" "$here/Minrisk.cs"
done
shows "$root/examples/expected.txt" mono "$folder/Example.exe"
agrees hhi effective_suppliers top_share hhi_bounds hhi_groups \
    -- mono "$folder/Cases.exe" "$root/examples/cases.csv"
