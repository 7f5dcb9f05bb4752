/* SPDX-License-Identifier: MIT */
/* A stand-in for the part of Arduino that a sketch uses. */
#ifndef ARDUINO_H
#define ARDUINO_H

#include <stdio.h>

struct Port {
    void begin(long baud)
    {
        (void)baud;
    }
    void println(double number)
    {
        printf("%.2f\n", number);
    }
};

static Port Serial;

#endif
