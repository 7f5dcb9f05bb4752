/* SPDX-License-Identifier: MIT */
/* What the countries of a supply are like; see risk.h.
 *
 * The weighted HHI is that of minrisk_eu_supply_risk with one indicator, political stability, in
 * place of the mean of six, and without trade parameters: it is not the EU's score. A residual, and a
 * country without an indicator, may have any risk; with it in one hand and of the greatest risk the
 * upper end holds for every way of sharing it. */
#include "risk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"

/* Wider than any error of a few hundred additions and a division of doubles. */
#define SLACK 1e-12

/* --- blocs ------------------------------------------------------------------------------------ */

int bloc_has(const struct bloc *bloc, const char *iso3)
{
    size_t i;

    for (i = 0; i < bloc->members; ++i) {
        if (strcmp(bloc->iso3[i], iso3) == 0)
            return 1;
    }
    return 0;
}

static int read_members(struct bloc *bloc, struct csv *csv)
{
    static const char *const wanted[] = {"iso3"};
    int got;

    if (csv_begin(csv, wanted, 1) != 0)
        return -1;
    while ((got = csv_next(csv)) == 1) {
        char iso3[4];
        if (get_iso3(csv, 0, iso3) != 0)
            return -1;
        if (bloc_has(bloc, iso3))
            return csv_refuse(csv, 0, "each country once");
        memcpy(bloc->iso3[bloc->members++], iso3, sizeof iso3);
    }
    return got;
}

int bloc_load(struct bloc *bloc, const char *path, const struct dialect *dialect,
              struct problem *problem)
{
    struct csv *csv = csv_open(path, dialect, problem);
    int result;

    memset(bloc, 0, sizeof *bloc);
    bloc->name = path;
    if (csv == NULL)
        return -1;
    csv->max_rows = MAX_BLOC;
    result = read_members(bloc, csv);
    csv_close(csv);
    return result;
}

void bloc_of_agreements(struct bloc *bloc, const struct dataset *data)
{
    size_t i;

    memset(bloc, 0, sizeof *bloc);
    bloc->name = "partners of US agreements on critical minerals";
    for (i = 0; i < data->agreements && bloc->members < MAX_BLOC; ++i) {
        if (!bloc_has(bloc, data->agreement[i].partner))
            memcpy(bloc->iso3[bloc->members++], data->agreement[i].partner, 4);
    }
}

/* --- a market --------------------------------------------------------------------------------- */

struct weights {
    double quantity[MAX_SUPPLIERS], low[MAX_SUPPLIERS], high[MAX_SUPPLIERS];
    uint32_t part[MAX_SUPPLIERS]; /* 0: of the bloc, 1: of others, 2: of nobody in particular */
};

static int is_known(const struct figure *figure)
{
    return figure_has_number(figure) && figure->low == figure->high;
}

/* Both ends of the risk of a supplier, on 0 to 10. */
static void weigh(struct risk *risk, const struct dataset *data, const struct supplier *supplier,
                  double *low, double *high)
{
    const struct governance_row *row = NULL;

    if (supplier->kind == SUPPLIER_COUNTRY) {
        row = dataset_governance(data, supplier->iso3, 0);
        risk->unscored += row == NULL;
    }
    *low = 0;
    *high = 10;
    if (row == NULL || minrisk_wgi_to_risk_10(row->estimate, low, NULL) != MINRISK_OK)
        return;
    *high = *low;
    risk->year = row->year > risk->year ? row->year : risk->year;
}

static minrisk_status stability_of(const struct weights *w, size_t n, minrisk_interval *out)
{
    minrisk_eu_stage low = {{NULL, NULL, NULL, 0}, {NULL, NULL, NULL, 0}, 0, 0, 1}, high;

    low.global.quantity = w->quantity;
    low.global.risk = w->low;
    low.global.n = n;
    high = low;
    high.global.risk = w->high;
    return minrisk_eu_supply_risk_interval(&low, &high, out);
}

/* What nobody in particular supplies may come from the bloc, or not. */
static minrisk_status bloc_share(const struct weights *w, size_t n, minrisk_interval *share)
{
    double total[3], part[3];
    minrisk_status status = minrisk_bloc_totals(w->quantity, w->part, n, total, 3);

    if (status == MINRISK_OK)
        status = minrisk_shares(total, 3, part);
    if (status != MINRISK_OK)
        return status;
    share->low = part[0] * (1 - SLACK);
    share->high = (part[0] + part[2]) * (1 + SLACK);
    share->high = share->high > 1 ? 1 : share->high;
    return MINRISK_OK;
}

void risk_of_market(struct risk *risk, const struct dataset *data, const struct market *market,
                    const struct bloc *bloc)
{
    struct weights w;
    size_t i;

    memset(risk, 0, sizeof *risk);
    risk->why = "no table of producers";
    if (market == NULL || market->suppliers == 0)
        return;
    risk->why = "a figure is withheld or a range";
    for (i = 0; i < market->suppliers; ++i) {
        const struct supplier *supplier = &market->supplier[i];
        if (!is_known(&supplier->quantity))
            return;
        w.quantity[i] = supplier->quantity.low;
        weigh(risk, data, supplier, &w.low[i], &w.high[i]);
        w.part[i] = supplier->kind != SUPPLIER_COUNTRY ? 2 : bloc_has(bloc, supplier->iso3) ? 0 : 1;
    }
    risk->why = "no supply";
    if (stability_of(&w, market->suppliers, &risk->stability) != MINRISK_OK ||
        bloc_share(&w, market->suppliers, &risk->bloc) != MINRISK_OK)
        return;
    risk->known = 1;
    risk->why = "";
}
