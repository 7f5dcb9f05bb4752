/* SPDX-License-Identifier: MIT */
/* From a company's suppliers and their projects to two answers: how concentrated what it buys is,
 * and when it can do without its largest supplier.
 *
 *     purchases SUPPLIERS.csv PROJECTS.csv CAP LATE LEFT GROWTH
 *
 * CAP     nobody among the small orders sells more, t a year; 0: nothing is known
 * LATE    years that every project starts late
 * LEFT    part of the need that may stay with the largest supplier, 0 to 1
 * GROWTH  of the need, a year
 */
#include "minrisk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 64, YEARS = 15 };

struct table {
    size_t rows;
    char name[ROWS][64], kind[ROWS][16];
    double figure[ROWS][3];
};

/* A line is a name, a kind and so many figures, and nothing else; anything else ends the program. */
static void read_table(const char *path, int figures, struct table *table)
{
    FILE *file = fopen(path, "r");
    char line[256], more;
    int header = 1;

    for (table->rows = 0; file != NULL && fgets(line, sizeof line, file) != NULL; header = 0) {
        double *f = table->figure[table->rows % ROWS];
        int read = sscanf(line, "%63[^,],%15[^,],%lf,%lf,%lf %c", table->name[table->rows % ROWS],
                          table->kind[table->rows % ROWS], &f[0], &f[1], &f[2], &more);
        if (!header && (read != 2 + figures || ++table->rows == ROWS))
            break;
        if (header || strchr(line, '\n') != NULL)
            continue;
        break;
    }
    if (file == NULL || !feof(file)) {
        fprintf(stderr, "%s: row %d cannot be read\n", path, (int)table->rows + 1 + !header);
        exit(1);
    }
    fclose(file);
}

/* What is not sold by the largest supplier, now and from projects, against what may not stay. */
static minrisk_status find_when(const struct table *plan, double others, double total, double late,
                                double left, double growth, minrisk_when *when)
{
    double start[ROWS + 1] = {-1}, ramp[ROWS + 1] = {0}, capacity[ROWS + 1] = {0};
    double year[YEARS + 1], need[YEARS + 1];
    double work[7 * (ROWS + 1) + 2 * (YEARS + 1) + 37]; /* minrisk_when_covered_workspace */
    size_t i;

    capacity[0] = others;
    for (i = 0; i < plan->rows; i++) {
        start[i + 1] = plan->figure[i][0] + late;
        ramp[i + 1] = plan->figure[i][1];
        capacity[i + 1] = plan->figure[i][2];
    }
    for (i = 0; i <= YEARS; i++) {
        year[i] = (double)i;
        need[i] = i == 0 ? total * (1 - left) : need[i - 1] * (1 + growth);
    }
    return minrisk_when_covered(start, ramp, capacity, NULL, plan->rows + 1, year, need, YEARS + 1,
                                0, YEARS, work, sizeof work / sizeof *work, when);
}

static void print_when(const minrisk_when *when)
{
    uint32_t bit;

    printf("without the largest: %s", minrisk_when_text(when->status));
    if (when->known & MINRISK_KNOWS_FIRST)
        printf(", first after %.1f years", when->first);
    if (when->known & MINRISK_KNOWS_LOST)
        printf(", lost after %.1f", when->lost);
    printf("\nwhich assumes:");
    for (bit = 1; bit != 0; bit <<= 1) {
        if (when->assumptions & bit)
            printf(" %s;", minrisk_assumption_text(bit));
    }
    printf(" projects are sold to us\n");
}

int main(int argc, char **argv)
{
    static struct table suppliers, plan;
    double named[ROWS], rest = 0, total = 0, share;
    size_t i, n = 0, leader;
    minrisk_interval hhi;
    minrisk_when when;
    minrisk_status status;

    if (argc != 7)
        return fprintf(stderr, "usage: purchases SUPPLIERS PROJECTS CAP LATE LEFT GROWTH\n"), 2;
    read_table(argv[1], 1, &suppliers);
    read_table(argv[2], 3, &plan);
    for (i = 0; i < suppliers.rows; i++) {
        total += suppliers.figure[i][0];
        if (strcmp(suppliers.kind[i], "rest") == 0)
            rest += suppliers.figure[i][0];
        else
            named[n++] = suppliers.figure[i][0];
    }
    status = minrisk_hhi_bounds(named, n, rest, MINRISK_UNKNOWN_COUNT, atof(argv[3]), &hhi);
    if (status == MINRISK_OK)
        status = minrisk_leader(named, n, &leader, &share);
    if (status == MINRISK_OK)
        status = find_when(&plan, total - named[leader], total, atof(argv[4]), atof(argv[5]),
                           atof(argv[6]), &when);
    if (status != MINRISK_OK)
        return fprintf(stderr, "%s\n", minrisk_status_text(status)), 1;
    printf("bought: %.0f t a year, of it %.0f %% from the largest supplier\n", total,
           100 * named[leader] / total);
    printf("HHI: %.0f to %.0f points\n", minrisk_to_points(hhi.low), minrisk_to_points(hhi.high));
    print_when(&when);
    return 0;
}
