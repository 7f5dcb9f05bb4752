/* SPDX-License-Identifier: MIT */
/* Reads standard input and exits with 0 if it is one JSON text of RFC 8259, else with 1. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 64

static int next; /* the byte that is read but not used, or EOF */
static unsigned long line = 1;

static void advance(void)
{
    if (next == '\n')
        ++line;
    next = getchar();
}

static void refuse(const char *what)
{
    (void)fprintf(stderr, "json_check: line %lu: %s\n", line, what);
    exit(1);
}

static void blanks(void)
{
    while (next == ' ' || next == '\n' || next == '\t' || next == '\r')
        advance();
}

static int is_digit(int byte)
{
    return byte >= '0' && byte <= '9';
}

static void digits(void)
{
    if (!is_digit(next))
        refuse("a digit is missing");
    while (is_digit(next))
        advance();
}

static void number(void)
{
    if (next == '-')
        advance();
    if (next == '0')
        advance();
    else
        digits();
    if (next == '.') {
        advance();
        digits();
    }
    if (next == 'e' || next == 'E') {
        advance();
        if (next == '+' || next == '-')
            advance();
        digits();
    }
}

static void escape(void)
{
    int i;

    advance();
    if (next != 'u') {
        if (next == EOF || strchr("\"\\/bfnrt", next) == NULL)
            refuse("an unknown escape");
        advance();
        return;
    }
    advance();
    for (i = 0; i < 4; ++i) {
        if (next == EOF || strchr("0123456789abcdefABCDEF", next) == NULL)
            refuse("four hexadecimal digits are missing");
        advance();
    }
}

static void string(void)
{
    if (next != '"')
        refuse("a string is missing");
    advance();
    while (next != '"') {
        if (next == EOF || next < 0x20)
            refuse("a control character in a string");
        if (next == '\\')
            escape();
        else
            advance();
    }
    advance();
}

static void word(const char *text)
{
    for (; *text != '\0'; ++text) {
        if (next != *text)
            refuse("an unknown word");
        advance();
    }
}

static void value(int depth);

static void members(int depth, int close, int keyed)
{
    advance();
    blanks();
    if (next == close) {
        advance();
        return;
    }
    for (;;) {
        blanks();
        if (keyed) {
            string();
            blanks();
            word(":");
            blanks();
        }
        value(depth + 1);
        blanks();
        if (next == close)
            break;
        word(",");
    }
    advance();
}

static void value(int depth)
{
    if (depth > MAX_DEPTH)
        refuse("nested too deeply");
    if (next == '{')
        members(depth, '}', 1);
    else if (next == '[')
        members(depth, ']', 0);
    else if (next == '"')
        string();
    else if (next == 't')
        word("true");
    else if (next == 'f')
        word("false");
    else if (next == 'n')
        word("null");
    else
        number();
}

int main(void)
{
    next = getchar();
    blanks();
    value(0);
    blanks();
    if (next != EOF)
        refuse("something follows the text");
    return 0;
}
