/* SPDX-License-Identifier: MIT */
/* The EU's table of 2023, as transcribed in examples/data: what follows from the method holds in it,
 * and the slips of the table are told one by one. */
#include <stdlib.h>
#include <string.h>

#include "minrisk.h"
#include "support/check.h"
#include "vectors/reader.h"

enum { ROWS = 90, MOST_ROWS = 100 };
enum column {
    NAME,
    RISK,
    IMPORTANCE,
    USED_STAGE,
    STAGES,
    SUPPLY_PRIMARY,
    RISK_PRIMARY,
    SUPPLY_REFINED,
    RISK_REFINED,
    SI_EI,
    SI_SR,
    RELIANCE_PRIMARY,
    RELIANCE_REFINED,
    END_OF_LIFE,
    COLUMNS
};

static char *text;
static char *row[MOST_ROWS][COLUMNS];
static size_t rows;

/* Whether a field is a number, and nothing else. */
static int number_of(const char *field, double *x)
{
    char *end;
    *x = strtod(field, &end);
    return end != field && *end == '\0';
}

static double number_in(size_t r, enum column c)
{
    double x = -1;
    assert_true(number_of(row[r][c], &x));
    return x;
}

static size_t row_of(const char *name)
{
    size_t r = 0;
    while (r < rows && strcmp(row[r][NAME], name) != 0)
        r++;
    assert_true(r < rows);
    return r;
}

static minrisk_eu_verdict verdict_of(size_t r, const double *stage, size_t stages)
{
    minrisk_eu_verdict verdict;
    assert_int_equal(minrisk_eu_critical(stage, stages, number_in(r, IMPORTANCE), &verdict), 0);
    return verdict;
}

static void the_worst_stage_decides(void **state)
{
    size_t with_both = 0;
    (void)state;
    for (size_t r = 0; r < rows; r++) {
        double stage[2];
        if (!number_of(row[r][RISK_PRIMARY], &stage[0]) ||
            !number_of(row[r][RISK_REFINED], &stage[1]))
            continue;
        assert_double(verdict_of(r, stage, 2).risk, number_in(r, RISK));
        with_both++;
    }
    assert_int_equal(with_both, 37);
}

/* The list names three groups instead of their members, and copper and nickel besides. */
static const char *const members[] = {
    "Dysprosium", "Erbium",    "Europium",  "Gadolinium", "Holmium",   "Lutetium",  "Terbium",
    "Thulium",    "Ytterbium", "Yttrium",   "Cerium",     "Lanthanum", "Neodymium", "Praseodymium",
    "Samarium",   "Iridium",   "Palladium", "Platinum",   "Rhodium",   "Ruthenium"};

static int is_member(const char *name)
{
    for (size_t i = 0; i < COUNT(members); i++)
        if (strcmp(members[i], name) == 0)
            return 1;
    return 0;
}

static void the_rule_selects_the_list(void **state)
{
    size_t critical = 0, on_the_list = 0;
    (void)state;
    for (size_t r = 0; r < rows; r++) {
        double risk = number_in(r, RISK);
        int selected = verdict_of(r, &risk, 1).critical;
        assert_int_equal(selected, risk >= 1.0 && number_in(r, IMPORTANCE) >= 2.8);
        critical += (size_t)selected;
        on_the_list += (size_t)(selected && !is_member(row[r][NAME]));
    }
    assert_int_equal(critical, 52);
    assert_int_equal(on_the_list, 34 - 2);
    for (size_t i = 0; i < 2; i++) {
        const char *strategic[] = {"Copper", "Nickel"};
        double risk = number_in(row_of(strategic[i]), RISK);
        assert_false(verdict_of(row_of(strategic[i]), &risk, 1).critical);
    }
}

/* SR of a material that comes from one country alone, whose HHI_WGI,t is thus its risk. */
static double risk_of_single_supplier(size_t r, double hhi)
{
    const double all = 1;
    minrisk_eu_stage stage = {{&all, &hhi, NULL, 1}, {NULL, NULL, NULL, 0}, 1, 0, 0};
    minrisk_eu_risk out;
    stage.recycling = number_in(r, END_OF_LIFE) / 100;
    stage.substitution = number_in(r, SI_SR);
    assert_int_equal(minrisk_eu_supply_risk(&stage, &out, NULL, NULL), MINRISK_OK);
    assert_double(out.hhi_global, hhi);
    return out.risk;
}

/* Whether it rounds to the published one. */
static int fits(const char *name, double hhi)
{
    size_t r = row_of(name);
    double off = risk_of_single_supplier(r, hhi) - number_in(r, RISK);
    return off <= .05 && off >= -.05;
}

