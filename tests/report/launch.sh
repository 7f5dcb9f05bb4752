# SPDX-License-Identifier: MIT
# Sourced by the scripts of this folder: launch PROGRAM WORK prints what to call in its place. It is
# PROGRAM, unless MINRISK_LAUNCHER names what it runs under, such as valgrind and its options. Since
# that takes a hundred times as long, every tenth call alone goes through it.
launch() {
    if [ -z "${MINRISK_LAUNCHER:-}" ]; then
        echo "$1"
        return
    fi
    cat >"$2/launched" <<END
#!/bin/sh
calls=\$(cat "$2/calls" 2>/dev/null || echo 0)
echo \$((calls + 1)) >"$2/calls"
[ \$((calls % 10)) = 0 ] || exec "$1" "\$@"
exec $MINRISK_LAUNCHER "$1" "\$@"
END
    chmod +x "$2/launched"
    echo "$2/launched"
}
