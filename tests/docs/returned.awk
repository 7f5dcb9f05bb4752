# SPDX-License-Identifier: MIT
# Which statuses the body of each public function can return, from all of lib/ without comments: those
# that it or a function that it calls names, other than to compare with. A call is taken to hand on
# whatever the callee returns. Prints "function STATUS"; -v functions= and -v statuses= list both.
function enter(heading,    name) {
    name = heading
    sub(/ *\(.*/, "", name)
    sub(/.*[ *]/, "", name)
    key = heading ~ /^static / && FILENAME ~ /\.c$/ ? FILENAME ":" name : name
    file_of[key] = FILENAME
}

# Names of statuses and of what is called, in a line of a body; what becomes the status of one market
# of many is not returned.
function note(line,    word) {
    sub(/each\[[^]]*\] *= .*/, "", line)
    gsub(/[=!]= *MINRISK_(OK|E_[A-Z_]+)/, "", line)
    gsub(/case MINRISK_[A-Z_]+ *:/, "", line)
    while (match(line, /[A-Za-z_][A-Za-z0-9_]*/)) {
        word = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        if (word ~ /^MINRISK_E_/)
            names[key, word] = 1
        else if (line ~ /^ *\(/)
            calls[key] = calls[key] " " word
    }
}

function resolve(from, word,    inside) {
    inside = file_of[from] ":" word
    return inside in file_of ? inside : word in file_of ? word : ""
}

# What a function names goes to all that call it, until nothing more is passed on.
function pass_on(    again, caller, word, n, i, callee, s) {
    do {
        again = 0
        for (caller in calls) {
            n = split(calls[caller], word, " ")
            for (i = 1; i <= n; i++) {
                callee = resolve(caller, word[i])
                for (s = 1; callee != "" && s <= count; s++)
                    if ((callee, status[s]) in names && !((caller, status[s]) in names)) {
                        names[caller, status[s]] = 1
                        again = 1
                    }
            }
        }
    } while (again)
}

BEGIN { count = split(statuses, status, " ") }
FNR == 1 { heading = ""; inside = 0 }
/^[{]/ { enter(heading); inside = 1; next }
/^[}]/ { inside = 0; heading = ""; next }
inside { note($0); next }
/^ *#/ || /;[ \t]*$/ { heading = ""; next }
/[^ \t]/ { heading = heading == "" ? $0 : heading " " $0 }

END {
    pass_on()
    n = split(functions, name, " ")
    for (i = 1; i <= n; i++)
        for (s = 1; s <= count; s++)
            if ((name[i], status[s]) in names)
                print name[i], status[s]
}
