/* SPDX-License-Identifier: MIT */
/* The other end of the serial line. */
#define _GNU_SOURCE /* for the size of a pipe */
#include "host.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void become_board(const int *in, const int *out, const char *machine, const char *program,
                         const char *lights)
{
    const char *trace = lights ? "trace:led_change_intensity" : "guest_errors";
    int nowhere = open("/dev/null", O_WRONLY);

    dup2(in[0], 0);
    dup2(out[1], 1);
    dup2(nowhere, 2);
    close(in[1]);
    close(out[0]);
    execlp("qemu-system-arm", "qemu-system-arm", "-M", machine, "-display", "none", "-monitor",
           "none", "-serial", "stdio", "-d", trace, "-D", lights ? lights : "/dev/null", "-kernel",
           program, (char *)NULL);
    _exit(127);
}

int host_open(host *h, const char *machine, const char *program, const char *lights)
{
    int in[2], out[2];

    signal(SIGPIPE, SIG_IGN);
    memset(h, 0, sizeof *h);
    if (pipe(in) != 0 || pipe(out) != 0) {
        return 0;
    }
#ifdef F_SETPIPE_SZ
    /* A line holds little: what the host does not read soon holds up the board. */
    (void)fcntl(out[0], F_SETPIPE_SZ, 4096);
#endif
    h->board = fork();
    if (h->board == 0) {
        become_board(in, out, machine, program, lights);
    }
    close(in[0]);
    close(out[1]);
    h->to = in[1];
    h->from = out[0];
    return h->board > 0;
}

void host_close(host *h)
{
    kill(h->board, SIGTERM);
    close(h->to);
    close(h->from);
    waitpid(h->board, NULL, 0);
}

int host_write(host *h, const uint8_t *byte, size_t n)
{
    while (n > 0) {
        ssize_t written = write(h->to, byte, n);
        if (written <= 0) {
            return 0;
        }
        byte += written;
        n -= (size_t)written;
    }
    return 1;
}

int host_send(host *h, const message *m)
{
    uint8_t frame[FRAME_MOST + 1];
    size_t n = frame_of(m, frame);

    frame[n] = 0;
    return host_write(h, frame, n + 1);
}

/* How many bytes the first frame of what is held has, with the zero that ends it; 0 if none. */
static size_t held_frame(const host *h)
{
    const uint8_t *end = memchr(h->held, 0, h->held_bytes);
    return end ? (size_t)(end - h->held) + 1 : 0;
}

int host_receive(host *h, message *m, int milliseconds)
{
    struct pollfd line = {0, POLLIN, 0};
    enum result result;
    ssize_t got;
    size_t n;

    line.fd = h->from;
    while ((n = held_frame(h)) == 0) {
        if (poll(&line, 1, milliseconds) <= 0) {
            return 0;
        }
        got = read(h->from, h->held + h->held_bytes, sizeof h->held - h->held_bytes);
        if (got <= 0) {
            return -1;
        }
        h->held_bytes += (size_t)got;
    }
    result = message_of(h->held, n - 1, m);
    h->held_bytes -= n;
    memmove(h->held, h->held + n, h->held_bytes);
    return result == APPLIED ? 1 : -1;
}

static message command(enum command type, uint16_t sequence, uint8_t length)
{
    message m;

    memset(&m, 0, sizeof m);
    m.version = PROTOCOL_VERSION;
    m.type = (uint8_t)type;
    m.sequence = sequence;
    m.length = length;
    return m;
}

message reading(uint16_t sequence, unsigned supplier, double quantity)
{
    message m = command(READING, sequence, READING_BYTES);

    put_number(m.payload, 2, supplier);
    put_number(m.payload + 2, 8, bits_of(quantity));
    return m;
}

message removal(uint16_t sequence, unsigned supplier)
{
    message m = command(REMOVAL, sequence, REMOVAL_BYTES);

    put_number(m.payload, 2, supplier);
    return m;
}

message statistics(uint16_t sequence)
{
    return command(STATISTICS, sequence, 0);
}