static size_t fitting(double hhi)
{
    static const char *const eight[] = {"Dysprosium", "Erbium",   "Europium", "Gadolinium",
                                        "Holmium",    "Lutetium", "Thulium",  "Ytterbium"};
    size_t n = 0;
    for (size_t i = 0; i < COUNT(eight); i++) {
        assert_string_equal(row[row_of(eight[i])][SUPPLY_REFINED], "GSonly");
        n += (size_t)fits(eight[i], hhi);
    }
    return n;
}

static void one_supplier_of_heavy_rare_earths(void **state)
{
    (void)state;
    assert_true(fitting(5.662) < 8);
    for (int i = 0; i <= 44; i++)
        assert_int_equal(fitting(5.663 + i * .001), 8);
    assert_true(fitting(5.708) < 8);
}

/* --- slips ------------------------------------------------------------------------------------- */

typedef struct slip {
    const char *name, *what;
    int seen;
} slip;

static slip slips[] = {
    {"LREE", "a stage's SR is 281 %, and the other's 3.58 was not rounded to the 3.7 of the whole",
     0},
    {"Praseodymium", "the SR of the stage that counts is blank", 0},
    {"PGM", "SR 2.7, but 2.74 for its only stage: one of the two is rounded", 0},
    {"Platinum", "SR 2.13, but 2.1 for its only stage: one of the two is rounded", 0},
    {"Coking coal", "the SR of a stage stands where its basis should", 0},
    {"Diatomite", "the SR of a stage stands where its basis should", 0},
    {"Magnesite", "the SR of a stage stands where its basis should", 0},
    {"Natural cork", "the SR of a stage stands where its basis should", 0},
    {"Strontium", "the SR of a stage stands where its basis should", 0},
    {"Molybdenum", "a basis is EU, which is none", 0},
    {"Terbium", "its SR asks for another recycling rate or substitution index than the row has", 0},
    {"Yttrium", "its SR asks for another recycling rate or substitution index than the row has", 0},
};

static void see(const char *name)
{
    for (size_t i = 0; i < COUNT(slips); i++)
        if (strcmp(slips[i].name, name) == 0) {
            slips[i].seen = 1;
            return;
        }
    fail_msg("a slip of the table that is not listed: %s", name);
}

static int is_basis(const char *field)
{
    return *field == '\0' || strcmp(field, "GS+EU") == 0 || strcmp(field, "GSonly") == 0 ||
           strcmp(field, "EUonly") == 0;
}

static void look_for_slips(size_t r)
{
    double primary = -1, refined = -1, risk = number_in(r, RISK);
    int has_primary = number_of(row[r][RISK_PRIMARY], &primary);
    int has_refined = number_of(row[r][RISK_REFINED], &refined);
    if (!is_basis(row[r][SUPPLY_PRIMARY]) || !is_basis(row[r][SUPPLY_REFINED]))
        see(row[r][NAME]);
    if ((*row[r][RISK_PRIMARY] != '\0' && !has_primary) ||
        (*row[r][RISK_REFINED] != '\0' && !has_refined))
        see(row[r][NAME]);
    if (!(has_primary && primary == risk) && !(has_refined && refined == risk))
        see(row[r][NAME]);
}

static void slips_of_the_table(void **state)
{
    (void)state;
    for (size_t r = 0; r < rows; r++)
        look_for_slips(r);
    for (double hhi = 5.663; hhi < 5.708; hhi += .001)
        if (fits("Terbium", hhi) || fits("Yttrium", hhi))
            fail();
    see("Terbium");
    see("Yttrium");
    for (size_t i = 0; i < COUNT(slips); i++) {
        print_message("slip: %s: %s\n", slips[i].name, slips[i].what);
        assert_true(slips[i].seen);
    }
}

/* One name is quoted, for its comma: the comma goes. */
static char *without_quoted_comma(char *line)
{
    char *comma = *line == '"' ? strchr(line, ',') : NULL;
    if (comma != NULL)
        *comma = ';';
    return line;
}

static int open_table(void **state)
{
    char *rest, *line;
    (void)state;
    rest = text = read_text("../../examples/data/eu_crm2023_results.csv");
    line = next_line(&rest);
    while (line != NULL && (line = next_line(&rest)) != NULL && rows < MOST_ROWS)
        assert_int_equal(split(without_quoted_comma(line), ',', row[rows++], COLUMNS), COLUMNS);
    assert_int_equal(rows, ROWS);
    return 0;
}

static int close_table(void **state)
{
    (void)state;
    free(text);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worst_stage_decides),
        cmocka_unit_test(the_rule_selects_the_list),
        cmocka_unit_test(one_supplier_of_heavy_rare_earths),
        cmocka_unit_test(slips_of_the_table),
    };
    return cmocka_run_group_tests_name("vectors_eu_list", tests, open_table, close_table);
}
