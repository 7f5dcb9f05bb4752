/* SPDX-License-Identifier: MIT */
/* A loadable extension for DuckDB: hhi(quantity) and effective_suppliers(quantity) as aggregates,
 * for groups and windows too. The state is the exact running market, so that threads may cut up the
 * rows as they like: the result has the same bits.
 *
 * NULLs do not count, as in any aggregate; a market without supply is NULL; NaN, infinity and
 * negative quantities are errors that name the value. */
#include "minrisk.h"

#include <stdio.h>

#include "duckdb_api.h"

static minrisk_stream *market_of(duckdb_aggregate_state state)
{
    return (minrisk_stream *)(void *)state;
}

static idx_t state_size(duckdb_function_info info)
{
    (void)info;
    return sizeof(minrisk_stream);
}

static void init(duckdb_function_info info, duckdb_aggregate_state state)
{
    (void)info;
    minrisk_stream_init(market_of(state), sizeof(minrisk_stream));
}

static void refuse(duckdb_function_info info, minrisk_status status, double quantity)
{
    char text[160];

    snprintf(text, sizeof text, "quantity %.17g: %s", quantity, minrisk_status_text(status));
    duckdb_aggregate_function_set_error(info, text);
}

static void update(duckdb_function_info info, duckdb_data_chunk input,
                   duckdb_aggregate_state *states)
{
    duckdb_vector vector = duckdb_data_chunk_get_vector(input, 0);
    const double *quantity = duckdb_vector_get_data(vector);
    uint64_t *validity = duckdb_vector_get_validity(vector);
    const idx_t rows = duckdb_data_chunk_get_size(input);
    idx_t i;

    for (i = 0; i < rows; i++) {
        if (validity == NULL || duckdb_validity_row_is_valid(validity, i)) {
            minrisk_status status = minrisk_stream_add(market_of(states[i]), quantity[i]);
            if (status != MINRISK_OK) {
                refuse(info, status, quantity[i]);
                return;
            }
        }
    }
}

static void combine(duckdb_function_info info, duckdb_aggregate_state *source,
                    duckdb_aggregate_state *target, idx_t count)
{
    idx_t i;

    for (i = 0; i < count; i++) {
        minrisk_status status = minrisk_stream_merge(market_of(target[i]), market_of(source[i]));
        if (status != MINRISK_OK) {
            duckdb_aggregate_function_set_error(info, minrisk_status_text(status));
            return;
        }
    }
}

typedef minrisk_status (*measure)(const minrisk_stream *market, double *out);

static void finalize(duckdb_function_info info, duckdb_aggregate_state *source,
                     duckdb_vector result, idx_t count, idx_t offset, measure of)
{
    double *out = (double *)duckdb_vector_get_data(result) + offset;
    idx_t i;

    for (i = 0; i < count; i++) {
        minrisk_status status = of(market_of(source[i]), &out[i]);
        if (status == MINRISK_E_NO_SUPPLY) {
            duckdb_vector_ensure_validity_writable(result);
            duckdb_validity_set_row_invalid(duckdb_vector_get_validity(result), offset + i);
        } else if (status != MINRISK_OK) {
            duckdb_aggregate_function_set_error(info, minrisk_status_text(status));
            return;
        }
    }
}

static void finalize_hhi(duckdb_function_info info, duckdb_aggregate_state *source,
                         duckdb_vector result, idx_t count, idx_t offset)
{
    finalize(info, source, result, count, offset, minrisk_stream_hhi);
}

static void finalize_effective(duckdb_function_info info, duckdb_aggregate_state *source,
                               duckdb_vector result, idx_t count, idx_t offset)
{
    finalize(info, source, result, count, offset, minrisk_stream_effective);
}

static duckdb_state add_aggregate(duckdb_connection connection, const char *name,
                                  duckdb_aggregate_finalize_t finalizer)
{
    duckdb_aggregate_function function = duckdb_create_aggregate_function();
    duckdb_logical_type type = duckdb_create_logical_type(DUCKDB_TYPE_DOUBLE);
    duckdb_state state;

    duckdb_aggregate_function_set_name(function, name);
    duckdb_aggregate_function_add_parameter(function, type);
    duckdb_aggregate_function_set_return_type(function, type);
    duckdb_aggregate_function_set_functions(function, state_size, init, update, combine, finalizer);
    state = duckdb_register_aggregate_function(connection, function);
    duckdb_destroy_logical_type(&type);
    duckdb_destroy_aggregate_function(&function);
    return state;
}

/* What DuckDB calls on LOAD, by the file's name. */
bool minrisk_init_c_api(duckdb_extension_info info, struct duckdb_extension_access *access);

bool minrisk_init_c_api(duckdb_extension_info info, struct duckdb_extension_access *access)
{
    duckdb_database *database = access->get_database(info);
    duckdb_connection connection;
    bool good;

    if (database == NULL || duckdb_connect(*database, &connection) != DuckDBSuccess) {
        access->set_error(info, "minrisk: no connection");
        return false;
    }
    good = add_aggregate(connection, "hhi", finalize_hhi) == DuckDBSuccess &&
           add_aggregate(connection, "effective_suppliers", finalize_effective) == DuckDBSuccess;
    duckdb_disconnect(&connection);
    if (!good) {
        access->set_error(info, "minrisk: an aggregate could not be registered");
    }
    return good;
}
