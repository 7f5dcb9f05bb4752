/* SPDX-License-Identifier: MIT */
/* The contract of what pipeline.h has beyond coverage, and of outlook.h: shapes, countries, stages,
 * waiting projects, and every kind of condition. */
#include "contract/defects.h"

enum { ROWS = 2, KNOTS = 3, WORK = 400, YEARS = 2 };

typedef struct call {
    double start[ROWS], ramp[ROWS], capacity[ROWS];
    uint32_t stage[ROWS], country[ROWS], shape[ROWS];
    size_t after[ROWS];
    double time[KNOTS], part[KNOTS], yield[2], weight[2];
    minrisk_shape shapes[1];
    double need_year[1], need[1];
    minrisk_projects projects;
    minrisk_condition condition;
    double year[YEARS], from, to;
    size_t years;
    const minrisk_projects *projects_given;
    const minrisk_condition *condition_given;
    const double *year_given;
    double work[WORK], *work_given;
    size_t work_len;
    int without_output;
    union {
        minrisk_when when;
        double values[3][YEARS];
    } out;
} call;

static void make_valid(call *c)
{
    static const call valid = {.ramp = {2, 3},
                               .capacity = {5, 6},
                               .stage = {0, 1},
                               .country = {1, 0},
                               .after = {0, 0},
                               .time = {0, .5, 1},
                               .part = {0, 1, .5},
                               .yield = {.5, 1},
                               .weight = {1, .5},
                               .need = {4},
                               .year = {3, 1},
                               .from = 1,
                               .to = 9,
                               .years = YEARS};
    *c = valid;
    c->shapes[0].knots = KNOTS;
    c->shapes[0].time = c->time;
    c->shapes[0].part = c->part;
    c->projects.count = ROWS;
    c->projects.start = c->start;
    c->projects.ramp = c->ramp;
    c->projects.capacity = c->capacity;
    c->projects.stage = c->stage;
    c->projects.country = c->country;
    c->projects.countries = 2;
    c->projects.starts_after = c->after;
    c->projects.shape = c->shape;
    c->projects.shapes = c->shapes;
    c->projects.shape_count = 1;
    c->projects.stage_yield = c->yield;
    c->projects.stages = 2;
    c->condition.kind = MINRISK_COVERAGE;
    c->condition.fraction = .5;
    c->condition.knots = 1;
    c->condition.need_year = c->need_year;
    c->condition.need = c->need;
    c->condition.weight = c->weight;
    c->condition.recovered = .1;
    c->condition.lifetime = 4;
    c->projects_given = &c->projects;
    c->condition_given = &c->condition;
    c->year_given = c->year;
    c->work_given = c->work;
    c->work_len = WORK;
    fill_pattern(c->work, sizeof c->work);
    fill_pattern(&c->out, sizeof c->out);
}

/* --- the three functions ---------------------------------------------------------------------- */

enum { MET = 1, OUTLOOK = 2, DEFICIT = 4, ALL = 7 };

static minrisk_status run(int function, call *c)
{
    if (function == MET)
        return minrisk_when_met(c->projects_given, c->condition_given, 1, c->from, c->to,
                                c->work_given, c->work_len,
                                c->without_output ? NULL : &c->out.when);
    if (function == OUTLOOK)
        return minrisk_outlook(c->projects_given, c->condition_given, c->year_given, c->years,
                               c->work_given, c->work_len, c->out.values[0], c->out.values[1],
                               c->out.values[2]);
    return minrisk_deficit(c->projects_given, c->condition_given, c->from, c->to, c->work_given,
                           c->work_len, c->without_output ? NULL : c->out.values[0]);
}

/* --- what can be wrong ------------------------------------------------------------------------ */

/* One way to break a call for the functions that can have it. A column is where the value is in the
 * call, so that two defects of one column hide each other. */
typedef struct defect {
    int functions;
    minrisk_status status;
    size_t column;
    enum { POINTER, COUNT_OF, INTEGER, WORD, REAL } type;
    double value;
} defect;

#define AT(member) offsetof(call, member)

static const double nan_value = (double)NAN;

