/* SPDX-License-Identifier: MIT */
/* The contract of pipeline.h. */
#include "contract/defects.h"

enum { ROWS = 3, CONDITIONS = 2, SPARE = 4, WORK = 240, MOST_DEFECTS = 200 };
enum input { START, RAMP, CAPACITY, LIFE, PROJECT_SHARE, YEAR, NEED, INPUTS };

/* One call, of either function: minrisk_when_covered takes the first condition's need. */
typedef struct call {
    double storage[INPUTS][ROWS];
    uint32_t stage_storage[ROWS];
    minrisk_projects projects;
    minrisk_condition condition[CONDITIONS];
    const minrisk_projects *projects_given;
    const minrisk_condition *conditions_given;
    size_t conditions;
    double dwell, horizon;
    double work[WORK];
    double *work_given;
    size_t work_len;
    minrisk_when when;
    minrisk_when *when_given;
} call;

enum target {
    INPUT,
    SECOND_NEED,
    WORK_GIVEN,
    WHEN,
    PROJECTS,
    ALL_CONDITIONS,
    NO_CONDITIONS,
    KNOTS,
    SECOND_KNOTS,
    COUNT_OF_PROJECTS,
    WORK_LEN,
    DWELL,
    LENGTH,
    KIND,
    FRACTION,
    ELEMENT
};

typedef struct defect {
    enum target target;
    enum input input;
    size_t index;
    double value;
    minrisk_status status;
    int only_met; /* a defect that minrisk_when_covered cannot have */
} defect;

static defect defects[MOST_DEFECTS];
static size_t defect_count;

static void add(enum target target, enum input input, size_t index, double value,
                minrisk_status status, int only_met)
{
    const defect d = {target, input, index, value, status, only_met};
    assert_true(defect_count < MOST_DEFECTS);
    defects[defect_count++] = d;
}

static void add_pointers(void)
{
    static const enum input needed[] = {START, RAMP, CAPACITY, YEAR, NEED};
    for (size_t i = 0; i < COUNT(needed); i++)
        add(INPUT, needed[i], 0, 0, MINRISK_E_NULL, 0);
    add(WORK_GIVEN, START, 0, 0, MINRISK_E_NULL, 0);
    add(WHEN, START, 0, 0, MINRISK_E_NULL, 0);
    add(PROJECTS, START, 0, 0, MINRISK_E_NULL, 1);
    add(ALL_CONDITIONS, START, 0, 0, MINRISK_E_NULL, 1);
    add(SECOND_NEED, YEAR, 0, 0, MINRISK_E_NULL, 1);
    add(SECOND_NEED, NEED, 0, 0, MINRISK_E_NULL, 1);
}

static void add_counts(void)
{
    static const size_t huge[] = {SIZE_MAX, SIZE_MAX / 2, SIZE_MAX / 8, SIZE_MAX / 8 / 2 + 1};
    add(NO_CONDITIONS, START, 0, 0, MINRISK_E_SIZE, 1);
    add(KNOTS, START, 0, 0, MINRISK_E_SIZE, 0);
    add(SECOND_KNOTS, START, 0, 0, MINRISK_E_SIZE, 1);
    add(WORK_LEN, START, 0, 0, MINRISK_E_SIZE, 0);
    for (size_t i = 0; i < COUNT(huge); i++) {
        add(KNOTS, START, huge[i], 0, MINRISK_E_SIZE, 0);
        add(SECOND_KNOTS, START, huge[i], 0, MINRISK_E_SIZE, 1);
        add(COUNT_OF_PROJECTS, START, huge[i], 0, MINRISK_E_SIZE, 0);
    }
    add(COUNT_OF_PROJECTS, START, SIZE_MAX / 8 / 7 + 1, 0, MINRISK_E_SIZE, 0);
}

static void add_scalars(void)
{
    static const double bad[] = {(double)NAN, HUGE_VAL, -HUGE_VAL, -1, -4.9e-324};
    for (size_t i = 0; i < COUNT(bad); i++) {
        add(DWELL, START, 0, bad[i], MINRISK_E_PARAM, 0);
        add(LENGTH, START, 0, bad[i], MINRISK_E_PARAM, 0);
        add(FRACTION, START, i % CONDITIONS, bad[i], MINRISK_E_PARAM, 1);
    }
    add(FRACTION, START, 1, 1.0000000000000002, MINRISK_E_PARAM, 1);
    add(KIND, START, 0, 0, MINRISK_E_PARAM, 1);
    add(KIND, START, 1, 9, MINRISK_E_PARAM, 1);
    add(KIND, START, 1, -1, MINRISK_E_PARAM, 1);
}

