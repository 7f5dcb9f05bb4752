/* SPDX-License-Identifier: MIT */
#include "utf8.h"

static const uint32_t least_of_length[] = {0, 0, 0x80, 0x800, 0x10000};

size_t utf8_next(const char *text, uint32_t *point)
{
    const unsigned char *byte = (const unsigned char *)text;
    size_t length, i;
    uint32_t value;

    if (byte[0] < 0x80) {
        *point = byte[0];
        return 1;
    }
    length = byte[0] >= 0xF0 ? 4 : byte[0] >= 0xE0 ? 3 : 2;
    if (byte[0] < 0xC2 || byte[0] > 0xF4)
        return 0;
    value = byte[0] & (0x7Fu >> length);
    for (i = 1; i < length; ++i) {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (byte[i] & 0x3Fu);
    }
    if (value < least_of_length[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *point = value;
    return length;
}

int utf8_is_unsafe(uint32_t point)
{
    static const struct {
        uint32_t first, last;
    } unsafe[] = {
        {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},       {0x61C, 0x61C},
        {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},
        {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
    };
    size_t i;

    for (i = 0; i < sizeof unsafe / sizeof unsafe[0]; ++i) {
        if (point >= unsafe[i].first && point <= unsafe[i].last)
            return 1;
    }
    return 0;
}
