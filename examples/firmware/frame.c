/* SPDX-License-Identifier: MIT */
/* Frames of the serial line. */
#include "frame.h"

#include <string.h>

void put_number(uint8_t *byte, unsigned bytes, uint64_t number)
{
    unsigned i;

    for (i = 0; i < bytes; i++) {
        byte[i] = (uint8_t)(number >> 8 * i);
    }
}

uint64_t get_number(const uint8_t *byte, unsigned bytes)
{
    uint64_t number = 0;

    while (bytes-- > 0) {
        number = number << 8 | byte[bytes];
    }
    return number;
}

uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

double double_of(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* By half bytes: a table of 64 bytes is what a small board can spare. */
uint32_t crc32(const uint8_t *byte, size_t n)
{
    static const uint32_t of_half[16] = {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4,
        0x4DB26158, 0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
        0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    };
    uint32_t crc = 0xFFFFFFFF;
    size_t i;

    for (i = 0; i < n; i++) {
        crc ^= byte[i];
        crc = crc >> 4 ^ of_half[crc & 15];
        crc = crc >> 4 ^ of_half[crc & 15];
    }
    return ~crc;
}

/* Before each run of bytes that are not zero stands its length and one: where the next zero is. */
void cobs_encode(const uint8_t *byte, size_t n, uint8_t *coded)
{
    size_t run = 0, i;

    for (i = 0; i < n; i++) {
        coded[i + 1] = byte[i];
        if (byte[i] == 0) {
            coded[run] = (uint8_t)(i + 1 - run);
            run = i + 1;
        }
    }
    coded[run] = (uint8_t)(n + 1 - run);
}

size_t cobs_decode(const uint8_t *coded, size_t n, uint8_t *byte)
{
    size_t next = 0, i;

    for (i = 0; i < n; i++) {
        uint8_t value = coded[i];
        if (value == 0) {
            return 0;
        }
        if (i == next) {
            next += value;
            value = 0;
        }
        if (i > 0) {
            byte[i - 1] = value;
        }
    }
    return next == n && n > 0 ? n - 1 : 0;
}

size_t frame_of(const message *m, uint8_t *frame)
{
    uint8_t byte[MESSAGE_MOST];
    size_t n = (size_t)AT_PAYLOAD + m->length;

    byte[AT_VERSION] = m->version;
    byte[AT_TYPE] = m->type;
    put_number(byte + AT_SEQUENCE, 2, m->sequence);
    memcpy(byte + AT_PAYLOAD, m->payload, m->length);
    put_number(byte + n, CRC_BYTES, crc32(byte, n));
    cobs_encode(byte, n + CRC_BYTES, frame);
    return n + CRC_BYTES + 1;
}

enum result message_of(const uint8_t *frame, size_t n, message *m)
{
    uint8_t byte[MESSAGE_MOST];
    size_t length;

    length = n > FRAME_MOST ? 0 : cobs_decode(frame, n, byte);
    if (length < MESSAGE_LEAST) {
        return MALFORMED;
    }
    length -= CRC_BYTES;
    if (get_number(byte + length, CRC_BYTES) != crc32(byte, length)) {
        return DAMAGED;
    }
    m->version = byte[AT_VERSION];
    m->type = byte[AT_TYPE];
    m->sequence = (uint16_t)get_number(byte + AT_SEQUENCE, 2);
    m->length = (uint8_t)(length - AT_PAYLOAD);
    memcpy(m->payload, byte + AT_PAYLOAD, m->length);
    return APPLIED;
}
