// SPDX-License-Identifier: MIT
// examples/cases.csv through minrisk.mjs: the same bits, statuses and bad elements. cases.mjs FILE
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as minrisk from './minrisk.mjs';

const number = (word) => (word === '' ? NaN : Number(word));
const numbers = (text) => (text === '' ? [] : text.split(';').map(number));
const limit = (x) => (x === 0 ? undefined : x);

const calls = {
    hhi: (x) => [minrisk.hhi(x)],
    effective_suppliers: (x) => [minrisk.effectiveSuppliers(x)],
    top_share: (x, [k]) => [minrisk.topShare(x, k)],
    hhi_bounds: (x, [residual, suppliers, cap]) => {
        const limits = { suppliers: limit(suppliers), cap: limit(cap) };
        const { low, high } = minrisk.hhiBounds(x, residual, limits);
        return [low, high];
    },
};

/** Statuses, the bad element and values. */
function answer(name, x, p) {
    try {
        if (name === 'hhi_groups') {
            const { hhi, status } = minrisk.hhiGroups(x, p);
            const bad = x.findIndex((value) => !(value >= 0 && value < Infinity));
            return [[...status], bad < 0 ? '' : String(bad), [...hhi]];
        }
        return [[0], '', calls[name](x, p)];
    } catch (error) {
        if (!(error instanceof minrisk.MinriskError)) throw error;
        return [[error.status], String(error.index ?? ''), []];
    }
}

let cases = 0;
for (const line of readFileSync(process.argv[2], 'ascii').trim().split('\n').slice(1)) {
    const [, name, quantity, argument, status, bad, expected] = line.split(',');
    if (name in calls || name === 'hhi_groups') {
        const should = [numbers(status), bad, numbers(expected)]; // -0 and 0 are told apart
        for (const kind of [Array, Float64Array]) {
            const said = answer(name, kind.from(numbers(quantity)), numbers(argument));
            assert.deepStrictEqual(said, should, line);
        }
        cases++;
    }
}

assert.throws(() => minrisk.hhi([3, -0.5]), /^BadElementError: element 1 \(-0\.5\): an element/);
assert.throws(() => minrisk.hhi([3, -0.5]), RangeError);
assert.throws(() => minrisk.topShare([3], -1), /-1 is not a count/);
assert.throws(() => minrisk.topShare([3], 1.5), /1\.5 is not a count/);
assert.throws(() => minrisk.hhiBounds([3], 1, { cap: 0 }), { status: -4 });
assert.throws(() => minrisk.hhiGroups([3], [0, -1]), { status: -3 });
console.log(`${cases} cases alike`);
