/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    uint32_t bit = selector < 128 ? (uint32_t)1 << selector % 32 : (uint32_t)(take_word(&in) >> 32);
    const char *text = minrisk_assumption_text(bit);
    int is_known = bit != 0 && (bit & (bit - 1)) == 0 && bit <= MINRISK_PROXY_DATA;

    require(text != NULL && text[0] != '\0');
    require((strcmp(text, "unknown") == 0) == !is_known);
    return 0;
}
