/* SPDX-License-Identifier: MIT */
/* Status texts, the first invalid quantity, and the version. */
#include <string.h>

#include "minrisk.h"
#include "support/check.h"

static const struct {
    minrisk_status status;
    int pinned;
} statuses[] = {
    {MINRISK_OK, 0},       {MINRISK_E_NULL, -1}, {MINRISK_E_STATE, -2},     {MINRISK_E_SIZE, -3},
    {MINRISK_E_PARAM, -4}, {MINRISK_E_DATA, -5}, {MINRISK_E_NO_SUPPLY, -6},
};

static void each_status_has_its_own_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(statuses); i++) {
        const char *text = minrisk_status_text(statuses[i].status);
        assert_int_equal(statuses[i].status, statuses[i].pinned);
        assert_non_null(text);
        assert_true(strlen(text) > 1);
        assert_int_not_equal(text[strlen(text) - 1], '.');
        assert_string_not_equal(text, "unknown status");
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(text, minrisk_status_text(statuses[j].status));
    }
}

static void unknown_statuses(void **state)
{
    static const minrisk_status unknown[] = {1, -7, 100, INT32_MAX, INT32_MIN};
    (void)state;
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_string_equal(minrisk_status_text(unknown[i]), "unknown status");
}

static void the_first_invalid_quantity(void **state)
{
    const double bad[] = {not_a_number(), -not_a_number(),        infinity(), -infinity(), -1,
                          -smallest(),    -1.7976931348623157e308};
    double quantity[] = {1, 0, -0.0, 5e-324, 1.7976931348623157e308};
    (void)state;
    assert_int_equal(minrisk_first_invalid(quantity, COUNT(quantity)), COUNT(quantity));
    for (size_t i = 0; i < COUNT(quantity); i++) {
        double kept = quantity[i];
        for (size_t j = 0; j < COUNT(bad); j++) {
            quantity[i] = bad[j];
            assert_int_equal(minrisk_first_invalid(quantity, COUNT(quantity)), i);
            assert_int_equal(minrisk_first_invalid(quantity, i), i);
        }
        quantity[i] = kept;
    }
}

static void the_first_of_two_invalid_quantities(void **state)
{
    const double quantity[] = {1, -1, not_a_number()};
    (void)state;
    assert_int_equal(minrisk_first_invalid(quantity, 3), 1);
    assert_int_equal(minrisk_first_invalid(quantity + 1, 2), 0);
    assert_int_equal(minrisk_first_invalid(quantity, 0), 0);
    assert_int_equal(minrisk_first_invalid(NULL, 3), 0);
    assert_int_equal(minrisk_first_invalid(NULL, 0), 0);
}

static void the_version_is_that_of_the_header(void **state)
{
    (void)state;
    assert_int_equal(minrisk_version(), MINRISK_VERSION);
    assert_int_equal(minrisk_version() / 10000, MINRISK_VERSION_MAJOR);
    assert_int_equal(minrisk_version() / 100 % 100, MINRISK_VERSION_MINOR);
    assert_int_equal(minrisk_version() % 100, MINRISK_VERSION_PATCH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_status_has_its_own_text),
        cmocka_unit_test(unknown_statuses),
        cmocka_unit_test(the_first_invalid_quantity),
        cmocka_unit_test(the_first_of_two_invalid_quantities),
        cmocka_unit_test(the_version_is_that_of_the_header),
    };
    return cmocka_run_group_tests_name("unit_status", tests, NULL, NULL);
}
