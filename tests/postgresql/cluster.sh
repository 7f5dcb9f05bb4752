#!/bin/sh
# SPDX-License-Identifier: MIT
# The extension on two servers behind a third, both ways of examples/postgresql/sharded: the same bits as
# on one; and a server that dies in mid-query is an error, and nothing else. cluster.sh FOLDER
. tests/house/frame.sh
. tests/postgresql/servers.sh
sharded=examples/postgresql/sharded
rows=100000
prepare "$1"
for name in east west coordinator; do
    server "$name"
done
sql east -f $sharded/shard.sql
sql west -f $sharded/shard.sql
sql coordinator -v east="$place/east" -v west="$place/west" -f $sharded/coordinator.sql

# `whole` is what one server would have.
sql coordinator >/dev/null <<END
CREATE TABLE whole AS
SELECT CASE i % 3 WHEN 0 THEN 'east' ELSE 'west' END AS region, i % 1000 AS market,
       (i::bigint * 7919 % 1000003) / 3.0::float8 + 0.1 AS quantity
FROM generate_series(1, $rows) AS i;
INSERT INTO purchase SELECT market, quantity FROM whole;
INSERT INTO sale SELECT * FROM whole;
CREATE TABLE expected AS SELECT market, hhi(quantity) AS hhi FROM whole GROUP BY market;
ANALYZE purchase, sale, expected;
END
for name in east west; do
    sql $name -c 'ANALYZE'
    [ "$(sql $name -At -c 'SELECT count(*) > 0 FROM purchase')" = t ] || fault "$name has no rows"
done

purchases='SELECT market, hhi(quantity) FROM purchase GROUP BY market'
sales='SELECT market, hhi FROM sale_hhi'

# Per partition, so that each shard has a market whole; or not, so that both are read at once.
setting_for() {
    case $1 in
    "$purchases") echo 'SET enable_partitionwise_aggregate = on' ;;
    *) echo 'SET enable_partitionwise_aggregate = off' ;;
    esac
}

# plan_has QUERY PATTERN...
plan_has() {
    sql coordinator -At -c "$(setting_for "$1")" -c "EXPLAIN (VERBOSE, COSTS OFF) $1" >"$place/plan"
    shift
    for text; do
        grep -qE "$text" "$place/plan" || {
            cat "$place/plan"
            fault "the plan lacks: $text"
        }
    done
}

plan_has "$purchases" 'Async Foreign Scan' 'Relations: Aggregate on' 'Remote SQL: .*public\.hhi\('
plan_has "$sales" 'Async Foreign Scan on public.sale_state_east' \
    'Async Foreign Scan on public.sale_state_west' 'hhi_merge'

differences() {
    sql coordinator -At -c "$(setting_for "$1")" -c "SELECT count(*) FROM ($1) AS got(market, hhi)
        FULL JOIN expected USING (market) WHERE got.hhi IS DISTINCT FROM expected.hhi"
}

for query in "$purchases" "$sales"; do
    [ "$(differences "$query")" = 0 ] || fault "other bits than on one server: $query"
done

# Each market takes ten milliseconds, so that the query is in the middle when the server goes.
sql west -c "ALTER VIEW sale_state RENAME TO fast" -c "CREATE VIEW sale_state AS
    SELECT region, market, state FROM fast CROSS JOIN LATERAL (SELECT pg_sleep(0.01 + 0 * market)) AS nap" \
    -c CHECKPOINT # commits are asynchronous here, and this one is to outlive the server
sql coordinator -At -c "$sales" >"$place/rows" 2>"$place/error" &
query=$!
tries=0
until [ "$(sql west -At -c "SELECT count(*) FROM pg_stat_activity
    WHERE application_name = 'postgres_fdw' AND state = 'active'")" = 1 ]; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || break
    sleep 0.1
done
stop west immediate
if wait $query; then
    fault "a query whose server died gave an answer"
fi
grep -qE '^ERROR: +(server closed the connection|terminating connection)' "$place/error" ||
    fault "the error is: $(cat "$place/error")"
[ ! -s "$place/rows" ] || fault "a query whose server died gave rows"
cat "$place/error"
sql coordinator -At -c "$purchases" >/dev/null 2>"$place/error" && fault "a shard that is away was not missed"
grep -q 'could not connect to server' "$place/error" || fault "the error is: $(cat "$place/error")"

start west
sql west -c 'DROP VIEW sale_state' -c 'ALTER VIEW fast RENAME TO sale_state'
for query in "$purchases" "$sales"; do
    [ "$(differences "$query")" = 0 ] || fault "other bits after the restart: $query"
done
finish_servers
finish
