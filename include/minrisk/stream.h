/* SPDX-License-Identifier: MIT */
/* A running market: suppliers come, go and change, and its HHI is at hand at any time.
 *
 * The state is the exact total and the exact sum of squares, so that it does not drift: whatever
 * came and went before, results have the bits that concentration.h gives for the suppliers that are
 * there, and states that were merged in any order are the same. It knows no supplier by itself: who
 * removes or replaces one says which quantity it had.
 *
 * Every function verifies what must hold of any market of m suppliers, T being their total and Q
 * their sum of squares (Cauchy 1821):
 *
 *     Q <= T^2 <= m Q,   T = 0 if and only if m = 0
 *
 * What breaks it is no state, and a removal that would break it is impossible. */
#ifndef MINRISK_STREAM_H
#define MINRISK_STREAM_H

#include "floating.h"
#include "partial.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

enum minrisk_stream_sizes {
    MINRISK_STREAM_TOTAL = 70,    /* limbs of the total */
    MINRISK_STREAM_SQUARES = 138, /* limbs of the sum of squares */
    MINRISK_STREAM_SAVED = 848    /* bytes of a saved state */
};

/* The limbs from .. to - 1 are in use, the first and the last of them not zero; 0 and 0 if none.
 * What stands in the others does not count. */
typedef struct minrisk_span {
    uint32_t from;
    uint32_t to;
} minrisk_span;

/* Not to be changed but by the functions below. May be copied; minrisk_stream_save gives the form
 * that goes from one machine to another. */
typedef struct minrisk_stream {
    uint32_t form; /* tells a state of this version from anything else */
    uint32_t reserved;
    uint64_t suppliers; /* with a positive quantity */
    minrisk_span total_span;
    minrisk_span squares_span;
    uint32_t total[MINRISK_STREAM_TOTAL];     /* in units of 2^-1074, lowest limb first */
    uint32_t squares[MINRISK_STREAM_SQUARES]; /* in units of 2^-2148 */
} minrisk_stream;

/* Size of a state, for bindings.
 *
 * returns   sizeof(minrisk_stream)
 * accuracy  integer
 * cost      O(1)
 * example   examples/stream.c
 */
MINRISK_API size_t minrisk_stream_sizeof(void);

