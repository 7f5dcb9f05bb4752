/* SPDX-License-Identifier: MIT */
/* The sweep against fractions of GMP, which round nothing: random projects and conditions of every
 * kind, with ties, touches, closures, and events of one instant.
 *
 * The reference is asked three times: as it is, and with everything moved for and against the
 * conditions by 1e-12 of the scale. Where a move in their favour changes nothing in kind, the answer
 * is not a matter of rounding, and the library must give the same status and windows, and times
 * within 1e-9 of those of any of the three. What is just met, such as a touch, must be met; but for
 * an HHI that only touches its limit between two events, at the root of a root.
 *
 * 2,000 pipelines, or as many as a fiftieth of MINRISK_NUMERIC_CASES; slow tests run 10,000. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "numeric/cases.h"
#include "numeric/pipeline_cases.h"
#include "numeric/pipeline_oracle.h"
#include "support/check.h"
#include "support/random.h"

enum { CASES_PER_PIPELINE = 50, WORK = 2000, SPANS = 4 };

static const double SLACK = 1e-12, NEAR = 1e-9;

static random_source source = {41};
static pipeline_case c;
static double work[WORK];

/* What the reference says of a condition, or of all at once. */
typedef struct reference {
    pipeline_answer exact, more, less;
} reference;

static struct {
    size_t cases, clear, touches, several, narrow, bindings, undefined, wide, kinds[9];
} count;

static int is_alike(const pipeline_answer *a, const pipeline_answer *b)
{
    return a->windows == b->windows && a->to_horizon == b->to_horizon && a->shortest > NEAR &&
           b->shortest > NEAR && (a->windows == 0 || (a->begin[0] > 0) == (b->begin[0] > 0));
}

static reference ask(size_t condition)
{
    reference r;
    r.exact = pipeline_oracle_answer(condition, 0);
    r.more = pipeline_oracle_answer(condition, SLACK);
    r.less = pipeline_oracle_answer(condition, -SLACK);
    if (!is_alike(&r.exact, &r.less)) {
        count.touches += condition == PIPELINE_ALL;
        if (!r.exact.narrow)
            r.less = r.exact; /* just met is met */
    }
    return r;
}

/* Nothing in kind depends on the slack. */
static int is_clear(const reference *r)
{
    return is_alike(&r->exact, &r->more) && is_alike(&r->exact, &r->less);
}

/* --- times ------------------------------------------------------------------------------------- */

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static void assert_between(double got, double x, double y, double z)
{
    const double low = smaller(x, smaller(y, z)), high = larger(x, larger(y, z));
    count.wide += high - low > NEAR;
    if (!(got >= low - NEAR && got <= high + NEAR))
        fail_msg("%zu: %.17g is not between %.17g and %.17g", count.cases, got, low, high);
}

static void assert_begin(double got, const reference *r, size_t window)
{
    assert_between(got, r->exact.begin[window], r->more.begin[window], r->less.begin[window]);
}

static double total(const pipeline_answer *a)
{
    double sum = 0;
    for (size_t i = 0; i < a->windows; i++)
        sum += a->end[i] - a->begin[i];
    return sum;
}

/* The first window that lasts, as far as doubles can say, or that runs to the horizon; windows if
 * none. */
static size_t lasting(const pipeline_answer *a)
{
    size_t i = 0;
    while (i < a->windows && a->end[i] - a->begin[i] < c.dwell - 1e-12 &&
           !(a->to_horizon && i + 1 == a->windows))
        i++;
    return i;
}

static int32_t status_of(const pipeline_answer *a)
{
    int defined = 1;
    if (a->windows > 0)
        return a->begin[0] > 0 ? MINRISK_REACHED : MINRISK_ALREADY;
    for (size_t i = 0; i < c.conditions; i++)
        defined &= pipeline_oracle_defined(i);
    count.undefined += !defined;
    return defined ? MINRISK_NOT_WITHIN_HORIZON : MINRISK_UNDEFINED;
}

static void compare_times(const reference *r, const minrisk_when *w)
{
    const pipeline_answer *a = &r->exact;
    const size_t last = a->windows - 1, kept = lasting(a);
    assert_case(w->windows, a->windows, "windows");
    assert_case(w->status, status_of(a), "status");
    assert_between(w->satisfied, total(a), total(&r->more), total(&r->less));
    if (a->windows == 0)
        return;
    assert_begin(w->first, r, 0);
    assert_case(!(w->known & MINRISK_KNOWS_LOST), a->to_horizon && last == 0, "lost");
    if (w->known & MINRISK_KNOWS_LOST)
        assert_between(w->lost, a->end[0], r->more.end[0], r->less.end[0]);
    assert_case(!(w->known & MINRISK_KNOWS_PERMANENT), !a->to_horizon, "permanent");
    if (a->to_horizon)
        assert_begin(w->permanent, r, last);
    if (kept == lasting(&r->more)) {
        assert_case(!(w->known & MINRISK_KNOWS_SUSTAINED), kept == a->windows, "sustained");
        if (kept < a->windows)
            assert_begin(w->sustained, r, kept);
    }
}

