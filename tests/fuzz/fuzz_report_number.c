/* SPDX-License-Identifier: MIT */
/* A plain decimal number. */
#include "figure.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    char *text = take_text(&in);
    double value = -7.25;
    int got = number_parse(text, &value);

    require(got == 0 || got == -1);
    if (got == 0) {
        require(is_finite(value));
        require(strspn(text, "-.0123456789") == strlen(text));
        require(same_bits(value, strtod(text, NULL)));
    } else {
        require(same_bits(value, -7.25));
    }
    release_text(text);
    return 0;
}
