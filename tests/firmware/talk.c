/* SPDX-License-Identifier: MIT */
/* Talks to the firmware of examples/firmware over its serial line, as a host that means well and as one
 * that does not: talk MACHINE PROGRAM LIGHTS-FILE SEED. A market is kept here too; whatever goes over
 * the line, each answer must have the bits that minrisk_hhi gives for it. */
#include "minrisk.h"

#include "host.h"
#include "line.h"
#include "supply.h"

#include <math.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

enum { PATIENCE = 20000, STACK_TO_SPARE = 256 };

static host line;
static uint64_t seed;

/* What the board should have come to. */
static double quantity[SUPPLIERS];
static unsigned is_there[SUPPLIERS];
static uint32_t count[RESULTS];
static unsigned level, level_changes;
static uint16_t sequence;

#define CHECK(is_so)                                                                               \
    do {                                                                                           \
        if (!(is_so)) {                                                                            \
            printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #is_so);                             \
            host_close(&line);                                                                     \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

/* Marsaglia 2003, xorshift64. */
static uint64_t next_bits(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    return seed ^= seed << 17;
}

static unsigned below(unsigned limit)
{
    return (unsigned)(next_bits() >> 33) % limit;
}

/* --- what the market should be ---------------------------------------------------------------- */

static double expected_hhi(void)
{
    double hhi = 0.0;
    (void)minrisk_hhi(quantity, SUPPLIERS, &hhi);
    return hhi;
}

static unsigned suppliers(void)
{
    unsigned n = 0, i;

    for (i = 0; i < SUPPLIERS; i++) {
        n += is_there[i];
    }
    return n;
}

static void apply(const message *m)
{
    unsigned supplier = (unsigned)get_number(m->payload, 2), before = level;
    double hhi;

    is_there[supplier] = m->type == READING;
    quantity[supplier] = m->type == READING ? double_of(get_number(m->payload + 2, 8)) : 0.0;
    hhi = expected_hhi();
    if (hhi == 0.0) {
        level = NO_SUPPLY;
    } else if (minrisk_to_points(hhi) >= 2500.0) {
        level = CONCENTRATED;
    } else if (level != CONCENTRATED || minrisk_to_points(hhi) < 1500.0) {
        level = SPREAD;
    }
    level_changes += (before == CONCENTRATED) != (level == CONCENTRATED);
}

static void check_report(const message *m, enum result result)
{
    CHECK(m->type == REPORT && m->version == PROTOCOL_VERSION && m->length == REPORT_BYTES);
    CHECK(m->payload[0] == result);
    CHECK(m->payload[1] == level);
    CHECK(get_number(m->payload + 2, 2) == suppliers());
    CHECK(get_number(m->payload + 4, 8) == bits_of(expected_hhi()));
}

/* --- messages --------------------------------------------------------------------------------- */

/* The next answer; what the board tells by itself is checked, and skipped. */
static message answer(void)
{
    message m;
    int skipped;

    for (skipped = 0;; skipped++) {
        CHECK(skipped < 20 && host_receive(&line, &m, PATIENCE) == 1);
        if (m.type != LIVENESS) {
            return m;
        }
        CHECK(m.length == LIVENESS_BYTES && get_number(m.payload + 5, 4) >= STACK_TO_SPARE);
    }
}

static void expect(const message *m, enum result result)
{
    message a;

    CHECK(host_send(&line, m));
    a = answer();
    CHECK(a.sequence == m->sequence);
    count[result]++;
    if (result == APPLIED) {
        apply(m);
    }
    check_report(&a, result);
}

static void read_supplier(unsigned supplier, double x)
{
    message m = reading(++sequence, supplier, x);
    expect(&m, APPLIED);
}

static void remove_supplier(unsigned supplier)
{
    message m = removal(++sequence, supplier);
    expect(&m, APPLIED);
}

/* Asks for the statistics, which counts as one more that is applied. */
static message ask(void)
{
    message m = statistics(++sequence), a;

    CHECK(host_send(&line, &m));
    a = answer();
    CHECK(a.type == STATISTICS && a.sequence == sequence && a.length == 4 * RESULTS);
    count[APPLIED]++;
    return a;
}

/* Where nothing that was damaged can have been split in two, the board counts what is counted here. */
static void check_counts(void)
{
    message a = ask();
    unsigned i;

    for (i = 0; i < RESULTS; i++) {
        if (get_number(a.payload + 4 * i, 4) != count[i]) {
            printf("result %u: %u, not %u\n", i, (unsigned)get_number(a.payload + 4 * i, 4),
                   count[i]);
        }
        CHECK(get_number(a.payload + 4 * i, 4) == count[i]);
    }
}

/* After bytes whose number of frames nobody knows: nothing was applied, and the rest is believed. */
static void believe_counts(void)
{
    message a = ask();
    unsigned i;

    CHECK(get_number(a.payload, 4) == count[APPLIED]);
    for (i = 0; i < RESULTS; i++) {
        count[i] = (uint32_t)get_number(a.payload + 4 * i, 4);
    }
}

static size_t coded(const message *m, uint8_t *frame)
{
    size_t n = frame_of(m, frame);
    frame[n] = 0;
    return n + 1;
}

/* --- a host that means well ------------------------------------------------------------------- */

static void begin(void)
{
    message m;

    CHECK(host_receive(&line, &m, PATIENCE) == 1);
    CHECK(m.type == BEGINNING && m.length == BEGINNING_BYTES && m.payload[0] == POWER);
}

static void alive(void)
{
    uint32_t before = 0;
    message m;
    int i;

    for (i = 0; i < 2; i++) {
        CHECK(host_receive(&line, &m, PATIENCE) == 1 && m.type == LIVENESS);
        CHECK(get_number(m.payload, 4) >= before + 500 && m.payload[4] == level);
        before = (uint32_t)get_number(m.payload, 4);
    }
}

/* Numbers that other ways of adding up lose: the largest, the smallest, and all between. */
static double any_quantity(void)
{
    static const double edge[] = {0.0,   -0.0,   5e-324, 2.2250738585072014e-308,
                                  1e308, 1e-300, 1.0,    1.7976931348623157e308};
    return below(4) ? ldexp(1.0 + below(1 << 20), (int)below(80) - 40) : edge[below(8)];
}

static void random_market(int rounds)
{
    while (rounds-- > 0) {
        unsigned supplier = below(SUPPLIERS);
        if (is_there[supplier] && below(4) == 0) {
            remove_supplier(supplier);
        } else {
            read_supplier(supplier, any_quantity());
        }
    }
}

static void empty_market(void)
{
    unsigned i;

    for (i = 0; i < SUPPLIERS; i++) {
        if (is_there[i]) {
            remove_supplier(i);
        }
    }
    CHECK(level == NO_SUPPLY);
}

/* Three equal shares of a total that no double holds; and both thresholds from both sides. */
static void known_levels(void)
{
    unsigned i;

    empty_market();
    for (i = 0; i < 3; i++) {
        read_supplier(i, 1e308);
    }
    CHECK(expected_hhi() == 1.0 / 3.0 && level == CONCENTRATED);
    read_supplier(3, 1e308);
    CHECK(expected_hhi() == 0.25 && level == CONCENTRATED);
    for (i = 4; i < 6; i++) {
        read_supplier(i, 1e308);
    }
    CHECK(expected_hhi() == 1.0 / 6.0 && level == CONCENTRATED);
    read_supplier(6, 1e308);
    CHECK(level == SPREAD);
    remove_supplier(6);
    CHECK(expected_hhi() == 1.0 / 6.0 && level == SPREAD);
    remove_supplier(5);
    CHECK(level == SPREAD);
    remove_supplier(4);
    CHECK(expected_hhi() == 0.25 && level == CONCENTRATED);
}

/* --- and one that does not -------------------------------------------------------------------- */

static void bad_content(void)
{
    const double bad[] = {NAN, -NAN, INFINITY, -INFINITY, -1.0, -5e-324};
    message m;
    unsigned i;

    for (i = 0; i < 6; i++) {
        m = reading(++sequence, i, bad[i]);
        expect(&m, REFUSED_QUANTITY);
    }
    m = reading(++sequence, SUPPLIERS, 1.0);
    expect(&m, REFUSED_SUPPLIER);
    m = reading(++sequence, 65535, 1.0);
    expect(&m, REFUSED_SUPPLIER);
    m = removal(++sequence, SUPPLIERS);
    expect(&m, REFUSED_SUPPLIER);
    m = removal(++sequence, SUPPLIERS - 1);
    expect(&m, REFUSED_REMOVAL);
    m = reading(sequence, 0, 2.0);
    m.version = 2;
    expect(&m, REFUSED_VERSION);
    m = reading(sequence, 0, 2.0);
    m.type = 'Q';
    expect(&m, REFUSED_TYPE);
    m = reading(sequence, 0, 2.0);
    m.length = READING_BYTES - 1;
    expect(&m, REFUSED_LENGTH);
    m = removal(sequence, 0);
    m.length = REMOVAL_BYTES + 1;
    expect(&m, REFUSED_LENGTH);
    m = statistics(sequence);
    m.length = 1;
    expect(&m, REFUSED_LENGTH);
    check_counts();
}

static void replays(void)
{
    message m = reading(++sequence, 0, 3.0), old = reading((uint16_t)(sequence - 1), 0, 4.0);

    expect(&m, APPLIED);
    expect(&m, REPLAYED);
    expect(&old, REPLAYED);
    m = reading((uint16_t)(sequence + 32768), 0, 5.0);
    expect(&m, REPLAYED);
    sequence = (uint16_t)(sequence + 32767);
    m = reading(sequence, 0, 5.0);
    expect(&m, APPLIED);
    CHECK(sequence > 32768);
    sequence = 65535;
    m = reading(sequence, 0, 7.0);
    expect(&m, APPLIED);
    read_supplier(0, 8.0); /* goes on with 0 */
    check_counts();
}

/* Each bit by itself, and bursts of 32 bits, of frames without the zero that ends them. A byte that
 * becomes zero makes two frames of one, so that the board's counts are taken on trust. */
static void corrupt(void)
{
    message m = reading((uint16_t)(sequence + 1), 1, 12345.678);
    uint8_t frame[FRAME_MOST + 1], bad[FRAME_MOST + 1];
    size_t n = coded(&m, frame), bit;

    for (bit = 0; bit < 8 * (n - 1); bit++) {
        memcpy(bad, frame, n);
        bad[bit / 8] ^= (uint8_t)(1 << bit % 8);
        CHECK(host_write(&line, bad, n));
    }
    believe_counts();
    for (bit = 0; bit < 200; bit++) {
        size_t at = below((unsigned)n - 4);
        memcpy(bad, frame, n);
        put_number(bad + at, 4, get_number(bad + at, 4) ^ (next_bits() | 1));
        CHECK(host_write(&line, bad, n));
    }
    believe_counts();
}

/* Each beginning and each end of a frame. */
static void truncated(void)
{
    message m = reading((uint16_t)(sequence + 1), 1, 0.1);
    uint8_t frame[FRAME_MOST + 1], cut[FRAME_MOST + 1] = {0};
    size_t n = coded(&m, frame) - 1, i;
    uint32_t refused = count[MALFORMED] + count[DAMAGED];

    CHECK(memchr(frame, 0, n) == NULL);
    for (i = 1; i < n; i++) {
        memcpy(cut, frame, i);
        cut[i] = 0;
        CHECK(host_write(&line, cut, i + 1));
        CHECK(host_write(&line, frame + i, n + 1 - i));
    }
    believe_counts();
    CHECK(count[MALFORMED] + count[DAMAGED] == refused + 2 * (n - 1));
}

static void oversized(void)
{
    uint8_t byte[2001];
    size_t n;

    memset(byte, 7, sizeof byte);
    for (n = COMMAND_MOST + 1; n < sizeof byte; n += n / 2) {
        byte[n] = 0;
        CHECK(host_write(&line, byte, n + 1));
        byte[n] = 7;
        count[TOO_LONG]++;
    }
    CHECK(host_write(&line, (const uint8_t *)"\0\0\0", 3)); /* nothing */
    check_counts();
}

static void garbage(void)
{
    uint8_t byte[256];
    unsigned i, k;

    for (k = 0; k < 80; k++) {
        for (i = 0; i < sizeof byte; i++) {
            byte[i] = below(8) ? (uint8_t)next_bits() : 0;
        }
        CHECK(host_write(&line, byte, sizeof byte));
    }
    CHECK(host_write(&line, (const uint8_t *)"", 1));
    believe_counts();
}

/* Waits until the board has taken all bytes from the line. */
static void wait_for_board(void)
{
    int left, tries;

    for (tries = 0; ioctl(line.to, FIONREAD, &left) == 0 && left > 0; tries++) {
        CHECK(tries < PATIENCE / 10);
        (void)poll(NULL, 0, 10);
    }
}

/* Many commands, and no answer is read until the board has had them all: what it could not hold is
 * counted, the rest is answered in order, and the market is that of the answered ones alone. Two signs
 * of life with nothing between them are its end. */
static void flood(void)
{
    enum { SENT_AT_ONCE = 600 };
    static message sent[SENT_AT_ONCE];
    uint16_t first = (uint16_t)(sequence + 1);
    unsigned i, next = 0, answered = 0, quiet = 0;
    message m;

    for (i = 0; i < SENT_AT_ONCE; i++) {
        sent[i] = reading(++sequence, below(SUPPLIERS), 1.0 + below(1000));
        CHECK(host_send(&line, &sent[i]));
    }
    wait_for_board();
    while (quiet < 2) {
        CHECK(host_receive(&line, &m, PATIENCE) == 1);
        if (m.type == LIVENESS) {
            quiet++;
            continue;
        }
        quiet = 0;
        i = (uint16_t)(m.sequence - first);
        CHECK(i >= next && i < SENT_AT_ONCE);
        next = i + 1;
        apply(&sent[i]);
        answered++;
        check_report(&m, APPLIED);
    }
    count[APPLIED] += answered;
    count[OVERRUN] += SENT_AT_ONCE - answered;
    CHECK(answered > FRAMES && answered < SENT_AT_ONCE);
    check_counts();
    printf("flooded: %u of %u frames dropped\n", SENT_AT_ONCE - answered, SENT_AT_ONCE);
}

/* --- the parts, on this machine --------------------------------------------------------------- */

/* The check value of CRC-32 in the catalogue of parametrised CRC algorithms; examples of COBS from
 * the paper's rules by hand. */
static void known_frames(void)
{
    static const uint8_t plain[] = {0, 1, 0, 0, 2, 3}, code[] = {1, 2, 1, 1, 3, 2, 3};
    uint8_t byte[8];

    CHECK(crc32((const uint8_t *)"123456789", 9) == 0xCBF43926);
    cobs_encode(plain, sizeof plain, byte);
    CHECK(memcmp(byte, code, sizeof code) == 0);
    CHECK(cobs_decode(code, sizeof code, byte) == sizeof plain);
    CHECK(memcmp(byte, plain, sizeof plain) == 0);
    CHECK(cobs_decode(code, sizeof code - 1, byte) == 0);
    CHECK(cobs_decode(code, 0, byte) == 0);
}

/* A market that memory has not kept is never reported. */
static void broken_state(void)
{
    static supply s;
    message m = reading(1, 0, 5.0), a;
    uint8_t frame[FRAME_MOST + 1];
    size_t n = frame_of(&m, frame);

    supply_begin(&s);
    CHECK(supply_take(&s, frame, n, &a) == 1 && a.payload[0] == APPLIED);
    m = reading(2, 0, 6.0);
    n = frame_of(&m, frame);
    s.market.squares[s.market.squares_span.from] ^= 1u << 20;
    CHECK(supply_take(&s, frame, n, &a) == -1);
    supply_begin(&s);
    n = frame_of(&m, frame);
    s.quantity[0] = 5.0;
    CHECK(supply_take(&s, frame, n, &a) == -1);
}

/* The light went with the level: the emulator tells of each change. It is on until the program puts it
 * out. */
static void check_lights(const char *path)
{
    FILE *file = fopen(path, "r");
    unsigned on = 0, off = 0;
    char text[200];

    CHECK(file);
    while (fgets(text, sizeof text, file)) {
        if (strstr(text, "led_change_intensity") && strstr(text, "USERLED0")) {
            on += strstr(text, "-> 100%") != NULL;
            off += strstr(text, "-> 0%") != NULL;
        }
    }
    fclose(file);
    printf("light: on %u, off %u times; %u changes of level\n", on, off, level_changes);
    CHECK(on + off == level_changes + 2);
}

int main(int argc, char **argv)
{
    if (argc != 5 || !host_open(&line, argv[1], argv[2], argv[3])) {
        fputs("usage: talk MACHINE PROGRAM LIGHTS-FILE SEED\n", stderr);
        return 2;
    }
    seed = strtoull(argv[4], NULL, 10) | 1;
    known_frames();
    broken_state();
    begin();
    alive();
    random_market(300);
    known_levels();
    bad_content();
    replays();
    corrupt();
    truncated();
    oversized();
    garbage();
    random_market(50);
    flood();
    random_market(50);
    known_levels();
    check_counts();
    alive();
    host_close(&line);
    check_lights(argv[3]);
    return 0;
}
