/* SPDX-License-Identifier: MIT */
/* One claim under examination: its readings, the figures behind each, and the verdicts. It is
 * filled first and printed after, so that text and JSON say the same. */
#ifndef REPORT_CLAIM_H
#define REPORT_CLAIM_H

#include "dataset.h"

/* Whose supply is in question, and whose it depends on. */
#define BUYER    "USA"
#define DOMINANT "CHN"

enum verdict {
    VERDICT_NONE = 0, /* a figure that settles nothing by itself */
    VERDICT_HOLDS = 1,
    VERDICT_FAILS = 2,
    VERDICT_UNKNOWN = 3, /* cannot be told from public data */
    VERDICT_DIFFERS = 4  /* of a claim: its readings disagree */
};

/* A figure, or a sentence about several, and where it was read. */
struct evidence {
    const char *label; /* "" for none */
    const char *text;
    enum verdict verdict;
    int has_value;
    double low, high;
    const char *unit;
    struct origin *origin;
    size_t origins, origin_room;
    struct evidence *next;
};

/* One way to understand a claim. */
struct reading {
    const char *label;
    enum verdict verdict;
    const char *why;
    uint32_t assumptions; /* enum minrisk_assumption, of what was computed for it */
    struct evidence *first, *last;
    struct reading *next;
};

struct remark {
    const char *text;
    struct remark *next;
};

#define CLAIM_PARTNERS 2

struct claim {
    const struct assumptions *assume;    /* what the reader of the tables takes for granted */
    const char *partner[CLAIM_PARTNERS]; /* codes, where it speaks of an agreement; NULL: none */
    const char *id, *title, *text;
    const char *quoted; /* where the claim is from */
    int has_figures;
    double low, high; /* the claim's own figures */
    const char *unit;
    struct origin origin;
    enum verdict verdict;
    struct reading *first, *last;
    struct remark *assumption, *last_assumption;
    struct block *block; /* what the claim owns */
    int failed;          /* memory ran out; what is here is not complete */
    struct evidence spare_evidence;
    struct reading spare_reading;
};

void claim_free(struct claim *claim);
/* Zeroed memory that the claim owns, aligned for a double; NULL if there is none. */
void *claim_take(struct claim *claim, size_t bytes);
/* What these return is never NULL and belongs to the claim. */
const char *claim_format(struct claim *claim, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
struct reading *claim_reading(struct claim *claim, const char *label);
struct evidence *claim_evidence(struct claim *claim, struct reading *reading, enum verdict verdict,
                                const char *label, const char *text);
void claim_assume(struct claim *claim, const char *text);
void evidence_value(struct evidence *evidence, double low, double high, const char *unit);
void evidence_origin(struct claim *claim, struct evidence *evidence, const struct origin *origin);
/* The verdict of a claim from those of its readings. */
void claim_settle(struct claim *claim);

/* Equal without regard to ASCII case. */
int same_name(const char *a, const char *b);
/* "69.2 %", "41 %", or "69.1 to 69.2 %" where the ends differ as printed; what is not quite nothing
 * or everything is not printed as 0 or 100. */
const char *percent_text(struct claim *claim, double low, double high);
/* "270,000", with as many decimals as are not zero, at most one. */
const char *number_text(struct claim *claim, double value);
/* "holds", "does not hold", ... */
const char *verdict_text(enum verdict verdict);
/* One word for JSON: "holds", "does_not_hold", "cannot_be_told", "differs_by_reading". */
const char *verdict_word(enum verdict verdict);

/* One line for each claim, with its verdict. */
void claim_print_summary(const struct claim *claim, size_t claims, double base_year,
                         struct out *out);
void claim_print(const struct claim *claim, size_t number, struct out *out);
void claim_json(const struct claim *claim, struct json *json);

/* The claims, each in the file that is named for its subject. */
void claim_nine(const struct dataset *data, struct claim *claim);
void claim_samarium(const struct dataset *data, struct claim *claim);
void claim_chain(const struct dataset *data, struct claim *claim);
void claim_allies(const struct dataset *data, struct claim *claim);
void claim_agreement(const struct dataset *data, struct claim *claim);
void claim_startups(const struct dataset *data, struct claim *claim);
void claim_decades(const struct dataset *data, struct claim *claim);
void claim_one_year(const struct dataset *data, struct claim *claim);

/* How many minerals the article speaks of: the first ranks of the 2025 US list. */
#define NINE 9
/* The years of the data end here, as a calendar year: 2026 where the last production is of 2025. */
double dataset_base_year(const struct dataset *data);
/* "2040.8 (14.8 years)", or the state in words. */
const char *when_text(struct claim *claim, const minrisk_when *when, double base);

#endif
