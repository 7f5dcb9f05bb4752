/* SPDX-License-Identifier: MIT */
/* What the countries of a supply are like: how stable they are, which share a bloc of them has, and
 * what the EU's assessment says of the material. */
#ifndef REPORT_RISK_H
#define REPORT_RISK_H

#include "csv.h"
#include "dataset.h"

#define MAX_BLOC 256

/* Countries that act as one, each of them once. */
struct bloc {
    const char *name; /* of the file, or what it is by default */
    char iso3[MAX_BLOC][4];
    size_t members;
};

/* Reads the column iso3 of a file. Returns 0, or -1 with the problem set. */
int bloc_load(struct bloc *bloc, const char *path, const struct dialect *dialect,
              struct problem *problem);
/* The partners of the agreements; no members if there are none. */
void bloc_of_agreements(struct bloc *bloc, const struct dataset *data);

struct risk {
    int known;                  /* 0: neither of the two intervals can be told; `why` says why */
    const char *why;            /* "" where they are known */
    minrisk_interval stability; /* sum of share^2 times instability on 0 to 10 */
    minrisk_interval bloc;      /* share of the bloc */
    size_t unscored;            /* countries without an indicator: 0 to 10 */
    int year;                   /* the latest of the indicators; 0: none */
    const struct eu_row *eu;    /* or NULL */
};

int bloc_has(const struct bloc *bloc, const char *iso3);

void risk_of_market(struct risk *risk, const struct dataset *data, const struct market *market,
                    const struct bloc *bloc);

#endif
