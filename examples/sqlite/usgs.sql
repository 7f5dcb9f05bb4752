-- SPDX-License-Identifier: MIT
-- World production of critical minerals (USGS, Mineral Commodity Summaries 2026): how concentrated it
-- is, whoever the "other countries" are. For the sqlite3 shell, from the root of the repository, with
-- the extension loaded.

CREATE TABLE production(
    chapter TEXT, commodity TEXT, detail TEXT, unit TEXT, country TEXT, row_kind TEXT, year INTEGER,
    raw TEXT, value REAL, flag TEXT, estimated INTEGER, critical_2025 TEXT);
.import --csv --skip 1 examples/data/usgs_mcs2026_world_production.csv production

-- A dash is printed for zero, and nothing for what is withheld or not known.
UPDATE production SET value = 0 WHERE flag = 'zero';
UPDATE production SET value = NULL WHERE flag NOT IN ('ok', 'zero');

-- The residual beside each country; markets with a country that is not known are left out.
CREATE VIEW named AS
SELECT p.commodity, p.detail, p.year, p.country, p.value AS quantity, m.residual
FROM production AS p JOIN (
    SELECT commodity, detail, year,
           total(value) FILTER (WHERE row_kind = 'residual') AS residual
    FROM production
    WHERE row_kind IN ('country', 'residual')
    GROUP BY commodity, detail, year
    HAVING count(*) = count(value)) AS m USING (commodity, detail, year)
WHERE p.row_kind = 'country' AND p.critical_2025 = 'Yes';

.print The most concentrated with three suppliers or more, 2025: HHI in points, whoever the others are;
.print then of the named alone: share of the first three, and how many equal suppliers they are like
SELECT format('%-57s %5.0f to %5.0f %6.1f %% %6.2f', commodity || ', ' || lower(detail),
              floor(10000 * hhi_low(quantity, residual)), ceil(10000 * hhi_high(quantity, residual)),
              100 * top_share(quantity, 3), effective_suppliers(quantity))
FROM named
WHERE year = 2025
GROUP BY commodity, detail
HAVING count(*) > 2 AND hhi_low(quantity, residual) > 0.5
ORDER BY hhi_low(quantity, residual) DESC, commodity;

-- A window: the suppliers of tungsten from the smallest, and the HHI of each with those below it.
.print
.print Tungsten, from the smallest supplier on: HHI of five neighbours in the order of their size
SELECT format('%-16s %6.0f t %6.4f', country, quantity, hhi(quantity) OVER five)
FROM named
WHERE commodity = 'Tungsten' AND year = 2025 AND quantity > 0
WINDOW five AS (ORDER BY quantity, country ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING);

-- Two mines of 1,200 tonnes, permitted and built by estimate, against a need of 1,000 a year.
.print
.print By when may one of two mines cover a need?
SELECT format('within %2d years: %5.1f %% to %5.1f %%', year, 100 * low, 100 * high)
FROM independence(
    json_array(json_object('capacity', 1200, 'least', 7, 'likely', 11, 'most', 17, 'success', 0.6,
                           'ramp', 1.2),
               json_object('capacity', 1200, 'least', 3, 'likely', 5, 'most', 12, 'success', 0.3,
                           'ramp', 1.2)),
    1000, 20, 20000, 2026)
WHERE year % 5 = 0;
