#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the library as one header: `sh lib/single.sh > minrisk_single.h`.
#
# Declarations first; the bodies under MINRISK_IMPLEMENTATION, which one source file of a program
# defines before it includes the header. Names that are private to a room of lib/ get the room's
# name in front, so that they meet neither each other nor the program's own; its macros end with it.
set -eu
cd "$(dirname "$0")/.."

awk '
# Prints a file, with the files it includes by name in their places; those with a guard once.
function expand(file,    line, name, target) {
    while ((getline line < file) > 0) {
        if (line ~ /SPDX-License-Identifier/)
            continue
        if (line ~ /^#ifndef MINRISK_[A-Z_]*H$/)
            guarded[file] = 1
        if (line !~ /^#include "/) {
            print line
            continue
        }
        split(line, name, "\"")
        target = resolve(file, name[2])
        if (!(target in guarded))
            expand(target)
    }
    close(file)
}

function resolve(file, name,    beside) {
    beside = file
    sub(/[^\/]*$/, "", beside)
    if (name ~ /^minrisk/ || !exists(beside name))
        return "include/" name
    return beside name
}

function exists(file,    line, there) {
    there = (getline line < file) >= 0
    close(file)
    return there
}

# Prints a room of lib/ between the definitions of its private names and their end.
function expand_room(file,    room, names, count, i) {
    room = file
    sub(/.*\//, "", room)
    sub(/\.c$/, "", room)
    count = private_names(file, names)
    print ""
    for (i = 1; i <= count; i++)
        print "#define " names[i] " minrisk_" room "_" names[i]
    expand(file)
    for (i = 1; i <= count; i++)
        print "#undef " names[i]
    undefine(file)
}

# Ends the macros of a room, those apart that have the name of the library in front.
function undefine(file,    line, seen) {
    while ((getline line < file) > 0) {
        if (line !~ /^#define [A-Za-z]/ || line ~ /^#define (MINRISK|minrisk)_/)
            continue
        sub(/^#define /, "", line)
        sub(/[^A-Za-z0-9_].*/, "", line)
        if (!(line in seen))
            print "#undef " line
        seen[line] = 1
    }
    close(file)
}

# Static functions and objects, types, and constants of enums.
function private_names(file, names,    line, count, listing, part) {
    count = 0
    listing = 0
    while ((getline line < file) > 0) {
        if (line ~ /^static /) {
            sub(/[[(=].*/, "", line)
            sub(/ *$/, "", line)
            sub(/.*[ *]/, "", line)
            names[++count] = line
        } else if (line ~ /^} [a-z_]+;/) {
            gsub(/[} ;]/, "", line)
            names[++count] = line
        } else if (line ~ /^enum [a-z_]* *[{]/) {
            listing = 1
            part = line
            sub(/^enum */, "", part)
            sub(/ *[{].*/, "", part)
            if (part != "")
                names[++count] = part
            sub(/^[^{]*[{]/, "", line)
        }
        if (listing) {
            if (line ~ /}/)
                listing = 0
            while (match(line, /[A-Z][A-Z_]+/)) {
                names[++count] = substr(line, RSTART, RLENGTH)
                line = substr(line, RSTART + RLENGTH)
                sub(/^[^,]*/, "", line)
            }
        }
    }
    close(file)
    return count
}

BEGIN {
    print "/* SPDX-License-Identifier: MIT */"
    print "/* libminrisk in one header, made by lib/single.sh. One source file of a program says"
    print " *"
    print " *     #define MINRISK_IMPLEMENTATION"
    print " *     #include \"minrisk_single.h\""
    print " *"
    print " * and the others include it alone."
    print " *"
    while ((getline line < "LICENSE") > 0)
        print " * " line
    print " */"
    expand("include/minrisk.h")
    print ""
    print "#if defined(MINRISK_IMPLEMENTATION) && !defined(MINRISK_IMPLEMENTED)"
    print "#define MINRISK_IMPLEMENTED"
    for (i = 1; i < ARGC; i++)
        expand_room(ARGV[i])
    print ""
    print "#endif"
    exit
}
' $(grep -L MINRISK_INTEGER_ONLY lib/*.c) $(grep -l MINRISK_INTEGER_ONLY lib/*.c)
