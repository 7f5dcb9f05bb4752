/* SPDX-License-Identifier: MIT */
/* pipeline.h over two projects and a need, for a condition of each kind; and over one, for two at once. */
#include "bands.h"

#include "minrisk/pipeline.h"

enum { PROJECTS = 2, KNOTS = 2, WORK = 400 };

static double start[PROJECTS], ramp[PROJECTS], capacity[PROJECTS], life[PROJECTS];
static double need[KNOTS], work[WORK];

int main(void)
{
    static const uint32_t country[PROJECTS] = {0, 1};
    static const double need_year[KNOTS] = {0.0, 9.0};
    static const double weight[2] = {1.0, 0.5};
    minrisk_projects projects = {0};
    minrisk_condition c = {0}, both[2];
    minrisk_when when;
    int i;

    for (i = 0; i < PROJECTS; i++) {
        start[i] = Frama_C_double_interval(-1.0, 10.0);
        ramp[i] = Frama_C_double_interval(0.0, 3.0);
        capacity[i] = any_of(ONES);
        life[i] = Frama_C_double_interval(0.0, 30.0);
    }
    need[0] = any_of(ONES);
    need[1] = any_of(ONES);
    projects.count = PROJECTS;
    projects.start = start;
    projects.ramp = ramp;
    projects.capacity = capacity;
    projects.life = life;
    projects.country = country;
    projects.countries = 2;
    c.fraction = Frama_C_double_interval(0.0, 1.0);
    c.weight = weight;
    c.stock = Frama_C_double_interval(0.0, 9.0);
    c.suppliers = 2;
    for (c.kind = MINRISK_COVERAGE; c.kind <= MINRISK_BRIDGED; c.kind++) {
        int has_need = c.kind != MINRISK_HHI_AT_MOST && c.kind != MINRISK_SUPPLIERS;
        c.knots = has_need ? KNOTS : 0;
        c.need_year = has_need ? need_year : NULL;
        c.need = has_need ? need : NULL;
        (void)minrisk_when_met(&projects, &c, 1, 1.0, 20.0, work, WORK, &when);
        if (c.kind == MINRISK_COVERAGE) {
            both[0] = c;
        }
    }
    both[1] = both[0];
    both[1].fraction = 0.5;
    projects.count = 1;
    (void)minrisk_when_met(&projects, both, 2, 1.0, 20.0, work, WORK, &when);
    return 0;
}
