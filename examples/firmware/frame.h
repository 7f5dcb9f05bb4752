/* SPDX-License-Identifier: MIT */
/* Frames of the serial line: COBS, CRC-32 and numbers in bytes; see protocol.h. The same file serves
 * the board and the host. */
#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>
#include <stdint.h>

#include "protocol.h"

enum frame {
    PAYLOAD_MOST = 4 * RESULTS,
    MESSAGE_MOST = MESSAGE_LEAST + PAYLOAD_MOST,
    FRAME_MOST = MESSAGE_MOST + 1, /* COBS adds one byte to less than 254 */
    COMMAND_MOST = MESSAGE_LEAST + READING_BYTES + 1
};

typedef struct message {
    uint8_t version, type;
    uint16_t sequence;
    uint8_t length; /* of the payload */
    uint8_t payload[PAYLOAD_MOST];
} message;

/* Numbers of `bytes` bytes, at most 8. */
void put_number(uint8_t *byte, unsigned bytes, uint64_t number);
uint64_t get_number(const uint8_t *byte, unsigned bytes);

/* The bits of a double, and the double of bits. */
uint64_t bits_of(double x);
double double_of(uint64_t bits);

uint32_t crc32(const uint8_t *byte, size_t n);

/* Encodes n < 254 bytes into n + 1 without a zero. */
void cobs_encode(const uint8_t *byte, size_t n, uint8_t *coded);

/* Decodes n bytes into less than n; returns how many, or 0 where no bytes have such a code. */
size_t cobs_decode(const uint8_t *coded, size_t n, uint8_t *byte);

/* The frame of a message, without the zero that ends it; returns its length, at most FRAME_MOST. */
size_t frame_of(const message *m, uint8_t *frame);

/* The message of a frame of n bytes; returns APPLIED, MALFORMED or DAMAGED. */
enum result message_of(const uint8_t *frame, size_t n, message *m);

#endif
