# SPDX-License-Identifier: MIT
# Reads headers without their comments and writes a C program that prints the binary interface: each
# prototype, type, enumerator, constant, and struct with its members' places. What it cannot read it
# says, so that nothing is left out in silence.
function words(text) {
    gsub(/[ \t]+/, " ", text)
    gsub(/^ | $/, "", text)
    gsub(/\* /, "*", text)
    return text
}

function say(text) {
    gsub(/"/, "\\\"", text)
    printf "    puts(\"%s\");\n", text
}

function enumerators(body,    part, n, i, name) {
    n = split(body, part, ",")
    for (i = 1; i <= n; i++) {
        name = words(part[i])
        sub(/ *=.*/, "", name)
        if (name != "")
            printf "    printf(\"enumerator %s = %%ld, in %s\\n\", (long)%s);\n", name, tag, name
    }
}

function members(body, type,    part, n, i, text, name) {
    printf "    printf(\"struct %s: %%lu bytes, aligned to %%lu\\n\", (unsigned long)sizeof(%s),\n", type, type
    printf "           (unsigned long)offsetof(struct { char c; %s x; }, x));\n", type
    n = split(body, part, ";")
    for (i = 1; i <= n; i++) {
        text = words(part[i])
        if (text == "")
            continue
        if (text ~ /,|\(|:/)
            say("NOT UNDERSTOOD: " text)
        name = text
        sub(/\[.*/, "", name)
        sub(/.*[ *]/, "", name)
        printf "    printf(\"struct %s: %s at %%lu, %%lu bytes\\n\",\n", type, text
        printf "           (unsigned long)offsetof(%s, %s), (unsigned long)sizeof(((%s *)0)->%s));\n", \
            type, name, type, name
    }
}

# One declaration, up to its semicolon.
function declaration(text,    body, type) {
    text = words(text)
    body = text
    sub(/^[^{]*[{]/, "", body)
    sub(/[}][^}]*$/, "", body)
    if (text ~ /^MINRISK_API /) {
        sub(/^MINRISK_API /, "", text)
        say("function " text)
    } else if (text ~ /^typedef struct / && text ~ /[{]/) {
        type = text
        sub(/.*[}] */, "", type)
        members(body, type)
    } else if (text ~ /^typedef /) {
        say(text)
    } else if (text ~ /^enum /) {
        tag = text
        sub(/ *[{].*/, "", tag)
        enumerators(body)
    } else if (text != "") {
        say("NOT UNDERSTOOD: " text)
    }
}

BEGIN {
    print "#include <stddef.h>"
    print "#include <stdio.h>"
    print "#include \"minrisk.h\""
    print "int main(void)"
    print "{"
}

# The braces of C++ linkage, and the lines of the preprocessor.
FNR == 1 { text = ""; depth = 0 }
/^extern "/ { next }
/^ *#/ || continued {
    continued = /\\$/
    if ($1 != "#define" || NF < 3 || $2 ~ /^MINRISK_(API|VERSION.*)$/)
        next
    if ($2 ~ /\(/ || continued)
        say("NOT UNDERSTOOD: " $0)
    else
        printf "    printf(\"constant %s = %%.17g, of %%lu bytes\\n\", (double)(%s), (unsigned long)sizeof(%s));\n", \
            $2, $2, $2
    next
}
/^}$/ { next }
{
    text = text " " $0
    opened = text
    closed = text
    if (gsub(/[{]/, "", opened) == gsub(/[}]/, "", closed) && text ~ /;[ \t]*$/) {
        sub(/;[ \t]*$/, "", text)
        declaration(text)
        text = ""
    }
}

END {
    print "    return 0;"
    print "}"
}
