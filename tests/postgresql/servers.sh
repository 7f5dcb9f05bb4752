# SPDX-License-Identifier: MIT
# Sourced by the tests of the extension, after frame.sh: servers.sh of the example, and Python.
root=$PWD
. examples/postgresql/server.sh
tools_are_there || skip "$missing not found (Debian: postgresql-15, postgresql-server-dev-15)"
python=$(command -v python3) || skip "python3 not found"
export PYTHONDONTWRITEBYTECODE=1

# No server may have died of what it was given.
nobody_died() {
    for log in "$place"/*/server.log; do
        ! grep -E 'terminated by signal|PANIC|server process .* exited' "$log" || return 1
    done
}
