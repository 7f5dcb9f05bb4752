/* SPDX-License-Identifier: MIT */
/* The other end of the serial line: a board under emulation, as a process of which two pipes are the
 * line. For a real board, open its device in place of the pipes. */
#ifndef HOST_H
#define HOST_H

#include <sys/types.h>

#include "frame.h"

typedef struct host {
    pid_t board;
    int to, from;
    uint8_t held[512]; /* bytes that came, not yet taken */
    size_t held_bytes;
} host;

/* Starts a board of that kind, with that program; the emulator tells of its lights in the file
 * `lights`, unless that is NULL. Returns 1, or 0 if that fails. */
int host_open(host *h, const char *machine, const char *program, const char *lights);
void host_close(host *h);

/* Sends bytes as they are, or a command as a frame. Returns 1, or 0 if the line is broken. */
int host_write(host *h, const uint8_t *byte, size_t n);
int host_send(host *h, const message *m);

/* Waits for the next message. Returns 1, 0 if none comes in time, and -1 if what comes is none. */
int host_receive(host *h, message *m, int milliseconds);

/* Commands. */
message reading(uint16_t sequence, unsigned supplier, double quantity);
message removal(uint16_t sequence, unsigned supplier);
message statistics(uint16_t sequence);

#endif