static void add_elements(void)
{
    static const double nowhere[] = {(double)NAN, -HUGE_VAL};
    for (int input = START; input < INPUTS; input++)
        for (size_t row = 0; row < ROWS; row++) {
            enum input which = (enum input)input;
            int only_met = which == PROJECT_SHARE;
            for (size_t i = 0; i < COUNT(nowhere); i++)
                add(ELEMENT, which, row, nowhere[i], MINRISK_E_DATA, only_met);
            if (which != LIFE)
                add(ELEMENT, which, row, HUGE_VAL, MINRISK_E_DATA, only_met);
            if (which != START && which != YEAR)
                add(ELEMENT, which, row, -4.9e-324, MINRISK_E_DATA, only_met);
        }
    add(ELEMENT, PROJECT_SHARE, 2, 1.0000000000000002, MINRISK_E_DATA, 1);
    add(ELEMENT, YEAR, 0, 4.0000000000000009, MINRISK_E_DATA, 0); /* descends to 4 */
    add(ELEMENT, YEAR, 2, 3.9999999999999996, MINRISK_E_DATA, 0);
}

static int list_defects(void **state)
{
    (void)state;
    defect_count = 0;
    add_pointers();
    add_counts();
    add_scalars();
    add_elements();
    return 0;
}

static void make_valid(call *c)
{
    static const double valid[INPUTS][ROWS] = {{-2, 0, 5},        {0, 2, 1},  {-0.0, 30, 40},
                                               {9, HUGE_VAL, 12}, {1, .5, 0}, {0, 4, 4},
                                               {60, 50, 0}};
    static const uint32_t stage[ROWS] = {0, 1, 77}; /* no condition speaks of stage 77 */
    memset(c, 0, sizeof *c);
    memcpy(c->storage, valid, sizeof valid);
    memcpy(c->stage_storage, stage, sizeof stage);
    c->projects.count = ROWS;
    c->projects.start = c->storage[START];
    c->projects.ramp = c->storage[RAMP];
    c->projects.capacity = c->storage[CAPACITY];
    c->projects.life = c->storage[LIFE];
    c->projects.share = c->storage[PROJECT_SHARE];
    c->projects.stage = c->stage_storage;
    for (uint32_t i = 0; i < CONDITIONS; i++) {
        const minrisk_condition condition = {.kind = MINRISK_COVERAGE,
                                             .stage = i,
                                             .fraction = .5,
                                             .knots = ROWS,
                                             .need_year = c->storage[YEAR],
                                             .need = c->storage[NEED]};
        c->condition[i] = condition;
    }
    c->projects_given = &c->projects;
    c->conditions_given = c->condition;
    c->conditions = CONDITIONS;
    c->dwell = 1;
    c->horizon = 20;
    fill_pattern(c->work, sizeof c->work);
    fill_pattern(&c->when, sizeof c->when);
    c->work_given = c->work;
    c->when_given = &c->when;
}

static size_t covered_need(const call *c)
{
    return minrisk_when_covered_workspace(c->projects.count, c->condition[0].knots);
}

static size_t met_need(const call *c)
{
    return minrisk_when_met_workspace(&c->projects, c->condition, c->conditions);
}

static void drop_input(call *c, enum input input)
{
    switch (input) {
    case START:
        c->projects.start = NULL;
        break;
    case RAMP:
        c->projects.ramp = NULL;
        break;
    case CAPACITY:
        c->projects.capacity = NULL;
        break;
    case YEAR:
        c->condition[0].need_year = NULL;
        break;
    case NEED:
        c->condition[0].need = NULL;
        break;
    default:
        fail();
        break;
    }
}

/* A count that overflows comes with a workspace that claims to be as long as any can be. */
static void set_count(call *c, size_t *count, size_t value)
{
    *count = value;
    if (value != 0)
        c->work_len = SIZE_MAX;
}

