/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    int32_t status =
        selector < 128 ? (int32_t)(selector % 16) - 4 : (int32_t)(take_word(&in) >> 33);
    const char *text = minrisk_when_text(status);
    int is_known = status >= MINRISK_ALREADY && status <= MINRISK_UNDEFINED;

    require(text != NULL && text[0] != '\0');
    require((strcmp(text, "unknown") == 0) == !is_known);
    return 0;
}
