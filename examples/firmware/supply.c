/* SPDX-License-Identifier: MIT */
/* The market that the board watches. */
#include "supply.h"

#include <string.h>

enum { WINDOW = 0x7FFF, BROKEN = RESULTS };

void supply_begin(supply *s)
{
    memset(s, 0, sizeof *s);
    (void)minrisk_stream_init(&s->market, sizeof s->market);
}

/* 0.25 is a double, so that rounding the HHI cannot carry it past; at 0.15, which is none, "below"
 * is by the double nearest to it. */
static uint8_t level_of(double hhi, uint8_t before)
{
    if (hhi >= ENTER_POINTS / 10000.0) {
        return CONCENTRATED;
    }
    return before == CONCENTRATED && hhi >= LEAVE_POINTS / 10000.0 ? CONCENTRATED : SPREAD;
}

/* What the market has come to. Returns APPLIED or BROKEN. */
static unsigned settle(supply *s)
{
    minrisk_status status = minrisk_stream_hhi(&s->market, &s->hhi);

    if (status == MINRISK_E_NO_SUPPLY) {
        s->hhi = 0.0;
        s->level = NO_SUPPLY;
        return APPLIED;
    }
    if (status != MINRISK_OK) {
        return BROKEN;
    }
    s->level = level_of(s->hhi, s->level);
    return APPLIED;
}

/* The supplier has `quantity` from now on. The library judges the quantity; what else it may refuse
 * is a market that has not been kept as it was. */
static unsigned replace(supply *s, unsigned supplier, double quantity)
{
    minrisk_status status = minrisk_stream_replace(&s->market, s->quantity[supplier], quantity);

    if (status == MINRISK_E_DATA) {
        double there = s->quantity[supplier];
        return minrisk_stream_replace(&s->market, there, there) == MINRISK_OK ? REFUSED_QUANTITY
                                                                              : BROKEN;
    }
    if (status != MINRISK_OK) {
        return BROKEN;
    }
    s->quantity[supplier] = quantity;
    return settle(s);
}

static unsigned read_supplier(supply *s, const message *m)
{
    unsigned supplier = (unsigned)get_number(m->payload, 2), result;

    if (supplier >= SUPPLIERS) {
        return REFUSED_SUPPLIER;
    }
    result = replace(s, supplier, double_of(get_number(m->payload + 2, 8)));
    if (result == APPLIED) {
        s->is_there |= (uint32_t)1 << supplier;
    }
    return result;
}

static unsigned remove_supplier(supply *s, const message *m)
{
    unsigned supplier = (unsigned)get_number(m->payload, 2), result;

    if (supplier >= SUPPLIERS) {
        return REFUSED_SUPPLIER;
    }
    if (!(s->is_there >> supplier & 1)) {
        return REFUSED_REMOVAL;
    }
    result = replace(s, supplier, 0.0);
    if (result == APPLIED) {
        s->is_there &= ~((uint32_t)1 << supplier);
    }
    return result;
}

/* Whether a command is one, by all but its content. */
static unsigned form_of(const message *m)
{
    if (m->version != PROTOCOL_VERSION) {
        return REFUSED_VERSION;
    }
    switch (m->type) {
    case READING:
        return m->length == READING_BYTES ? APPLIED : REFUSED_LENGTH;
    case REMOVAL:
        return m->length == REMOVAL_BYTES ? APPLIED : REFUSED_LENGTH;
    case STATISTICS:
        return m->length == 0 ? APPLIED : REFUSED_LENGTH;
    default:
        return REFUSED_TYPE;
    }
}

static unsigned obey(supply *s, const message *m)
{
    unsigned result = form_of(m);
    uint16_t ahead = (uint16_t)(m->sequence - s->last);

    if (result != APPLIED) {
        return result;
    }
    if (s->has_last && (ahead == 0 || ahead > WINDOW)) {
        return REPLAYED;
    }
    s->last = m->sequence;
    s->has_last = 1;
    switch (m->type) {
    case READING:
        return read_supplier(s, m);
    case REMOVAL:
        return remove_supplier(s, m);
    default:
        return APPLIED;
    }
}

static void report(const supply *s, unsigned result, message *answer)
{
    unsigned there = 0, i;

    for (i = 0; i < SUPPLIERS; i++) {
        there += s->is_there >> i & 1;
    }
    answer->type = REPORT;
    answer->length = REPORT_BYTES;
    answer->payload[0] = (uint8_t)result;
    answer->payload[1] = s->level;
    put_number(answer->payload + 2, 2, there);
    put_number(answer->payload + 4, 8, bits_of(s->hhi));
}

static void statistics(const supply *s, message *answer)
{
    unsigned i;

    answer->type = STATISTICS;
    answer->length = PAYLOAD_MOST;
    for (i = 0; i < RESULTS; i++) {
        put_number(answer->payload + (size_t)4 * i, 4, s->count[i]);
    }
}

int supply_take(supply *s, const uint8_t *frame, size_t n, message *answer)
{
    message m;
    unsigned result = message_of(frame, n, &m);

    if (result != APPLIED) {
        s->count[result]++;
        return 0;
    }
    result = obey(s, &m);
    if (result == BROKEN) {
        return -1;
    }
    s->count[result]++;
    answer->version = PROTOCOL_VERSION;
    answer->sequence = m.sequence;
    if (result == APPLIED && m.type == STATISTICS) {
        statistics(s, answer);
    } else {
        report(s, result, answer);
    }
    return 1;
}
