// SPDX-License-Identifier: MIT
// Arrays scored by libminrisk, and what is said of those that cannot be.
import * as minrisk from './minrisk.mjs';

// Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
const mined = [67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700];
const others = 2400;

const points = minrisk.points(minrisk.hhi(mined)).toFixed(0);
const suppliers = minrisk.effectiveSuppliers(mined).toFixed(2);
console.log(
    `tungsten, named countries alone: HHI ${points} points, like ${suppliers} equal suppliers`,
);
console.log(`the first three hold ${(100 * minrisk.topShare(mined, 3)).toFixed(1)} %`);
const { low, high } = minrisk.hhiBounds(mined, others);
const [from, to] = [low, high].map((end) => minrisk.points(end).toFixed(1));
console.log(`with the others, whoever they are: HHI ${from} to ${to} points`);

// Three markets one behind the other, the second of them empty.
const markets = minrisk.hhiGroups([5, 3, 2, 10, 20, 20, 50], [0, 3, 3, 7]);
markets.status.forEach((status, g) => {
    const said = status === 0 ? `HHI ${markets.hhi[g].toFixed(4)}` : minrisk.statusText(status);
    console.log(`market ${g}: ${said}`);
});

try {
    minrisk.hhi([1, 2, -0.5]);
} catch (error) {
    if (error instanceof minrisk.BadElementError) {
        console.log(`refused: element ${error.index}: ${minrisk.statusText(error.status)}`);
    }
}