static void break_call(call *c, const defect *d)
{
    minrisk_condition *second = &c->condition[1];
    switch (d->target) {
    case INPUT:
        drop_input(c, d->input);
        break;
    case SECOND_NEED:
        *(d->input == YEAR ? &second->need_year : &second->need) = NULL;
        break;
    case WORK_GIVEN:
        c->work_given = NULL;
        break;
    case WHEN:
        c->when_given = NULL;
        break;
    case PROJECTS:
        c->projects_given = NULL;
        break;
    case ALL_CONDITIONS:
        c->conditions_given = NULL;
        break;
    case NO_CONDITIONS:
        c->conditions = 0;
        break;
    case KNOTS:
        set_count(c, &c->condition[0].knots, d->index);
        break;
    case SECOND_KNOTS:
        set_count(c, &second->knots, d->index);
        break;
    case COUNT_OF_PROJECTS:
        set_count(c, &c->projects.count, d->index);
        break;
    case WORK_LEN:
        c->work_len -= 1;
        break;
    case DWELL:
        c->dwell = d->value;
        break;
    case LENGTH:
        c->horizon = d->value;
        break;
    case KIND:
        c->condition[d->index].kind = (int32_t)d->value;
        break;
    case FRACTION:
        c->condition[d->index].fraction = d->value;
        break;
    case ELEMENT:
        c->storage[d->input][d->index] = d->value;
        break;
    }
}

static minrisk_status run_covered(call *c)
{
    const minrisk_condition *need = &c->condition[0];
    return minrisk_when_covered(c->projects.start, c->projects.ramp, c->projects.capacity,
                                c->projects.life, c->projects.count, need->need_year, need->need,
                                need->knots, c->dwell, c->horizon, c->work_given, c->work_len,
                                c->when_given);
}

static minrisk_status run_met(call *c)
{
    return minrisk_when_met(c->projects_given, c->conditions_given, c->conditions, c->dwell,
                            c->horizon, c->work_given, c->work_len, c->when_given);
}

static const struct {
    const char *name;
    minrisk_status (*run)(call *);
    size_t (*need)(const call *);
    int met;
} functions[] = {
    {"minrisk_when_covered", run_covered, covered_need, 0},
    {"minrisk_when_met", run_met, met_need, 1},
};

static void assert_inputs_unchanged(const call *after, const call *before)
{
    assert_memory_equal(after->storage, before->storage, sizeof before->storage);
    assert_memory_equal(after->stage_storage, before->stage_storage, sizeof before->stage_storage);
    assert_memory_equal(&after->projects, &before->projects, sizeof before->projects);
    assert_memory_equal(after->condition, before->condition, sizeof before->condition);
}

static void assert_refused(size_t f, call *c, minrisk_status expected)
{
    static call before;
    memcpy(&before, c, sizeof before);
    assert_case(functions[f].run(c), expected, functions[f].name);
    assert_case(is_pattern(&c->when, sizeof c->when), 1, functions[f].name);
    assert_inputs_unchanged(c, &before);
}

/* Without conditions their members are not read; and two elements may be one and the same. */
static int hides(const defect *d, const defect *other)
{
    if (d->target == NO_CONDITIONS)
        return other->target == INPUT || other->target == SECOND_NEED;
    return d != other && d->target == ELEMENT && other->target == ELEMENT &&
           d->input == other->input && d->index == other->index;
}

static void refused_in_order_with_nothing_written(void **state)
{
    static call c;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++)
        for (size_t i = 0; i < defect_count; i++)
            for (size_t j = i; j < defect_count; j++) {
                if (!functions[f].met && (defects[i].only_met || defects[j].only_met))
                    continue;
                if (hides(&defects[i], &defects[j]) || hides(&defects[j], &defects[i]))
                    continue;
                make_valid(&c);
                c.work_len = functions[f].need(&c);
                break_call(&c, &defects[i]);
                if (i != j)
                    break_call(&c, &defects[j]);
                assert_refused(f, &c, first_status(defects[i].status, defects[j].status));
            }
}

/* A workspace that is too short is refused with nothing written in it either. */
static void a_short_workspace_is_untouched(void **state)
{
    static call c;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++) {
        make_valid(&c);
        for (size_t len = 0; len < functions[f].need(&c); len++) {
            c.work_len = len;
            assert_refused(f, &c, MINRISK_E_SIZE);
            assert_true(is_pattern(c.work, sizeof c.work));
        }
    }
}

static void accepted_with_inputs_unchanged(void **state)
{
    static call c, before;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++) {
        size_t need;
        make_valid(&c);
        need = functions[f].need(&c);
        assert_true(need + SPARE <= WORK);
        c.work_len = need;
        memcpy(&before, &c, sizeof before);
        assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
        assert_inputs_unchanged(&c, &before);
        assert_false(is_pattern(&c.when, sizeof(int32_t)));
        assert_true(is_pattern(c.work + need, (WORK - need) * sizeof *c.work));
    }
}

