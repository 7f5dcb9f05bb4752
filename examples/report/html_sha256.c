/* SPDX-License-Identifier: MIT */
/* SHA-256 as FIPS 180-4 has it, section 6.2, and base 64 as RFC 4648 has it, section 4. */
#include "html_sha256.h"

#include <stdint.h>
#include <string.h>

/* The first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t constant[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t word, int bits)
{
    return word >> bits | word << (32 - bits);
}

static void schedule(const unsigned char block[64], uint32_t w[64])
{
    int i;

    for (i = 0; i < 16; ++i)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (; i < 64; ++i) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10) + w[i - 7] +
               (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 16];
    }
}

static void add_block(uint32_t hash[8], const unsigned char block[64])
{
    uint32_t w[64], v[8];
    int i;

    schedule(block, w);
    memcpy(v, hash, sizeof v);
    for (i = 0; i < 64; ++i) {
        uint32_t a = v[0], e = v[4];
        uint32_t t1 = v[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                      ((e & v[5]) ^ (~e & v[6])) + constant[i] + w[i];
        uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                      ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (i = 0; i < 8; ++i)
        hash[i] += v[i];
}

/* The rest of the message, a one bit, zeros, and the length in bits. */
static void add_last(uint32_t hash[8], const char *rest, size_t left, size_t size)
{
    unsigned char block[128] = {0};
    size_t blocks = left < 56 ? 1 : 2, i;
    uint64_t bits = (uint64_t)size * 8;

    memcpy(block, rest, left);
    block[left] = 0x80;
    for (i = 0; i < 8; ++i)
        block[64 * blocks - 1 - i] = (unsigned char)(bits >> (8 * i));
    for (i = 0; i < blocks; ++i)
        add_block(hash, block + 64 * i);
}

static void sha256(const char *bytes, size_t size, unsigned char digest[33])
{
    uint32_t hash[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    unsigned char block[64];
    size_t done, i;

    for (done = 0; size - done >= sizeof block; done += sizeof block) {
        memcpy(block, bytes + done, sizeof block);
        add_block(hash, block);
    }
    add_last(hash, bytes + done, size - done, size);
    for (i = 0; i < 32; ++i)
        digest[i] = (unsigned char)(hash[i / 4] >> (24 - 8 * (i % 4)));
    digest[32] = 0; /* 32 bytes are ten groups of three and one of two */
}

void sha256_base64(const char *bytes, size_t size, char text[SHA256_BASE64])
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned char digest[33];
    size_t i, n = 0;

    sha256(bytes, size, digest);
    for (i = 0; i < sizeof digest; i += 3) {
        uint32_t group = (uint32_t)digest[i] << 16 | (uint32_t)digest[i + 1] << 8 | digest[i + 2];
        text[n++] = letters[group >> 18 & 63];
        text[n++] = letters[group >> 12 & 63];
        text[n++] = letters[group >> 6 & 63];
        text[n++] = letters[group & 63];
    }
    text[n - 1] = '=';
    text[n] = '\0';
}
