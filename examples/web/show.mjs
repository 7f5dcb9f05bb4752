// SPDX-License-Identifier: MIT
// The module outside of a browser, on real figures: node show.mjs FOLDER, as run.sh made it.
import { readFileSync } from 'node:fs';
import { Minrisk } from './minrisk.mjs';
import { readSuppliers, readTable } from './csv.mjs';
import { samplesFrom, FIRST_SAMPLE } from './state.mjs';
import { score, pointsText, effectiveText, classText } from './market.mjs';

const EXPECTED = '6,234 to 6,243'; /* as the report prints it */

const folder = process.argv[2];
const lib = await Minrisk.load(readFileSync(`${folder}/minrisk.wasm`));
const samples = samplesFrom(readTable(readFileSync(`${folder}/production.csv`, 'utf8')));
const table = readSuppliers(samples.get(FIRST_SAMPLE).csv);
const figures = score(lib, table, { cap: 0, holders: 0, guideline: 2023 });
const points = pointsText(figures, false);
console.log(
    `tungsten, mined in 2025: ${points} points, ${classText(figures)}; as concentrated as ` +
        `${effectiveText(figures, false)} equal suppliers`,
);
if (points !== EXPECTED) {
    console.log(`expected ${EXPECTED} points`);
    process.exitCode = 1;
}
