/* SPDX-License-Identifier: MIT */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    int64_t wide = selector < 128 ? 8 - (int64_t)(selector % 16)
                                  : (int64_t)(take_word(&in) >> 32) - INT32_MAX - 1;
    minrisk_status status = (minrisk_status)wide;
    const char *text = minrisk_status_text(status);
    int is_known = status <= MINRISK_OK && status >= MINRISK_E_NO_SUPPLY;

    require(text != NULL && text[0] != '\0' && text[strlen(text) - 1] != '.');
    require((strcmp(text, "unknown status") == 0) == !is_known);
    require(text == minrisk_status_text(status));
    return 0;
}
