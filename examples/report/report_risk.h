/* SPDX-License-Identifier: MIT */
/* What the report says of the countries behind a supply, in each of its forms. */
#ifndef REPORT_REPORT_RISK_H
#define REPORT_REPORT_RISK_H

#include "measure.h"

/* What the weighted HHI is, and what it is not. */
extern const char risk_meaning[];
/* What stands beside it, as a sentence. */
extern const char risk_eu_meaning[];

enum risk_figure { RISK_STABILITY, RISK_BLOC, RISK_EU, RISK_FIGURES };

void risk_interval_text(char text[REPORT_CELL], const minrisk_interval *value, double scale,
                        const char *unit);
void risk_eu_text(char text[REPORT_CELL], const struct risk *risk);
/* How many rows of one mineral begin here, if at least two of them have a table; else 0. */
size_t risk_stages(const struct report *report, size_t first);
/* "mine: China, HHI 5,072" */
void risk_stage_text(char text[REPORT_CELL], const struct report_row *row);

void risk_table(const struct report *report, struct out *out);
void risk_json_bloc(const struct report *report, struct json *json);
void risk_json(const struct report_row *row, struct json *json);
int risk_csv_known(const struct risk *risk, enum risk_figure figure);
/* "" where there is nothing to say. */
const char *risk_csv_remark(const struct risk *risk, enum risk_figure figure);
void risk_csv_values(const struct risk *risk, enum risk_figure figure, minrisk_interval *value,
                     const char **name, const char **unit);

#endif
