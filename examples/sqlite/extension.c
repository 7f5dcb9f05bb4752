/* SPDX-License-Identifier: MIT */
/* The extension: .load ./minrisk in the shell, or sqlite3_load_extension. Its functions are in
 * running.c (HHI), bounds.c (with a residual), kept.c (measures that need the suppliers themselves)
 * and independence.c. */
#include "extension.h"

SQLITE_EXTENSION_INIT1

/* json_each is built in from 3.38 on, and all else that is called is older. */
enum { OLDEST = 3038000 };

const char *function_name(sqlite3_context *context)
{
    return (const char *)sqlite3_user_data(context);
}

void fail(sqlite3_context *context, const char *format, ...)
{
    va_list arguments;
    char *what, *text;

    va_start(arguments, format);
    what = sqlite3_vmprintf(format, arguments);
    va_end(arguments);
    text = what ? sqlite3_mprintf("%s: %s", function_name(context), what) : NULL;
    if (text) {
        sqlite3_result_error(context, text, -1);
    } else {
        sqlite3_result_error_nomem(context);
    }
    sqlite3_free(text);
    sqlite3_free(what);
}

static int is_number(sqlite3_context *context, sqlite3_value *argument, const char *name)
{
    switch (sqlite3_value_type(argument)) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
        return 1;
    case SQLITE_BLOB:
        fail(context, "%s must be a number, but is a blob of %d bytes", name,
             sqlite3_value_bytes(argument));
        return 0;
    default:
        fail(context, "%s must be a number, but is the text '%!.40s'", name,
             (const char *)sqlite3_value_text(argument));
        return 0;
    }
}

int take_quantity(sqlite3_context *context, sqlite3_value *argument, const char *name,
                  double *quantity)
{
    if (!is_number(context, argument, name)) {
        return 0;
    }
    *quantity = sqlite3_value_double(argument);
    if (minrisk_first_invalid(quantity, 1) == 0) {
        fail(context, "%s must be finite and not negative, but is %!.17g", name, *quantity);
        return 0;
    }
    return 1;
}

int take_count(sqlite3_context *context, sqlite3_value *argument, const char *name, double *count)
{
    if (!is_number(context, argument, name)) {
        return 0;
    }
    *count = sqlite3_value_double(argument);
    if (sqlite3_value_type(argument) != SQLITE_INTEGER || *count < 1) {
        fail(context, "%s must be a whole number of at least 1, but is %s", name,
             (const char *)sqlite3_value_text(argument));
        return 0;
    }
    return 1;
}

int add_constant(sqlite3_context *context, row_constant *constant, int is_null, double value,
                 const char *name)
{
    if (constant->rows == 0) {
        constant->is_null = is_null;
        constant->value = value;
    }
    if (constant->is_null != is_null || (!is_null && constant->value != value)) {
        fail(context, "%s must be the same in all rows of a group", name);
        return 0;
    }
    constant->rows++;
    return 1;
}

void give(sqlite3_context *context, minrisk_status status, double value)
{
    if (status == MINRISK_OK) {
        sqlite3_result_double(context, value);
    } else if (status == MINRISK_E_NO_SUPPLY) {
        sqlite3_result_null(context);
    } else {
        fail(context, "%s", minrisk_status_text(status));
    }
}

int register_aggregates(sqlite3 *db, const aggregate *table, int count)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, i, code = SQLITE_OK;

    for (i = 0; i < count && code == SQLITE_OK; i++) {
        const aggregate *a = &table[i];
        code = sqlite3_create_window_function(db, a->name, a->arguments, flags, (void *)a->name,
                                              a->step, a->final, a->value, a->inverse, NULL);
    }
    return code;
}

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((visibility("default")))
#endif

EXPORTED int sqlite3_minrisk_init(sqlite3 *db, char **error, const sqlite3_api_routines *api);

/* SQLite finds it by the name of the file, minrisk.so or another suffix. */
int sqlite3_minrisk_init(sqlite3 *db, char **error, const sqlite3_api_routines *api)
{
    int code;

    SQLITE_EXTENSION_INIT2(api);
    if (sqlite3_libversion_number() < OLDEST) {
        *error =
            sqlite3_mprintf("minrisk needs SQLite 3.38 or later, not %s", sqlite3_libversion());
        return SQLITE_ERROR;
    }
    if (minrisk_version() != MINRISK_VERSION) {
        *error = sqlite3_mprintf("minrisk was built with headers of another version");
        return SQLITE_ERROR;
    }
    code = register_running(db);
    if (code == SQLITE_OK) {
        code = register_bounds(db);
    }
    if (code == SQLITE_OK) {
        code = register_kept(db);
    }
    return code == SQLITE_OK ? register_independence(db) : code;
}
