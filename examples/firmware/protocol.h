/* SPDX-License-Identifier: MIT */
/* What goes over the serial line.
 *
 * On the line a message is encoded by COBS (Cheshire and Baker 1999), which leaves no zero byte in
 * it, and a zero byte ends it. So a receiver that has lost its place finds it at the next zero.
 * Zeros in a row are nothing; a sender that begins may send one first. All numbers are
 * little-endian.
 *
 *     0          version of the protocol: 1
 *     1          type: see below
 *     2          sequence, 16 bits
 *     4          payload
 *     length-4   CRC-32 of all before it (IEEE 802.3: 0xEDB88320 reflected, all ones at both ends)
 *
 * Commands, from the host:
 *
 *     'R'  supplier 16 bits, quantity binary64    a reading; takes the place of the one before
 *     'X'  supplier 16 bits                       the supplier is no longer there
 *     'S'  -                                      asks for statistics
 *
 * The sequence of a command must be 1 to 32,767 ahead of the last one that was taken, modulo 2^16
 * (RFC 1982), or it is refused as a replay; the first after a start may be any. Each command that is
 * whole is answered once, under its own sequence. A host that has no answer sends the same bytes
 * again: then "replayed" tells it that the command had come through. None of this keeps out someone
 * who means harm: there is no key in it.
 *
 *     'H'  result 8, level 8, suppliers 16 bits, HHI binary64 (0 where there is no supply)
 *     'S'  a count of 32 bits for each result, modulo 2^32, in the order of enum result
 *
 * By itself the board sends, under a sequence of its own:
 *
 *     'B'  cause 8, detail 32, address 32 bits    it begins; why, and where a fault happened
 *     'L'  milliseconds 32, level 8, bytes of stack never used 32 bits    twice a second, from the
 *          main loop alone: silence means that it hangs, and then the watchdog resets it
 *
 * Flooding: a frame of commands is held whole or dropped whole and counted, as OVERRUN. It is held
 * until there is room for its answer, so nothing is applied and goes unanswered. */
#ifndef PROTOCOL_H
#define PROTOCOL_H

enum protocol {
    PROTOCOL_VERSION = 1,
    AT_VERSION = 0,
    AT_TYPE = 1,
    AT_SEQUENCE = 2,
    AT_PAYLOAD = 4,
    CRC_BYTES = 4,
    MESSAGE_LEAST = AT_PAYLOAD + CRC_BYTES
};

enum command { READING = 'R', REMOVAL = 'X', STATISTICS = 'S' };
enum told { REPORT = 'H', BEGINNING = 'B', LIVENESS = 'L' };

enum payload {
    READING_BYTES = 10,
    REMOVAL_BYTES = 2,
    REPORT_BYTES = 12,
    BEGINNING_BYTES = 9,
    LIVENESS_BYTES = 9
};

/* What becomes of a frame. The first four tell of a frame that cannot be answered; REFUSED_LENGTH
 * is the payload of another length than its type has. */
enum result {
    APPLIED,
    OVERRUN,          /* no room */
    TOO_LONG,         /* longer than any command */
    MALFORMED,        /* no COBS, or shorter than any message */
    DAMAGED,          /* another CRC */
    REFUSED_VERSION,  /* another version of the protocol */
    REFUSED_TYPE,     /* no command */
    REFUSED_LENGTH,   /* its payload has another length */
    REPLAYED,         /* its sequence does not go on from the last */
    REFUSED_SUPPLIER, /* no such supplier can be */
    REFUSED_REMOVAL,  /* the supplier has no reading */
    REFUSED_QUANTITY, /* NaN, infinite or negative */
    RESULTS
};

enum level {
    NO_SUPPLY,   /* nothing is known to supply */
    SPREAD,      /* over enough suppliers */
    CONCENTRATED /* on too few: the alarm */
};

enum cause { POWER, FAULT, WATCHDOG, BROKEN_STATE };

#endif