/* What is optional is optional: no closures, all of the capacity, one stage, no projects. */
static void accepted_without_what_is_optional(void **state)
{
    static call c;
    (void)state;
    for (size_t f = 0; f < COUNT(functions); f++) {
        make_valid(&c);
        c.projects.life = NULL;
        c.projects.share = NULL;
        c.projects.stage = NULL;
        c.work_len = functions[f].need(&c);
        assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
        c.projects.count = 0;
        c.projects.start = c.projects.ramp = c.projects.capacity = NULL;
        assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
        c.horizon = 0;
        c.dwell = 0;
        assert_case(functions[f].run(&c), MINRISK_OK, functions[f].name);
    }
}

static void workspace_of_covered(void **state)
{
    const size_t most = SIZE_MAX / sizeof(double);
    (void)state;
    for (size_t projects = 0; projects < 40; projects++)
        for (size_t knots = 0; knots < 40; knots++)
            assert_int_equal(minrisk_when_covered_workspace(projects, knots),
                             7 * projects + 2 * knots + 37);
    assert_true(minrisk_when_covered_workspace((most - 37) / 7, 0) == (most - 37) / 7 * 7 + 37);
    assert_true(minrisk_when_covered_workspace((most - 37) / 7 + 1, 0) == SIZE_MAX);
    assert_true(minrisk_when_covered_workspace(0, (most - 37) / 2) == (most - 37) / 2 * 2 + 37);
    assert_true(minrisk_when_covered_workspace(0, (most - 37) / 2 + 1) == SIZE_MAX);
    assert_true(minrisk_when_covered_workspace((most - 37) / 7, 4) == SIZE_MAX);
    assert_true(minrisk_when_covered_workspace(SIZE_MAX, SIZE_MAX) == SIZE_MAX);
    assert_true(minrisk_when_covered_workspace(SIZE_MAX, 0) == SIZE_MAX);
    assert_true(minrisk_when_covered_workspace(SIZE_MAX / 7 + 1, 0) == SIZE_MAX);
    assert_true(minrisk_when_covered_workspace(0, SIZE_MAX / 2 + 1) == SIZE_MAX);
}

static void workspace_of_met(void **state)
{
    static call c;
    (void)state;
    make_valid(&c);
    c.condition[1].knots = 9;
    c.stage_storage[2] = 1; /* one project in stage 0, two in stage 1 */
    assert_int_equal(minrisk_when_met_workspace(&c.projects, c.condition, 1), 7 + 2 * ROWS + 37);
    assert_int_equal(minrisk_when_met_workspace(&c.projects, c.condition + 1, 1),
                     7 * 2 + 2 * 9 + 37);
    assert_int_equal(minrisk_when_met_workspace(&c.projects, c.condition, 2),
                     7 * 2 + 2 * 9 + 37 + 6 * (3 + ROWS + 2));
    c.projects.stage = NULL; /* all three in stage 0 */
    assert_int_equal(minrisk_when_met_workspace(&c.projects, c.condition, 1),
                     7 * ROWS + 2 * ROWS + 37);
    assert_int_equal(minrisk_when_met_workspace(&c.projects, c.condition, 2),
                     7 * ROWS + 2 * ROWS + 37 + 6 * (3 * ROWS + ROWS + 2));
    c.projects.stage = c.stage_storage;
    assert_true(minrisk_when_met_workspace(NULL, c.condition, 2) == SIZE_MAX);
    assert_true(minrisk_when_met_workspace(&c.projects, NULL, 2) == SIZE_MAX);
    c.condition[1].knots = SIZE_MAX / 8;
    assert_true(minrisk_when_met_workspace(&c.projects, c.condition, 2) == SIZE_MAX);
    c.condition[1].knots = 1;
    c.projects.count = SIZE_MAX / 8;
    assert_true(minrisk_when_met_workspace(&c.projects, c.condition, 2) == SIZE_MAX);
    assert_true(minrisk_when_met_workspace(&c.projects, c.condition, 1) == SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_in_order_with_nothing_written),
        cmocka_unit_test(a_short_workspace_is_untouched),
        cmocka_unit_test(accepted_with_inputs_unchanged),
        cmocka_unit_test(accepted_without_what_is_optional),
        cmocka_unit_test(workspace_of_covered),
        cmocka_unit_test(workspace_of_met),
    };
    return cmocka_run_group_tests_name("contract_pipeline", tests, list_defects, NULL);
}
