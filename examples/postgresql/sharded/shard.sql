-- SPDX-License-Identifier: MIT
-- On each of two servers: purchases of the markets that are its own, and sales of a region in markets
-- that span both.
CREATE EXTENSION minrisk;
CREATE TABLE purchase(market int, quantity float8);
CREATE TABLE sale(region text, market int, quantity float8);

-- What the coordinator reads of the sales: a state of 848 bytes for each market.
CREATE VIEW sale_state AS
SELECT region, market, hhi_state(quantity) AS state FROM sale GROUP BY region, market;
