-- SPDX-License-Identifier: MIT
-- What the extension gives and what it refuses, for pg_regress: make installcheck.
CREATE SCHEMA risk;
CREATE EXTENSION minrisk SCHEMA risk;
SET search_path = public, risk;

CREATE TABLE tungsten(country text, quantity float8, estimated bool);
INSERT INTO tungsten VALUES
    ('China', 67000, true), ('Vietnam', 3000, true), ('Kazakhstan', 2400, true), ('Korea, North', 2000, true),
    ('Russia', 2000, true), ('Bolivia', 1700, true), ('Rwanda', 1300, true), ('Australia', 1000, true),
    ('Austria', 840, true), ('Spain', 800, true), ('Portugal', 700, true), ('United States', NULL, false);

-- Of the named countries, and with the 2,400 tonnes of others.
SELECT hhi(quantity), effective_suppliers(quantity) FROM tungsten;
SELECT hhi_low(quantity, 2400), hhi_high(quantity, 2400), top_share(quantity, 3) FROM tungsten;
SELECT weighted_hhi(quantity, CASE country WHEN 'China' THEN 5.5 ELSE 2 END) FROM tungsten;
SELECT hhi(DISTINCT quantity), hhi(quantity) FILTER (WHERE country <> 'China') FROM tungsten;

-- Integers and numerics are converted.
SELECT hhi(x), hhi(x::numeric), hhi(x::real) FROM generate_series(1, 4) AS x;

-- The bits do not depend on sizes.
SELECT hhi(x), effective_suppliers(x) FROM unnest('{1e308, 1e308, 1e308}'::float8[]) AS x;
SELECT hhi(x), effective_suppliers(x) FROM unnest('{5e-324, 1e-323, 1.5e-323}'::float8[]) AS x;

-- No rows, no quantities, no supply: NULL. A NULL is skipped.
SELECT hhi(x), effective_suppliers(x), hhi_low(x, 1), hhi_high(x, 1), top_share(x, 1), weighted_hhi(x, 1)
FROM unnest('{}'::float8[]) AS x;
SELECT hhi(x), effective_suppliers(x), hhi_low(x, 1), hhi_high(x, 1), top_share(x, 1), weighted_hhi(x, 1)
FROM unnest('{NULL, NULL}'::float8[]) AS x;
SELECT hhi(x), effective_suppliers(x), hhi_low(x, 0), hhi_high(x, 0), top_share(x, 1), weighted_hhi(x, 1)
FROM unnest('{0, -0}'::float8[]) AS x;
SELECT hhi(x), effective_suppliers(x), hhi_low(x, 4), hhi_high(x, 4), top_share(x, 1), weighted_hhi(x, 2)
FROM unnest('{3, NULL, 1, NULL}'::float8[]) AS x;
SELECT hhi_low(x, 5), hhi_high(x, 5) FROM unnest('{0}'::float8[]) AS x;

-- A residual or k of NULL makes the result NULL; a weight of NULL skips its row.
SELECT hhi_low(x, NULL), hhi_high(x, NULL), top_share(x, NULL) FROM generate_series(1, 3) AS x;
SELECT weighted_hhi(x, NULLIF(x, 2)) FROM generate_series(1, 3) AS x;

-- States are merged in any order, and read anywhere.
SELECT length(hhi_state(quantity)) FROM tungsten;
SELECT hhi_of(hhi_state(quantity)), effective_suppliers_of(hhi_state(quantity)) FROM tungsten;
SELECT hhi_of(hhi_merge(state)), hhi_merge(state ORDER BY length) = hhi_merge(state ORDER BY length DESC)
FROM (SELECT length(country), hhi_state(quantity) AS state FROM tungsten GROUP BY 1) AS parts;
SELECT hhi_of(hhi_state(NULL)), hhi_of(NULL), hhi_merge(NULL::bytea) IS NOT NULL;
SELECT hhi_state(x) IS NULL, hhi_merge(NULL::bytea) IS NULL FROM unnest('{}'::float8[]) AS x;

-- Windows.
SELECT country, hhi(quantity) OVER five, top_share(quantity, 2) OVER five, hhi_high(quantity, 100) OVER five
FROM tungsten
WINDOW five AS (ORDER BY quantity, country ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING);

-- What is refused, with its SQLSTATE and the value.
CREATE FUNCTION refusal(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE query;
    RETURN 'accepted';
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;

SELECT call, refusal(format('SELECT %s FROM (VALUES (1::float8, 1), (2, 2)) AS v(x, i)', call)) FROM unnest(ARRAY[
    'hhi(CASE i WHEN 2 THEN ''NaN''::float8 END)',
    'hhi(CASE i WHEN 2 THEN ''Infinity''::float8 ELSE 1 END)',
    'hhi(CASE i WHEN 2 THEN ''-Infinity''::float8 ELSE 1 END)',
    'hhi(1 - x * x)',
    'hhi(-5e-324::float8)',
    'hhi_state(-x)',
    'effective_suppliers(-x)',
    'hhi_low(-x, 1)',
    'hhi_low(x, -1)',
    'hhi_high(x, ''NaN'')',
    'hhi_high(x, x)',
    'hhi_high(x, NULLIF(x, 2))',
    'top_share(-x, 1)',
    'top_share(x, 0)',
    'top_share(x, -2147483648)',
    'top_share(x, i)',
    'weighted_hhi(''NaN'', x)',
    'weighted_hhi(x, -x)',
    'hhi(x) OVER (ORDER BY i), hhi(-x) OVER (ORDER BY i)',
    'hhi_high(x, x) OVER (ORDER BY i)',
    'hhi_of('''')',
    'hhi_of(''\x4d525301'')',
    'hhi_of(hhi_state(x) || ''\x00'')',
    'hhi_of(substr(hhi_state(x), 1, 847))',
    'hhi_of(set_byte(hhi_state(x), 3, 2))',
    'hhi_of(set_byte(hhi_state(x), 700, 1))',
    'effective_suppliers_of(set_byte(hhi_state(x), 8, 3))',
    'hhi_merge(''\x00'')',
    'hhi(''abc'')',
    'hhi(''abc''::bytea)']) AS call;

-- Nobody makes a state by hand; releases of PostgreSQL say so in different words.
SELECT call, refusal('SELECT ' || call) ~ '^(42883|0A000) ' AS refused FROM unnest(ARRAY[
    'minrisk_add(NULL, 1)',
    'minrisk_save(NULL)',
    'minrisk_load(''\x00'', NULL)']) AS call;

-- The measures, as the catalogue has them: all immutable and parallel safe.
SELECT p.oid::regprocedure, provolatile, proparallel, aggcombinefn <> 0 AS combine, aggserialfn <> 0 AS serial,
       aggminvtransfn <> 0 AS moving
FROM pg_proc AS p JOIN pg_aggregate AS a ON a.aggfnoid = p.oid
WHERE pronamespace = 'risk'::regnamespace
ORDER BY p.proname;
SELECT count(*), count(*) FILTER (WHERE provolatile = 'i' AND proparallel = 's')
FROM pg_proc
WHERE pronamespace = 'risk'::regnamespace;

-- It leaves nothing behind.
DROP EXTENSION minrisk;
SELECT count(*) FROM pg_proc WHERE pronamespace = 'risk'::regnamespace;
DROP SCHEMA risk;
DROP TABLE tungsten;
DROP FUNCTION refusal;
