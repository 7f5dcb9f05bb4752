/* SPDX-License-Identifier: MIT */
/* A figure as statistics print it. */
#include "figure.h"
#include "text.h"

static void check_figure(const struct figure *figure, const char *text)
{
    require(figure->kind >= FIGURE_NUMBER && figure->kind <= FIGURE_NET_EXPORTER);
    require(figure->raw == text);
    require(is_quantity(figure->low) && figure->low <= figure->high);
    require(is_quantity(figure->rounding));
    require(figure_is_bounded(figure) <= figure_has_number(figure));
    if (figure_is_bounded(figure))
        require(is_finite(figure->high));
    if (figure->kind == FIGURE_NUMBER)
        require(same_bits(figure->low, figure->high) && figure->rounding > 0.0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    char *text = take_text(&in);
    struct figure figure;
    const char *expected = figure_parse(text, &figure);

    if (expected == NULL)
        check_figure(&figure, text);
    else
        require(expected[0] != '\0');
    release_text(text);
    return 0;
}
