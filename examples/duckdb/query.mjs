// SPDX-License-Identifier: MIT
// The extension in DuckDB: query.mjs EXTENSION CASES
import { DuckDBInstance } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const [extension, cases] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { allow_unsigned_extensions: 'true' });
const connection = await instance.connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const value = async (sql) => (await rows(sql))[0][0];
await connection.run(`LOAD '${extension}'`);

// Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026), and gallium.
await connection.run(`CREATE TABLE mined AS SELECT * FROM (VALUES
    ('tungsten', 67000.0), ('tungsten', 3000), ('tungsten', 2400), ('tungsten', 2000),
    ('tungsten', 2000), ('tungsten', 1700), ('tungsten', 1300), ('tungsten', 1000),
    ('tungsten', 840), ('tungsten', 800), ('tungsten', 700), ('gallium', 900), ('gallium', 5),
    ('gallium', 3), ('gallium', NULL), ('unobtainium', 0)) t(mineral, tonnes)`);
const scored = await rows(`SELECT mineral, round(10000 * hhi(tonnes)),
    round(effective_suppliers(tonnes), 2) FROM mined GROUP BY mineral ORDER BY mineral`);
for (const [mineral, hhi, suppliers] of scored) {
    const said = hhi === null ? 'no supply' : `${hhi} points, like ${suppliers} suppliers`;
    console.log(`${mineral}: ${said}`);
}

// Whether an error names that quantity.
function names(message, bad) {
    const said = /quantity (\S+): an element is not/.exec(message)?.[1];
    return /nan|inf/.test(said) ? !Number.isFinite(bad) : Number(said) === bad;
}

// The shared cases; an empty one and one of zeros are NULL.
let alike = 0;
for (const line of readFileSync(cases, 'ascii').trim().split('\n').slice(1)) {
    const [name, aggregate, quantity, , status, , expected] = line.split(',');
    if (aggregate !== 'hhi' && aggregate !== 'effective_suppliers') continue;
    const list = quantity.split(';').filter(Boolean).map((q) => `('${q}'::DOUBLE)`);
    const from = list.length > 0 ? `(VALUES ${list})` : '(SELECT NULL::DOUBLE WHERE false)';
    const query = value(`SELECT ${aggregate}(x) FROM ${from} t(x)`);
    if (status === '-5') {
        const bad = quantity.split(';').map(Number).find((q) => !(q >= 0 && q < Infinity));
        await assert.rejects(query, (error) => names(error.message, bad), name);
    } else {
        assert.deepStrictEqual(await query, expected === '' ? null : Number(expected), name);
    }
    alike++;
}
console.log(`${alike} cases alike`);

// 400,000 rows of nine groups: one thread and many, in any order of the rows, and by windows.
await connection.run(`CREATE TABLE many AS SELECT i % 9 AS market,
    (10.0 ** ((i * 7919) % 31 - 15)) * (1 + i % 1009) AS x FROM range(400000) t(i)`);
const by_market = `SELECT market, hhi(x), effective_suppliers(x) FROM many
    GROUP BY market ORDER BY market`;
await connection.run('SET threads = 1');
const alone = await rows(by_market);
await connection.run('SET threads = 4');
assert.deepStrictEqual(await rows(by_market), alone);
assert.deepStrictEqual(await rows(by_market.replace('many', '(FROM many ORDER BY x DESC)')), alone);
assert.equal(alone.length, 9);
const [plain] = await rows('SELECT sum(x * x) / (sum(x) * sum(x)) FROM many WHERE market = 0');
assert.ok(Math.abs(alone[0][1] / plain[0] - 1) < 1e-12);
const windows = await rows(`SELECT hhi(x) OVER (ORDER BY x ROWS 1 PRECEDING)
    FROM (VALUES (0.0), (0), (1), (3), (9)) t(x)`);
assert.deepStrictEqual(windows, [[null], [null], [1], [0.625], [0.625]]);
console.log('1 thread and 4, the same bits');
