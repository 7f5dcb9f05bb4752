/* SPDX-License-Identifier: MIT */
/* The few names of DuckDB's C API that the extension uses, since its npm package brings the library
 * without its headers. Where duckdb.h is at hand, include that instead. */
#ifndef DUCKDB_API_H
#define DUCKDB_API_H

#include <stdbool.h>
#include <stdint.h>

typedef uint64_t idx_t;
typedef enum duckdb_state { DuckDBSuccess = 0, DuckDBError = 1 } duckdb_state;
enum duckdb_type { DUCKDB_TYPE_DOUBLE = 11 };

typedef struct duckdb_database_ *duckdb_database;
typedef struct duckdb_connection_ *duckdb_connection;
typedef struct duckdb_logical_type_ *duckdb_logical_type;
typedef struct duckdb_data_chunk_ *duckdb_data_chunk;
typedef struct duckdb_vector_ *duckdb_vector;
typedef struct duckdb_function_info_ *duckdb_function_info;
typedef struct duckdb_aggregate_function_ *duckdb_aggregate_function;
typedef struct duckdb_aggregate_state_ *duckdb_aggregate_state;
typedef struct duckdb_extension_info_ *duckdb_extension_info;

struct duckdb_extension_access {
    void (*set_error)(duckdb_extension_info info, const char *error);
    duckdb_database *(*get_database)(duckdb_extension_info info);
    const void *(*get_api)(duckdb_extension_info info, const char *version);
};

typedef idx_t (*duckdb_aggregate_state_size)(duckdb_function_info info);
typedef void (*duckdb_aggregate_init_t)(duckdb_function_info info, duckdb_aggregate_state state);
typedef void (*duckdb_aggregate_update_t)(duckdb_function_info info, duckdb_data_chunk input,
                                          duckdb_aggregate_state *states);
typedef void (*duckdb_aggregate_combine_t)(duckdb_function_info info,
                                           duckdb_aggregate_state *source,
                                           duckdb_aggregate_state *target, idx_t count);
typedef void (*duckdb_aggregate_finalize_t)(duckdb_function_info info,
                                            duckdb_aggregate_state *source, duckdb_vector result,
                                            idx_t count, idx_t offset);

duckdb_state duckdb_connect(duckdb_database database, duckdb_connection *connection);
void duckdb_disconnect(duckdb_connection *connection);
duckdb_logical_type duckdb_create_logical_type(enum duckdb_type type);
void duckdb_destroy_logical_type(duckdb_logical_type *type);
idx_t duckdb_data_chunk_get_size(duckdb_data_chunk chunk);
duckdb_vector duckdb_data_chunk_get_vector(duckdb_data_chunk chunk, idx_t column);
void *duckdb_vector_get_data(duckdb_vector vector);
uint64_t *duckdb_vector_get_validity(duckdb_vector vector);
void duckdb_vector_ensure_validity_writable(duckdb_vector vector);
bool duckdb_validity_row_is_valid(uint64_t *validity, idx_t row);
void duckdb_validity_set_row_invalid(uint64_t *validity, idx_t row);

duckdb_aggregate_function duckdb_create_aggregate_function(void);
void duckdb_destroy_aggregate_function(duckdb_aggregate_function *function);
void duckdb_aggregate_function_set_name(duckdb_aggregate_function function, const char *name);
void duckdb_aggregate_function_add_parameter(duckdb_aggregate_function function,
                                             duckdb_logical_type type);
void duckdb_aggregate_function_set_return_type(duckdb_aggregate_function function,
                                               duckdb_logical_type type);
void duckdb_aggregate_function_set_functions(duckdb_aggregate_function function,
                                             duckdb_aggregate_state_size size,
                                             duckdb_aggregate_init_t init,
                                             duckdb_aggregate_update_t update,
                                             duckdb_aggregate_combine_t combine,
                                             duckdb_aggregate_finalize_t finalize);
void duckdb_aggregate_function_set_error(duckdb_function_info info, const char *error);
duckdb_state duckdb_register_aggregate_function(duckdb_connection connection,
                                                duckdb_aggregate_function function);

#endif
