/* SPDX-License-Identifier: MIT */
/* A limit as a pipeline gives it. */
#include "gate.h"
#include "text.h"

/* In plain words once more: NAME, <, <=, > or >=, and a number. */
static int has_form(const char *text)
{
    size_t name;

    text += strspn(text, " ");
    name = strspn(text, "abcdefghijklmnopqrstuvwxyz_0123456789");
    if (name == 0)
        return 0;
    text += name;
    text += strspn(text, " ");
    if (*text != '<' && *text != '>')
        return 0;
    text += 1 + (text[1] == '=');
    text += strspn(text, " ");
    return strspn(text, "-.0123456789") > 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    char *text = take_text(&in);
    struct gate gate;
    struct problem problem;
    int got;

    memset(&gate, 0, sizeof gate);
    problem.text[0] = '\0';
    got = gate_parse(&gate, text, &problem);
    require(got == 0 || got == -1);
    if (got == 0) {
        require(has_form(text));
        require(is_finite(gate.limit));
        require(gate.text == text);
        require(strchr(text, gate.below ? '<' : '>') != NULL);
        require(gate.equal == (strchr(text, '=') != NULL));
    } else {
        require(problem.text[0] != '\0' && strlen(problem.text) < sizeof problem.text);
    }
    release_text(text);
    return 0;
}