static const defect defects[] = {
    {ALL, MINRISK_E_NULL, AT(projects_given), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(condition_given), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(work_given), POINTER, 0},
    {OUTLOOK, MINRISK_E_NULL, AT(year_given), POINTER, 0},
    {MET | DEFICIT, MINRISK_E_NULL, AT(without_output), INTEGER, 1},
    {ALL, MINRISK_E_NULL, AT(projects.start), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(projects.shapes), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(shapes[0].time), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(shapes[0].part), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(condition.need), POINTER, 0},
    {ALL, MINRISK_E_NULL, AT(condition.need_year), POINTER, 0},
    {ALL, MINRISK_E_SIZE, AT(shapes[0].knots), COUNT_OF, 1},
    {ALL, MINRISK_E_SIZE, AT(shapes[0].knots), COUNT_OF, 0},
    {ALL, MINRISK_E_SIZE, AT(condition.knots), COUNT_OF, 0},
    {ALL, MINRISK_E_SIZE, AT(work_len), COUNT_OF, 1},
    {OUTLOOK, MINRISK_E_SIZE, AT(years), COUNT_OF, 0},
    {ALL, MINRISK_E_PARAM, AT(condition.kind), INTEGER, 9},
    {ALL, MINRISK_E_PARAM, AT(condition.kind), INTEGER, 0},
    {OUTLOOK | DEFICIT, MINRISK_E_PARAM, AT(condition.kind), INTEGER, MINRISK_WITHOUT_ONE},
    {OUTLOOK | DEFICIT, MINRISK_E_PARAM, AT(condition.kind), INTEGER, MINRISK_BRIDGED},
    {ALL, MINRISK_E_PARAM, AT(condition.kind), INTEGER, MINRISK_SHARE},
    {ALL, MINRISK_E_PARAM, AT(condition.kind), INTEGER, MINRISK_LARGEST_SHARE},
    {ALL, MINRISK_E_PARAM, AT(condition.fraction), REAL, 1.5},
    {ALL, MINRISK_E_PARAM, AT(condition.substituted), REAL, -.5},
    {ALL, MINRISK_E_PARAM, AT(condition.recovered), REAL, 1.5},
    {ALL, MINRISK_E_PARAM, AT(condition.lifetime), REAL, HUGE_VAL},
    {ALL, MINRISK_E_PARAM, AT(condition.stock), REAL, -1},
    {MET | DEFICIT, MINRISK_E_PARAM, AT(from), REAL, -1},
    {MET | DEFICIT, MINRISK_E_PARAM, AT(to), REAL, HUGE_VAL},
    {ALL, MINRISK_E_DATA, AT(country[1]), WORD, 2},
    {ALL, MINRISK_E_DATA, AT(stage[1]), WORD, 2},
    {ALL, MINRISK_E_DATA, AT(shape[1]), WORD, 1},
    {ALL, MINRISK_E_DATA, AT(after[0]), COUNT_OF, 1},
    {ALL, MINRISK_E_DATA, AT(yield[1]), REAL, 1.5},
    {ALL, MINRISK_E_DATA, AT(weight[1]), REAL, -1},
    {ALL, MINRISK_E_DATA, AT(time[0]), REAL, .25},
    {ALL, MINRISK_E_DATA, AT(time[1]), REAL, 2},
    {ALL, MINRISK_E_DATA, AT(time[2]), REAL, .75},
    {ALL, MINRISK_E_DATA, AT(time[2]), REAL, .25},
    {ALL, MINRISK_E_DATA, AT(part[1]), REAL, 1.5},
    {OUTLOOK, MINRISK_E_DATA, AT(year[1]), REAL, HUGE_VAL},
};

static void break_call(call *c, const defect *d)
{
    unsigned char *at = (unsigned char *)c + d->column;
    const size_t count = d->type == COUNT_OF ? (size_t)d->value : 0;
    const int32_t integer = d->type == INTEGER ? (int32_t)d->value : 0;
    const uint32_t word = d->type == WORD ? (uint32_t)d->value : 0;
    const void *const nothing = NULL;
    switch (d->type) {
    case POINTER:
        memcpy(at, &nothing, sizeof nothing);
        break;
    case COUNT_OF:
        memcpy(at, &count, sizeof count);
        break;
    case INTEGER:
        memcpy(at, &integer, sizeof integer);
        break;
    case WORD:
        memcpy(at, &word, sizeof word);
        break;
    case REAL:
        memcpy(at, &d->value, sizeof d->value);
        break;
    }
}

