-- SPDX-License-Identifier: MIT
-- World production of critical minerals (USGS, Mineral Commodity Summaries 2026): how concentrated it is,
-- whoever the "other countries" are. For psql, from the root of the repository.
\pset tuples_only on
\pset format unaligned
CREATE EXTENSION minrisk;

CREATE TABLE production(
    chapter text, commodity text, detail text, unit text, country text, row_kind text, year int, raw text,
    value float8, flag text, estimated int, critical_2025 text);
\copy production FROM 'examples/data/usgs_mcs2026_world_production.csv' WITH (FORMAT csv, HEADER)

-- A dash is printed for zero, and nothing for what is withheld or not known.
UPDATE production SET value = CASE flag WHEN 'zero' THEN 0 WHEN 'ok' THEN value END;

-- The residual beside each country; markets with a country that is not known are left out.
CREATE VIEW named AS
SELECT p.commodity, p.detail, p.year, p.country, p.value AS quantity, m.residual
FROM production AS p JOIN (
    SELECT commodity, detail, year,
           coalesce(sum(value) FILTER (WHERE row_kind = 'residual'), 0) AS residual
    FROM production
    WHERE row_kind IN ('country', 'residual')
    GROUP BY commodity, detail, year
    HAVING count(*) = count(value)) AS m USING (commodity, detail, year)
WHERE p.row_kind = 'country' AND p.critical_2025 = 'Yes';

\echo The most concentrated with three suppliers or more, 2025: HHI in points, whoever the others are;
\echo then of the named alone: share of the first three, and how many equal suppliers they are like
SELECT format('%-57s %5s to %5s %6s %% %6s', commodity || ', ' || lower(detail),
              floor(10000 * hhi_low(quantity, residual)), ceil(10000 * hhi_high(quantity, residual)),
              round(100 * top_share(quantity, 3)::numeric, 1), round(effective_suppliers(quantity)::numeric, 2))
FROM named
WHERE year = 2025
GROUP BY commodity, detail
HAVING count(*) > 2 AND hhi_low(quantity, residual) > 0.5
ORDER BY hhi_low(quantity, residual) DESC, commodity;

\echo
\echo States of parts, such as months or servers, are put together without their rows:
CREATE TABLE part AS
SELECT commodity, year, quantity > 1500 AS is_large, hhi_state(quantity) AS state
FROM named
GROUP BY 1, 2, 3;
SELECT format('tungsten %s: %s from states, %s from rows', year, hhi_of(hhi_merge(state)),
              (SELECT hhi(quantity) FROM named AS n WHERE n.commodity = 'Tungsten' AND n.year = part.year))
FROM part
WHERE commodity = 'Tungsten'
GROUP BY year
ORDER BY year;

\echo
\echo Tungsten, from the smallest supplier on: HHI of five neighbours in the order of their size
SELECT format('%-16s %6s t %s', country, quantity, round((hhi(quantity) OVER five)::numeric, 4))
FROM named
WHERE commodity = 'Tungsten' AND year = 2025 AND quantity > 0
WINDOW five AS (ORDER BY quantity, country ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING);
