-- SPDX-License-Identifier: MIT
-- On a third server, with the hosts of the two: psql -v east=HOST -v west=HOST -f coordinator.sql
CREATE EXTENSION minrisk;
CREATE EXTENSION postgres_fdw;

-- That the shards have the extension too lets its aggregates be sent to them.
CREATE SERVER east FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host :'east', dbname 'postgres', extensions 'minrisk', async_capable 'true', batch_size '5000');
CREATE SERVER west FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host :'west', dbname 'postgres', extensions 'minrisk', async_capable 'true', batch_size '5000');
CREATE USER MAPPING FOR CURRENT_USER SERVER east;
CREATE USER MAPPING FOR CURRENT_USER SERVER west;

-- A market's purchases are all on one shard: with enable_partitionwise_aggregate each shard computes the
-- HHI of its markets, and sends nothing else.
CREATE TABLE purchase(market int, quantity float8) PARTITION BY HASH (market);
CREATE FOREIGN TABLE purchase_east PARTITION OF purchase FOR VALUES WITH (MODULUS 2, REMAINDER 0)
    SERVER east OPTIONS (table_name 'purchase');
CREATE FOREIGN TABLE purchase_west PARTITION OF purchase FOR VALUES WITH (MODULUS 2, REMAINDER 1)
    SERVER west OPTIONS (table_name 'purchase');

-- A market's sales are on both: each sends its states, and the coordinator merges them.
CREATE TABLE sale(region text, market int, quantity float8) PARTITION BY LIST (region);
CREATE FOREIGN TABLE sale_east PARTITION OF sale FOR VALUES IN ('east')
    SERVER east OPTIONS (table_name 'sale');
CREATE FOREIGN TABLE sale_west PARTITION OF sale FOR VALUES IN ('west')
    SERVER west OPTIONS (table_name 'sale');
CREATE TABLE sale_state(region text, market int, state bytea) PARTITION BY LIST (region);
CREATE FOREIGN TABLE sale_state_east PARTITION OF sale_state FOR VALUES IN ('east')
    SERVER east OPTIONS (table_name 'sale_state');
CREATE FOREIGN TABLE sale_state_west PARTITION OF sale_state FOR VALUES IN ('west')
    SERVER west OPTIONS (table_name 'sale_state');
CREATE VIEW sale_hhi AS
SELECT market, hhi_of(hhi_merge(state)) AS hhi FROM sale_state GROUP BY market;