static void assert_refused(int function, call *c, minrisk_status expected)
{
    static call before;
    memcpy(&before, c, sizeof before);
    assert_int_equal(run(function, c), expected);
    assert_true(is_pattern(&c->out, sizeof c->out));
    memcpy(before.work, c->work, sizeof before.work);
    assert_memory_equal(c, &before, sizeof before);
}

/* A share may be asked for without a need. */
static int hides(const defect *d, const defect *other)
{
    return d->column == other->column ||
           (d->column == AT(condition.kind) &&
            (other->column == AT(condition.knots) || other->column == AT(condition.need) ||
             other->column == AT(condition.need_year)));
}

static void refused_in_order(void **state)
{
    static call c;
    (void)state;
    for (int function = MET; function <= DEFICIT; function *= 2)
        for (size_t i = 0; i < COUNT(defects); i++)
            for (size_t j = i; j < COUNT(defects); j++) {
                if (!(defects[i].functions & defects[j].functions & function) ||
                    (i != j &&
                     (hides(&defects[i], &defects[j]) || hides(&defects[j], &defects[i]))))
                    continue;
                make_valid(&c);
                break_call(&c, &defects[i]);
                break_call(&c, &defects[j]);
                assert_refused(function, &c, first_status(defects[i].status, defects[j].status));
            }
}

static void accepted(void **state)
{
    static call c;
    (void)state;
    for (int function = MET; function <= DEFICIT; function *= 2) {
        make_valid(&c);
        c.work_len = minrisk_when_met_workspace(&c.projects, &c.condition, 1);
        assert_int_equal(run(function, &c), MINRISK_OK);
        assert_true(is_pattern(c.work + c.work_len, (WORK - c.work_len) * sizeof *c.work));
    }
    make_valid(&c);
    c.year[0] = nan_value;
    assert_int_equal(run(OUTLOOK, &c), MINRISK_E_DATA);
    make_valid(&c);
    assert_int_equal(
        minrisk_outlook(&c.projects, &c.condition, c.year, 1, c.work, WORK, NULL, NULL, NULL),
        MINRISK_OK);
}

/* A relation between scalars comes after the data. */
static void a_span_that_runs_back(void **state)
{
    static call c;
    (void)state;
    make_valid(&c);
    c.from = 9.5;
    assert_refused(DEFICIT, &c, MINRISK_E_PARAM);
    c.weight[0] = 2;
    assert_refused(DEFICIT, &c, MINRISK_E_DATA);
    c.weight[0] = 1;
    c.from = 9;
    assert_int_equal(run(DEFICIT, &c), MINRISK_OK);
}

/* --- kinds and their needs -------------------------------------------------------------------- */

static minrisk_status ask(int32_t kind, size_t knots, double recovered, uint32_t at_least)
{
    static call c;
    make_valid(&c);
    c.condition.kind = kind;
    c.condition.knots = knots;
    c.condition.recovered = recovered;
    c.condition.suppliers = at_least;
    if (knots == 0)
        c.condition.need = c.condition.need_year = NULL;
    c.work_len = WORK;
    return run(MET, &c);
}

static void needs_of_kinds(void **state)
{
    (void)state;
    for (int32_t kind = MINRISK_COVERAGE; kind <= MINRISK_BRIDGED; kind++) {
        int of_supply = kind == MINRISK_HHI_AT_MOST || kind == MINRISK_SUPPLIERS;
        int of_either = kind == MINRISK_SHARE || kind == MINRISK_LARGEST_SHARE;
        assert_int_equal(ask(kind, 1, 0, 1), of_supply ? MINRISK_E_SIZE : MINRISK_OK);
        assert_int_equal(ask(kind, 0, 0, 1), of_supply || of_either ? MINRISK_OK : MINRISK_E_NULL);
        assert_int_equal(ask(kind, !of_supply, .5, 1),
                         of_supply || of_either ? MINRISK_E_PARAM : MINRISK_OK);
    }
    assert_int_equal(ask(MINRISK_SUPPLIERS, 0, 0, 0), MINRISK_E_PARAM);
    assert_int_equal(ask(MINRISK_HHI_AT_MOST, 0, 0, 0), MINRISK_OK);
}