/* An empty market.
 *
 * stream    [1]  becomes the state
 * size           sizeof(minrisk_stream), as the caller was compiled with it
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream is NULL
 *           MINRISK_E_SIZE   size is another one: header and library differ
 * accuracy  integer
 * cost      O(1)
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_init(minrisk_stream *stream, size_t size);

/* A supplier comes.
 *
 * stream    [1]  untouched on error
 * quantity       any unit, the same for the whole market; finite, >= 0; a zero changes nothing
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream is NULL
 *           MINRISK_E_STATE  stream is no state
 *           MINRISK_E_SIZE   the market has 2^62 suppliers
 *           MINRISK_E_DATA   quantity is NaN, infinite or negative
 * accuracy  exact
 * cost      O(1); microseconds instead of nanoseconds where one supplier outweighs all others by
 *           2^60, since T^2 and Q then differ in low limbs alone; stack <= 512 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_add(minrisk_stream *stream, double quantity);

/* Suppliers come: as minrisk_stream_add of each, in a fraction of the time where there are many.
 *
 * stream    [1]  untouched on error
 * quantity  [n]  as in minrisk_stream_add
 * n              0 changes nothing
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream or quantity is NULL
 *           MINRISK_E_STATE  stream is no state
 *           MINRISK_E_SIZE   the market would have more than 2^62 suppliers
 *           MINRISK_E_DATA   a quantity is NaN, infinite or negative: see minrisk_first_invalid
 * accuracy  exact: the bytes do not depend on how the suppliers are divided among calls
 * cost      O(n), and as minrisk_stream_merge once; stack <= 1.75 KB
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_add_all(minrisk_stream *stream, const double *quantity,
                                                  size_t n);

/* A supplier goes.
 *
 * stream    [1]  untouched on error
 * quantity       what the supplier was added with; a zero changes nothing
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream is NULL
 *           MINRISK_E_STATE  stream is no state
 *           MINRISK_E_DATA   quantity is NaN, infinite or negative, or the market cannot have such
 *                            a supplier: what would be left is no state. A wrong quantity that
 *                            leaves a possible market goes unnoticed
 * accuracy  exact
 * cost      as minrisk_stream_add; stack <= 768 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_remove(minrisk_stream *stream, double quantity);

/* A supplier changes: one goes, one comes.
 *
 * stream    [1]  untouched on error
 * before         what the supplier had; a zero is one that comes
 * after          what it has from now on; a zero is one that goes
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream is NULL
 *           MINRISK_E_STATE  stream is no state
 *           MINRISK_E_SIZE   before is 0 and the market has 2^62 suppliers
 *           MINRISK_E_DATA   before or after is NaN, infinite or negative, or the market cannot
 *                            have such a supplier
 * accuracy  exact
 * cost      as minrisk_stream_add; stack <= 768 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_replace(minrisk_stream *stream, double before,
                                                  double after);

/* The suppliers of another market come too.
 *
 * into      [1]  untouched on error
 * from      [1]  may be the same market as into, which doubles it
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   into or from is NULL
 *           MINRISK_E_STATE  into or from is no state
 *           MINRISK_E_SIZE   there would be more than 2^62 suppliers
 * accuracy  exact: any tree of merges over the same suppliers gives the same bytes
 * cost      as minrisk_stream_add; stack <= 512 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_merge(minrisk_stream *into, const minrisk_stream *from);

/* Herfindahl-Hirschman index of the market: see minrisk_hhi.
 *
 * stream    [1]  read only
 * hhi       [1]  fraction in (0, 1]; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       stream or hhi is NULL
 *           MINRISK_E_STATE      stream is no state
 *           MINRISK_E_NO_SUPPLY  the market is empty
 * accuracy  exact: correctly rounded, the bits of minrisk_hhi of the same suppliers
 * cost      as minrisk_stream_add; stack <= 768 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_hhi(const minrisk_stream *stream, double *hhi);

/* Bounds on the HHI of the market with a residual of unknown suppliers: see minrisk_hhi_bounds, of
 * which this is the form without a number of suppliers and without a cap.
 *
 *     low   Q / (T + R)^2
 *     high  (Q + R^2) / (T + R)^2
 *
 * stream    [1]  read only
 * residual       in the unit of the quantities, finite, >= 0
 * hhi       [1]  0 <= low <= high <= 1; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL       stream or hhi is NULL
 *           MINRISK_E_STATE      stream is no state
 *           MINRISK_E_SIZE       the market has 2^62 suppliers
 *           MINRISK_E_PARAM      residual is NaN, infinite or negative
 *           MINRISK_E_NO_SUPPLY  the market is empty and the residual is 0
 * accuracy  exact: low rounded down and high up, the bits of minrisk_hhi_bounds
 * cost      as minrisk_stream_add; stack <= 1.75 KB
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_hhi_bounds(const minrisk_stream *stream, double residual,
                                                     minrisk_interval *hhi);

/* Effective number of suppliers of the market: see minrisk_effective_suppliers.
 *
 * stream     [1]  read only
 * effective  [1]  in [1, suppliers]; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL       stream or effective is NULL
 *            MINRISK_E_STATE      stream is no state
 *            MINRISK_E_NO_SUPPLY  the market is empty
 * accuracy   exact: correctly rounded
 * cost       as minrisk_stream_add; stack <= 768 bytes
 * example    examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_effective(const minrisk_stream *stream,
                                                    double *effective);

/* How many suppliers the market has.
 *
 * stream     [1]  read only
 * suppliers  [1]  those with a positive quantity; 0 in an empty market; untouched on error
 * returns    MINRISK_OK, or
 *            MINRISK_E_NULL   stream or suppliers is NULL
 *            MINRISK_E_STATE  stream is no state
 * accuracy   integer
 * cost       as minrisk_stream_add; stack <= 512 bytes
 * example    examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_suppliers(const minrisk_stream *stream,
                                                    uint64_t *suppliers);

/* What the suppliers of the market have together.
 *
 * stream    [1]  read only
 * total     [1]  in the unit of the quantities; 0 in an empty market, infinite past the range of
 *                double; untouched on error
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream or total is NULL
 *           MINRISK_E_STATE  stream is no state
 * accuracy  exact: correctly rounded
 * cost      as minrisk_stream_add; stack <= 768 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_total(const minrisk_stream *stream, double *total);

/* The state in a form that is the same on every machine. All numbers are little-endian:
 *
 *     0    4 bytes        "MRS" and the version of the form, 1
 *     4    4 bytes        a check of all that follows, FNV-1a of 32 bits
 *     8    8 bytes        number of suppliers
 *     16   70 x 4 bytes   the total in units of 2^-1074, lowest limb first
 *     296  138 x 4 bytes  the sum of squares in units of 2^-2148, lowest limb first
 *
 * Source    Fowler, Noll and Vo 1991, for the check.
 * stream    [1]     read only
 * saved     [size]  the first MINRISK_STREAM_SAVED bytes are written; untouched on error
 * size              >= MINRISK_STREAM_SAVED
 * returns   MINRISK_OK, or
 *           MINRISK_E_NULL   stream or saved is NULL
 *           MINRISK_E_STATE  stream is no state
 *           MINRISK_E_SIZE   size is too small
 * accuracy  integer
 * cost      O(1): a microsecond; stack <= 512 bytes
 * example   examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_save(const minrisk_stream *stream, uint8_t *saved,
                                               size_t size);

/* A state from its saved form, from wherever that comes: it is verified.
 *
 * stream      [1]           becomes the state; untouched on error
 * size                      sizeof(minrisk_stream), as the caller was compiled with it
 * saved       [saved_size]  what minrisk_stream_save wrote
 * saved_size                MINRISK_STREAM_SAVED
 * returns     MINRISK_OK, or
 *             MINRISK_E_NULL   stream or saved is NULL
 *             MINRISK_E_STATE  saved is no state, or of a form that this version does not know
 *             MINRISK_E_SIZE   size or saved_size is another one; told before the state is read
 * accuracy    integer
 * cost        O(1): a microsecond; stack <= 1.5 KB
 * example     examples/stream.c
 */
MINRISK_API minrisk_status minrisk_stream_load(minrisk_stream *stream, size_t size,
                                               const uint8_t *saved, size_t saved_size);

#ifdef __cplusplus
}
#endif

#endif
