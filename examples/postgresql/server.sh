# SPDX-License-Identifier: MIT
# Sourced: PostgreSQL servers of our own, with the extension, beside whatever else is installed. A
# server finds its files by where its program stands; so a folder that has a copy of the program, and
# links to all else, takes the extension without anything being installed.
#
#     prepare FOLDER            a place for temporary files, with programs and extension: $place
#     server NAME [OPTION...]   makes and starts a server; further options are for postgres
#     sql NAME [OPTION...]      psql
#     finish_servers            stops all servers and removes the place
#
# Servers listen on sockets in $place alone, and run as an unprivileged user.

# Where pg_config is that of another version, PG_CONFIG names it.
PG_CONFIG=${PG_CONFIG:-pg_config}

tools_are_there() {
    for tool in cmake cc make "$PG_CONFIG" psql; do
        command -v "$tool" >/dev/null 2>&1 || missing="$tool"
    done
    [ -z "${missing-}" ] || return 1
    bin=$("$PG_CONFIG" --bindir)
    [ -x "$bin/postgres" ] || missing="$bin/postgres"
    [ -f "$("$PG_CONFIG" --includedir-server)/postgres.h" ] || missing=postgres.h
    [ -z "${missing-}" ]
}

library() {
    mkdir -p "$1"
    build=$(CDPATH='' cd -- "$1" && pwd)
    sh "$root/examples/library.sh" "$build" &&
        make -s -C "$build" -f "$root/examples/postgresql/Makefile" \
            VPATH="$root/examples/postgresql" MINRISK="$build" INCLUDE="$root/include" \
            PG_CONFIG="$PG_CONFIG" with_llvm=no "${2:-all}" ${3:+"DESTDIR=$3"}
}

# as_user COMMAND...: postgres refuses to run as root.
as_user() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups "$@"
    else
        "$@"
    fi
}

prepare() {
    servers=
    place=$(mktemp -d -t minrisk.XXXXXX)
    trap finish_servers EXIT
    trap 'exit 1' HUP INT TERM
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    for part in --bindir --pkglibdir --sharedir; do
        mkdir -p "$place/tree$("$PG_CONFIG" $part)"
        cp -rs "$("$PG_CONFIG" $part)/." "$place/tree$("$PG_CONFIG" $part)/"
    done
    for program in postgres initdb pg_ctl; do
        cp --remove-destination "$bin/$program" "$place/tree$bin/$program"
    done
    library "$1" install "$place/tree" >/dev/null || exit 1
    chmod 755 "$place"
    [ "$(id -u)" -ne 0 ] || chown "$user" "$place"
}

# Nothing is worth keeping, so that nothing need reach the disk.
server() {
    name=$1
    shift
    as_user "$place/tree$bin/initdb" -D "$place/$name" -U postgres -A trust --no-sync -E UTF8 \
        --no-locale >/dev/null
    cat >>"$place/$name/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$place/$name'
fsync = off
synchronous_commit = off
max_connections = 20
shared_buffers = 128MB
END
    for option; do
        echo "$option" >>"$place/$name/postgresql.conf"
    done
    servers="$servers $name"
    start "$name"
}

start() {
    as_user "$place/tree$bin/pg_ctl" -D "$place/$1" -l "$place/$1/server.log" -w start >/dev/null || {
        cat "$place/$1/server.log" >&2
        exit 1
    }
}

# stop NAME [MODE]
stop() {
    as_user "$place/tree$bin/pg_ctl" -D "$place/$1" -m "${2:-fast}" -w stop >/dev/null
}

sql() {
    name=$1
    shift
    psql -X -q -h "$place/$name" -U postgres -d postgres -v ON_ERROR_STOP=1 "$@"
}

finish_servers() {
    for name in $servers; do
        stop "$name" immediate 2>/dev/null || :
    done
    rm -rf "$place"
}