/* --- lengths ---------------------------------------------------------------------------------- */

static size_t room(const call *c)
{
    return minrisk_when_met_workspace(&c->projects, &c->condition, 1);
}

/* One project of the stage; shapes of three knots: (2 * 3 + 3) P + 2 L + 37 G and P in all. */
static void lengths_of_the_workspace(void **state)
{
    static call c;
    (void)state;
    make_valid(&c);
    assert_int_equal(room(&c), 9 + 4 + 37 + 2);
    c.condition.recovered = 0;
    assert_int_equal(room(&c), 9 + 2 + 37 + 2);
    c.condition.kind = MINRISK_SHARE;
    assert_int_equal(room(&c), 9 + 2 + 74 + 2);
    c.projects.countries = 7;
    c.condition.kind = MINRISK_LARGEST_SHARE;
    assert_int_equal(room(&c), 9 + 2 + 7 * 37 + 2);
    c.projects.country = NULL;
    assert_int_equal(room(&c), 9 + 2 + 37 + 2);
    c.projects.starts_after = NULL;
    c.projects.shape = NULL;
    assert_int_equal(room(&c), 7 + 2 + 37);
    make_valid(&c);
    c.condition.kind = MINRISK_WITHOUT_ONE;
    c.projects.countries = SIZE_MAX / 30;
    assert_true(room(&c) == SIZE_MAX);
    c.projects.countries = SIZE_MAX / 8 / 37 + 1;
    assert_true(room(&c) == SIZE_MAX);
    make_valid(&c);
    c.shapes[0].knots = SIZE_MAX;
    assert_true(room(&c) == SIZE_MAX);
    c.projects.shapes = NULL;
    assert_true(room(&c) == SIZE_MAX);
    make_valid(&c);
    c.condition.knots = SIZE_MAX / 2 + 1;
    assert_true(room(&c) == SIZE_MAX);
}

/* --- growing markets -------------------------------------------------------------------------- */

static void growing_market(void **state)
{
    double supply[] = {90, 10}, growth[] = {0, .25};
    minrisk_when when;
    (void)state;
    fill_pattern(&when, sizeof when);
    assert_int_equal(minrisk_when_hhi(NULL, growth, 0, 2, -1, &when), MINRISK_E_NULL);
    assert_int_equal(minrisk_when_hhi(supply, NULL, 0, 2, -1, &when), MINRISK_E_NULL);
    assert_int_equal(minrisk_when_hhi(supply, growth, 0, 2, -1, NULL), MINRISK_E_NULL);
    assert_int_equal(minrisk_when_hhi(supply, growth, 0, 2, -1, &when), MINRISK_E_SIZE);
    supply[1] = -1;
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, 1.5, 9, &when), MINRISK_E_PARAM);
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, nan_value, 9, &when), MINRISK_E_PARAM);
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, .5, HUGE_VAL, &when), MINRISK_E_PARAM);
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, .5, -1, &when), MINRISK_E_PARAM);
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, .5, 9, &when), MINRISK_E_DATA);
    supply[1] = 10;
    growth[0] = -1;
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, .5, 9, &when), MINRISK_E_DATA);
    growth[0] = HUGE_VAL;
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, .5, 9, &when), MINRISK_E_DATA);
    assert_true(is_pattern(&when, sizeof when));
    growth[0] = 0;
    assert_int_equal(minrisk_when_hhi(supply, growth, 2, .5, 9, &when), MINRISK_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order),         cmocka_unit_test(accepted),
        cmocka_unit_test(a_span_that_runs_back),    cmocka_unit_test(needs_of_kinds),
        cmocka_unit_test(lengths_of_the_workspace), cmocka_unit_test(growing_market),
    };
    return cmocka_run_group_tests_name("contract_conditions", tests, NULL, NULL);
}
