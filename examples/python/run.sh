#!/bin/sh
# SPDX-License-Identifier: MIT
# Python: minrisk.py, with numpy and without. sh examples/python/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
# The system's has the system's numpy; PYTHON names another.
python=${PYTHON:-$([ -x /usr/bin/python3 ] && echo /usr/bin/python3 || echo python3)}
needs "$python"
sh "$root/examples/library.sh" "$folder"
MINRISK_LIBRARY=$folder
PYTHONDONTWRITEBYTECODE=1
export MINRISK_LIBRARY PYTHONDONTWRITEBYTECODE

shows "$root/examples/expected.txt" "$python" "$here/example.py" "$folder"
WITHOUT_NUMPY=1 "$python" "$here/test_minrisk.py" 2>&1
"$python" "$here/test_minrisk.py" WithNumpy 2>&1
