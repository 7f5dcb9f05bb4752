/* SPDX-License-Identifier: MIT */
/* A market under watch by a microcontroller: readings of supply come in over a serial line, the exact
 * HHI of all of them goes out, and an alarm is raised where supply depends on too few. protocol.h has
 * the messages, supply.h the rules, mps2.ld the memory. */
#include "board.h"
#include "supply.h"

enum { LIVENESS_EVERY = 500 /* milliseconds */ };

static supply watched;
static message outgoing;
static uint16_t sequence;

static void begin_message(uint8_t type, uint8_t length)
{
    outgoing.version = PROTOCOL_VERSION;
    outgoing.type = type;
    outgoing.sequence = sequence++;
    outgoing.length = length;
}

static void tell_beginning(void)
{
    const last_words *last = &board_last_words;
    int is_known = last->magic == ~last->cause;

    begin_message(BEGINNING, BEGINNING_BYTES);
    outgoing.payload[0] = is_known ? (uint8_t)last->cause : POWER;
    put_number(outgoing.payload + 1, 4, is_known ? last->detail : 0);
    put_number(outgoing.payload + 5, 4, is_known ? last->address : 0);
    line_send(&board_output, &outgoing);
    board_last_words.magic = 0;
    board_last_words.cause = 0;
}

static void tell_liveness(uint32_t now)
{
    begin_message(LIVENESS, LIVENESS_BYTES);
    put_number(outgoing.payload, 4, now);
    outgoing.payload[4] = watched.level;
    put_number(outgoing.payload + 5, 4, board_stack_left());
    line_send(&board_output, &outgoing);
}

/* A command is taken only where its answer has room. Returns whether there was one. */
static int take_command(void)
{
    uint8_t frame[COMMAND_MOST];
    size_t n;
    int answers;

    if (!line_has_room(&board_output)) {
        return 0;
    }
    n = line_take(&board_input, frame);
    if (n == 0) {
        return 0;
    }
    watched.count[OVERRUN] = board_input.overruns;
    watched.count[TOO_LONG] = board_input.too_long;
    answers = supply_take(&watched, frame, n, &outgoing);
    if (answers < 0) {
        board_restart(BROKEN_STATE, 0, 0);
    }
    if (answers) {
        line_send(&board_output, &outgoing);
    }
    board_light(watched.level == CONCENTRATED);
    return 1;
}

int main(void)
{
    uint32_t told = 0;

    supply_begin(&watched);
    board_begin();
    board_light(0);
    tell_beginning();
    for (;;) {
        uint32_t now = board_milliseconds();
        board_feed_watchdog();
        if (now - told >= LIVENESS_EVERY && line_has_room(&board_output)) {
            told = now;
            tell_liveness(now);
        }
        while (take_command()) {
        }
        board_send();
        board_wait();
    }
}
