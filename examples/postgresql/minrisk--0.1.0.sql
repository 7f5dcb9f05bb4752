/* SPDX-License-Identifier: MIT */
\echo Use "CREATE EXTENSION minrisk" to load this file. \quit

-- A row whose quantity is NULL is skipped; over no rows, or without any supply, a measure is NULL.
-- NaN, infinite and negative figures are errors.

-- What aggregates are made of. Functions of states (internal) cannot be called from SQL.

CREATE FUNCTION @extschema@.minrisk_add(internal, float8) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_remove(internal, float8) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_add_saved(internal, bytea) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_combine(internal, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_save(internal) RETURNS bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_load(bytea, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_hhi_final(internal) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_effective_final(internal) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.minrisk_bounds_add(internal, float8, float8)
    RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_bounds_remove(internal, float8, float8)
    RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_bounds_combine(internal, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_bounds_save(internal) RETURNS bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_bounds_load(bytea, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_low_final(internal) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_high_final(internal) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION @extschema@.minrisk_top_add(internal, float8, int4)
    RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_top_remove(internal, float8, int4)
    RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_weighted_add(internal, float8, float8)
    RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_weighted_remove(internal, float8, float8)
    RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_kept_combine(internal, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_kept_save(internal) RETURNS bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_kept_load(bytea, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_top_final(internal) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION @extschema@.minrisk_weighted_final(internal) RETURNS float8
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- Of the state that hhi_state and hhi_merge give.

CREATE FUNCTION @extschema@.hhi_of(state bytea) RETURNS float8
    AS 'MODULE_PATHNAME', 'minrisk_hhi_of' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION @extschema@.hhi_of(bytea) IS
    'HHI of a state of hhi_state or hhi_merge; NULL of an empty market';
CREATE FUNCTION @extschema@.effective_suppliers_of(state bytea) RETURNS float8
    AS 'MODULE_PATHNAME', 'minrisk_effective_of' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION @extschema@.effective_suppliers_of(bytea) IS
    'effective suppliers of a state of hhi_state or hhi_merge; NULL of an empty market';

-- The aggregates, which are window functions too.

CREATE AGGREGATE @extschema@.hhi(quantity float8) (
    SFUNC = @extschema@.minrisk_add,
    STYPE = internal,
    SSPACE = 1136,
    FINALFUNC = @extschema@.minrisk_hhi_final,
    COMBINEFUNC = @extschema@.minrisk_combine,
    SERIALFUNC = @extschema@.minrisk_save,
    DESERIALFUNC = @extschema@.minrisk_load,
    MSFUNC = @extschema@.minrisk_add,
    MINVFUNC = @extschema@.minrisk_remove,
    MSTYPE = internal,
    MSSPACE = 1136,
    MFINALFUNC = @extschema@.minrisk_hhi_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.hhi(float8) IS
    'Herfindahl-Hirschman index, in (0, 1]: correctly rounded, in any order and split';

CREATE AGGREGATE @extschema@.effective_suppliers(quantity float8) (
    SFUNC = @extschema@.minrisk_add,
    STYPE = internal,
    SSPACE = 1136,
    FINALFUNC = @extschema@.minrisk_effective_final,
    COMBINEFUNC = @extschema@.minrisk_combine,
    SERIALFUNC = @extschema@.minrisk_save,
    DESERIALFUNC = @extschema@.minrisk_load,
    MSFUNC = @extschema@.minrisk_add,
    MINVFUNC = @extschema@.minrisk_remove,
    MSTYPE = internal,
    MSSPACE = 1136,
    MFINALFUNC = @extschema@.minrisk_effective_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.effective_suppliers(float8) IS
    'how many equal suppliers would have the same HHI';

CREATE AGGREGATE @extschema@.hhi_state(quantity float8) (
    SFUNC = @extschema@.minrisk_add,
    STYPE = internal,
    SSPACE = 1136,
    FINALFUNC = @extschema@.minrisk_save,
    COMBINEFUNC = @extschema@.minrisk_combine,
    SERIALFUNC = @extschema@.minrisk_save,
    DESERIALFUNC = @extschema@.minrisk_load,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.hhi_state(float8) IS
    'what hhi_merge puts together: the exact sums, in 848 bytes that any server reads';

CREATE AGGREGATE @extschema@.hhi_merge(state bytea) (
    SFUNC = @extschema@.minrisk_add_saved,
    STYPE = internal,
    SSPACE = 1136,
    FINALFUNC = @extschema@.minrisk_save,
    COMBINEFUNC = @extschema@.minrisk_combine,
    SERIALFUNC = @extschema@.minrisk_save,
    DESERIALFUNC = @extschema@.minrisk_load,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.hhi_merge(bytea) IS
    'the state of all suppliers of several states';

CREATE AGGREGATE @extschema@.hhi_low(quantity float8, residual float8) (
    SFUNC = @extschema@.minrisk_bounds_add,
    STYPE = internal,
    SSPACE = 1160,
    FINALFUNC = @extschema@.minrisk_low_final,
    COMBINEFUNC = @extschema@.minrisk_bounds_combine,
    SERIALFUNC = @extschema@.minrisk_bounds_save,
    DESERIALFUNC = @extschema@.minrisk_bounds_load,
    MSFUNC = @extschema@.minrisk_bounds_add,
    MINVFUNC = @extschema@.minrisk_bounds_remove,
    MSTYPE = internal,
    MSSPACE = 1160,
    MFINALFUNC = @extschema@.minrisk_low_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.hhi_low(float8, float8) IS
    'least HHI with a residual of unknown suppliers, the same in all rows; rounded down';

CREATE AGGREGATE @extschema@.hhi_high(quantity float8, residual float8) (
    SFUNC = @extschema@.minrisk_bounds_add,
    STYPE = internal,
    SSPACE = 1160,
    FINALFUNC = @extschema@.minrisk_high_final,
    COMBINEFUNC = @extschema@.minrisk_bounds_combine,
    SERIALFUNC = @extschema@.minrisk_bounds_save,
    DESERIALFUNC = @extschema@.minrisk_bounds_load,
    MSFUNC = @extschema@.minrisk_bounds_add,
    MINVFUNC = @extschema@.minrisk_bounds_remove,
    MSTYPE = internal,
    MSSPACE = 1160,
    MFINALFUNC = @extschema@.minrisk_high_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.hhi_high(float8, float8) IS
    'greatest HHI with a residual of unknown suppliers, the same in all rows; rounded up';

CREATE AGGREGATE @extschema@.top_share(quantity float8, k int4) (
    SFUNC = @extschema@.minrisk_top_add,
    STYPE = internal,
    SSPACE = 1024,
    FINALFUNC = @extschema@.minrisk_top_final,
    COMBINEFUNC = @extschema@.minrisk_kept_combine,
    SERIALFUNC = @extschema@.minrisk_kept_save,
    DESERIALFUNC = @extschema@.minrisk_kept_load,
    MSFUNC = @extschema@.minrisk_top_add,
    MINVFUNC = @extschema@.minrisk_top_remove,
    MSTYPE = internal,
    MSSPACE = 1024,
    MFINALFUNC = @extschema@.minrisk_top_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.top_share(float8, int4) IS
    'share of the k largest suppliers together; keeps the quantities, of at most 4,194,304 rows';

CREATE AGGREGATE @extschema@.weighted_hhi(quantity float8, weight float8) (
    SFUNC = @extschema@.minrisk_weighted_add,
    STYPE = internal,
    SSPACE = 2048,
    FINALFUNC = @extschema@.minrisk_weighted_final,
    COMBINEFUNC = @extschema@.minrisk_kept_combine,
    SERIALFUNC = @extschema@.minrisk_kept_save,
    DESERIALFUNC = @extschema@.minrisk_kept_load,
    MSFUNC = @extschema@.minrisk_weighted_add,
    MINVFUNC = @extschema@.minrisk_weighted_remove,
    MSTYPE = internal,
    MSSPACE = 2048,
    MFINALFUNC = @extschema@.minrisk_weighted_final,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE @extschema@.weighted_hhi(float8, float8) IS
    'sum of squared shares times weight; keeps quantities and weights, of at most 4,194,304 rows';
