/* SPDX-License-Identifier: MIT */
/* Supply risk by the EU's method, with what each country adds to it, how sure it is, and what would
 * lower it; then by GeoPolRisk and by the USGS's method of 2020. The
 * figures are made up, and small enough to be worked out by hand. */
#include "minrisk.h"

#include <stdio.h>

static const char *const country[] = {"A", "B", "C"};
static const double world[] = {60, 30, 10};
static const double to_eu[] = {80, 15, 5};
static const double trade[] = {1.1, 1.0, 0.8}; /* a tax on exports, nothing, a free-trade partner */

static void print_eu(const double *risk)
{
    minrisk_eu_stage stage = {{NULL, NULL, NULL, 3}, {NULL, NULL, NULL, 3}, 0.8, 0.1, 0.9};
    minrisk_eu_stage worse;
    minrisk_eu_risk out;
    minrisk_interval range;
    double part[3], by_quantity[3];
    minrisk_attribution global;
    const double sigma[] = {6, 3, 1};
    double spread;
    int i;

    stage.global.quantity = world;
    stage.eu.quantity = to_eu;
    stage.global.risk = stage.eu.risk = risk;
    stage.global.factor = stage.eu.factor = trade;
    global.contribution = part;
    global.by_quantity = by_quantity;
    global.by_risk = NULL;
    if (minrisk_eu_supply_risk(&stage, &out, &global, NULL) != MINRISK_OK) {
        return;
    }
    printf("supply risk %.2f: %.2f from the world's supply, %.2f from the EU's\n", out.risk,
           out.global_part, out.eu_part);
    for (i = 0; i < 3; i++) {
        printf("  %s adds %.3f; one more tonne of it changes the score by %+.4f\n", country[i],
               part[i], by_quantity[i]);
    }
    minrisk_score_sigma(by_quantity, sigma, 3, &spread);
    printf("if production is known to a tenth, sigma is %.3f\n", spread);

    worse = stage;
    worse.import_reliance = 1;
    minrisk_eu_supply_risk_interval(&stage, &worse, &range);
    printf("whatever import reliance is between .8 and 1: %.2f to %.2f\n", range.low, range.high);
}

static void print_verdict(void)
{
    const double share[] = {0.5, 0.3, 0.2}, value_added[] = {60, 100, 20};
    const double stage[] = {1.2, 2.6};
    minrisk_eu_uses uses = {NULL, NULL, 3, 200, 0.9};
    minrisk_eu_importance_of importance;
    minrisk_eu_verdict verdict;

    uses.share = share;
    uses.value_added = value_added;
    minrisk_eu_importance(&uses, &importance, NULL);
    minrisk_eu_critical(stage, 2, importance.importance, &verdict);
    printf("importance %.2f, risk %.1f at the stage of index %u: %s\n", importance.importance,
           verdict.risk, (unsigned)verdict.bottleneck,
           verdict.critical ? "critical" : "not critical");
}

/* As a buyer who gets them at 20, 10 and 10, the last from inside its own region, and makes 10. */
static void print_geopolrisk(const double *governance)
{
    const double imports[] = {20, 10, 10};
    const uint32_t region[] = {1, 2, 3};
    double risk[3];
    minrisk_geopolrisk_inputs buyer = {world, 3, imports, NULL, region, 3, 3, 10, 5000, 100};
    minrisk_geopolrisk_inputs more;
    minrisk_geopolrisk_result out;
    minrisk_interval range;
    int i;

    for (i = 0; i < 3; i++) {
        minrisk_wgi_to_risk_1(governance[i], &risk[i], NULL);
    }
    buyer.risk = risk;
    minrisk_geopolrisk(&buyer, &out, NULL, NULL);
    printf("GeoPolRisk %.3f = %.2f * %.2f; midpoint %.0f, %.2f of the reference\n", out.score,
           out.hhi, out.import_risk, out.midpoint, out.characterisation);
    more = buyer;
    more.domestic = 30;
    minrisk_geopolrisk_interval(&buyer, &more, &range);
    printf("with 10 to 30 made at home: %.3f to %.3f\n", range.low, range.high);
}

static void print_usgs(void)
{
    const double ability[] = {0.7, 0.3, 0.2}, willingness[] = {0.9, 0.2, 0.1};
    const double value_added[] = {100, 400}, expenditure[] = {2, 1}, profit[] = {10, 50};
    minrisk_usgs_inputs commodity = {{NULL, NULL, NULL, 3}, 0.8, NULL, NULL, NULL, 2, 25000};
    minrisk_usgs_inputs dearer;
    minrisk_usgs_risk out;
    minrisk_interval range;
    const double twice[] = {4, 2};

    commodity.production.quantity = world;
    commodity.production.risk = ability;
    commodity.production.factor = willingness;
    commodity.value_added = value_added;
    commodity.expenditure = expenditure;
    commodity.profit = profit;
    minrisk_usgs_supply_risk(&commodity, &out, NULL);
    printf("USGS %.4f, the cube root of %.3f * %.2f * %.5f\n", out.risk, out.disruption_potential,
           out.trade_exposure, out.economic_vulnerability);
    dearer = commodity;
    dearer.expenditure = twice;
    minrisk_usgs_risk_interval(&commodity, &dearer, &range);
    printf("at up to twice the price: %.4f to %.4f\n", range.low, range.high);
}

int main(void)
{
    const double governance[] = {-1.0, 0.5, 1.5}; /* higher is better */
    double risk[3];
    int i;

    for (i = 0; i < 3; i++) {
        minrisk_wgi_to_risk_10(governance[i], &risk[i], NULL);
    }
    print_eu(risk);
    print_verdict();
    print_geopolrisk(governance);
    print_usgs();
    return 0;
}
