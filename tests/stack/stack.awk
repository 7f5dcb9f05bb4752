# SPDX-License-Identifier: MIT
# First input: the public headers. The others: the call graphs of GCC, one for each source file.
# Output: "name bytes bound level" for each public function, and "fault: ..." for recursion, for a frame
# whose size is not fixed, for a call through a pointer, and for a public function without a body.
# What memcpy and its kin use inside libc is not counted.

function field(name,    text) {
    text = $0
    if (!sub(".*" name ": \"", "", text))
        return ""
    sub(/".*/, "", text)
    return text
}

# Depth first; `open` marks what is on the path, so that meeting it again is recursion.
function depth(f,    i, n, callee, d, deepest) {
    if (f in known)
        return known[f]
    if (f in open) {
        print "fault: recursion through " f " at " level
        return 0
    }
    if (f == "__indirect_call")
        print "fault: a call through a pointer at " level
    if (f ~ /^minrisk_/ && !(f in frame))
        print "fault: " f " is called and has no body"
    open[f] = 1
    n = split(calls[f], callee, "\n")
    deepest = 0
    for (i = 1; i <= n; i++) {
        d = callee[i] == "" ? 0 : depth(callee[i])
        if (d > deepest)
            deepest = d
    }
    delete open[f]
    known[f] = frame[f] + deepest
    return known[f]
}

FNR == 1 { input++ }

# A function that states no bound is to be as small as one that calls nothing of note.
input == 1 && /^\/\*/ { bound = 256 }
input == 1 && /stack <= [0-9.]+ (KB|bytes)/ {
    text = $0
    sub(/.*stack <= /, "", text)
    split(text, part, " ")
    bound = part[1] * (part[2] ~ /^KB/ ? 1024 : 1)
}
input == 1 && /^MINRISK_API/ { pending = 1 }
input == 1 && pending && match($0, /minrisk_[a-z0-9_]+\(/) {
    name = substr($0, RSTART, RLENGTH - 1)
    public[++publics] = name
    limit[name] = bound
    pending = 0
}

input > 1 && /^node:/ && /bytes \(/ {
    name = field("title")
    text = field("label")
    match(text, /[0-9]+ bytes \(/)
    frame[name] = substr(text, RSTART, RLENGTH) + 0
    # A frame that is moved around calls, and whose bound GCC vouches for, is "dynamic,bounded".
    if (text ~ /dynamic/ && text !~ /bounded/)
        print "fault: the frame of " name " is dynamic at " level
}
input > 1 && /^edge:/ { calls[field("sourcename")] = calls[field("sourcename")] "\n" field("targetname") }

END {
    for (i = 1; i <= publics; i++) {
        if (public[i] in frame)
            print public[i], depth(public[i]), limit[public[i]], level
        else
            print "fault: " public[i] " has no body"
    }
    for (f in frame)
        depth(f)
}
