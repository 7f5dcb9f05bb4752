/* SPDX-License-Identifier: MIT */
#ifndef REPORT_REPORT_CSV_H
#define REPORT_REPORT_CSV_H

#include "csv_out.h"
#include "report.h"

/* One header row, then a record for each figure: those of measure.h, `supply` and `import_share` of
 * each supplier, `world_total`, and `cited`. Both ends empty: not known; one: no such end. */
void report_csv(const struct report *report, struct csv_out *csv);

#endif