/* --- what binds -------------------------------------------------------------------------------- */

/* The condition that `begin` says is met last, the lowest of those of one event; -1 if that is a
 * matter of rounding. */
static int last_of(const double *begin)
{
    size_t last = 0;
    for (size_t i = 1; i < c.conditions; i++)
        if (begin[i] > begin[last])
            last = i;
    for (size_t i = 0; i < c.conditions; i++)
        if (i != last && begin[last] - begin[i] < NEAR &&
            (begin[i] < begin[last] || !pipeline_oracle_is_event(begin[i])))
            return -1;
    return (int)last;
}

/* Before the first window of all, each one's own spell that it lies in; or its own first. */
static void compare_binding(const reference *r, const minrisk_when *w)
{
    double begin[PIPELINE_CONDITIONS];
    int last;
    for (size_t i = 0; i < c.conditions; i++) {
        const reference own = ask(i);
        const pipeline_answer *a = &own.exact;
        size_t at = 0;
        if (!is_clear(&own))
            return;
        if (a->windows == 0) {
            if (r->exact.windows == 0) { /* never is last of all */
                assert_case(w->binding, i, "binding");
                count.bindings++;
            }
            return;
        }
        while (r->exact.windows > 0 && at + 1 < a->windows && a->begin[at + 1] <= w->first + NEAR)
            at++;
        begin[i] = a->begin[at];
    }
    last = last_of(begin);
    if (last >= 0) {
        assert_case(w->binding, last, "binding");
        count.bindings++;
    }
}

static void compare_when(void)
{
    minrisk_when when;
    reference r;
    pipeline_oracle_take(&c, 0, c.horizon);
    r = ask(PIPELINE_ALL);
    assert_int_equal(minrisk_when_met(&c.projects, c.condition, c.conditions, c.dwell, c.horizon,
                                      work, WORK, &when),
                     MINRISK_OK);
    if (!is_clear(&r)) {
        count.narrow += r.exact.narrow != 0;
        return;
    }
    compare_times(&r, &when);
    compare_binding(&r, &when);
    count.clear++;
    count.several += r.exact.windows > 1;
    for (size_t i = 0; i < c.conditions; i++)
        count.kinds[c.condition[i].kind]++;
}

/* --- what is lacking --------------------------------------------------------------------------- */

static void compare_deficit(size_t condition)
{
    const double from = pipeline_years(&c, &source, 10),
                 to = from + pipeline_years(&c, &source, 12);
    double deficit = -1;
    pipeline_oracle_take(&c, from, to);
    assert_int_equal(
        minrisk_deficit(&c.projects, &c.condition[condition], from, to, work, WORK, &deficit),
        MINRISK_OK);
    assert_near(deficit, pipeline_oracle_deficit(condition),
                1e-13 * pipeline_scale(&c) * (1 + to - from));
}

static void compare_outlook(size_t condition)
{
    double year[SPANS], supply[SPANS], need[SPANS], dependence[SPANS];
    for (size_t i = 0; i < SPANS; i++)
        year[i] = pipeline_years(&c, &source, 20) - 2;
    assert_int_equal(minrisk_outlook(&c.projects, &c.condition[condition], year, SPANS, work, WORK,
                                     supply, need, dependence),
                     MINRISK_OK);
    for (size_t i = 0; i < SPANS; i++) {
        const double error = 1e-13 * (1 + pipeline_scale(&c));
        double gives, lacks, all;
        pipeline_oracle_at(&c, condition, year[i], &gives, &lacks, &all);
        assert_near(supply[i], gives, error);
        assert_near(need[i], lacks, error);
        assert_near(dependence[i] * all, larger(0, all > 0 ? lacks - gives : 0), error);
    }
}

static void pipelines(void **state)
{
    const size_t cases = numeric_cases() / CASES_PER_PIPELINE;
    (void)state;
    pipeline_oracle_open();
    for (count.cases = 0; count.cases < cases; count.cases++) {
        pipeline_draw(&c, &source);
        compare_when();
        for (size_t i = 0; i < c.conditions; i++)
            if (c.condition[i].kind == MINRISK_COVERAGE ||
                c.condition[i].kind == MINRISK_RELIANCE) {
                compare_deficit(i);
                compare_outlook(i);
            }
    }
    pipeline_oracle_close();
    print_message("%zu pipelines, %zu clear, %zu just met, %zu of several windows, %zu undefined, "
                  "%zu of a narrow HHI left, %zu bindings, %zu times that a slack moves far\n",
                  cases, count.clear, count.touches, count.several, count.undefined, count.narrow,
                  count.bindings, count.wide);
    assert_true(count.clear > cases / 10 * 9 && count.touches > cases / 50);
    assert_true(count.several > cases / 50 && count.bindings > cases / 2);
    for (size_t kind = MINRISK_COVERAGE; kind <= MINRISK_BRIDGED; kind++)
        assert_true(count.kinds[kind] > cases / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pipelines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
