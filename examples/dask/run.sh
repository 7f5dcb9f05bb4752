#!/bin/sh
# SPDX-License-Identifier: MIT
# Dask: two worker processes, one of which is killed in mid-run. sh examples/dask/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
python=${PYTHON:-$([ -x /usr/bin/python3 ] && echo /usr/bin/python3 || echo python3)}
needs "$python"
"$python" -c 'import dask.distributed' 2>/dev/null || skip "python3-distributed not found"
sh "$root/examples/library.sh" "$folder"
MINRISK_LIBRARY=$folder
PYTHONPATH=$root/examples/python:$here
PYTHONDONTWRITEBYTECODE=1
DASK_DISTRIBUTED__LOGGING__DISTRIBUTED=critical # the death of a worker is meant
export MINRISK_LIBRARY PYTHONPATH PYTHONDONTWRITEBYTECODE DASK_DISTRIBUTED__LOGGING__DISTRIBUTED

cat >"$folder/expected.txt" <<'END'
5000 rows, 7 markets in 1, 5 and 32 parts: as in one process
a worker was killed in mid-run, and its slices were run again
4000000 trials: as in one process, median 11.0184 years
END
cd "$folder" # where Dask leaves its files
shows expected.txt timeout 120 "$python" "$here/cluster.py"
