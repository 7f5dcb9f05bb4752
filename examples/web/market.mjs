// SPDX-License-Identifier: MIT
// The figures of a table of suppliers. All of them are the library's but for the two products and
// quotients named below.

export const TOP = [1, 3, 5];
export const CLASSES = ['unconcentrated', 'moderately concentrated', 'highly concentrated'];
/** In points, as minrisk_classify has them. */
export const THRESHOLDS = { 1992: [1000, 1800], 2010: [1500, 2500], 2023: [1000, 1800] };

/** Figures of a table that csv.mjs has read without a fault. With a residual, whoever shares it:
 *
 *     hhi        its bounds, rounded outwards
 *     named      HHI of the named alone, or null where none of them supplies
 *     effective  suppliers: the reciprocals of the bounds, or one figure if nothing is residual
 *     coverage   share of the total that is named
 *     top        share of the k largest named in the total, topShare * coverage: at the least so
 *                much belongs to the k largest of all
 *     shares     of each named, then of the residual, in the total
 */
export function score(lib, table, { cap, holders, guideline }) {
    lib.reset();
    const residual = table.residual?.quantity ?? 0;
    const quantities = table.quantities.length > 0 ? table.quantities : Float64Array.of(0);
    const market = lib.market(quantities);
    const hhi = market.hhiBounds(residual, holders, cap);
    const coverage = market.coverage(residual);
    const named = coverage > 0 ? market.hhi() : null;
    const one = residual === 0 ? market.effectiveSuppliers() : null;
    return {
        hhi,
        named,
        coverage,
        effective: { low: one ?? 1 / hhi.high, high: one ?? 1 / hhi.low },
        top: TOP.map((k) => ({ k, share: named === null ? 0 : market.topShare(k) * coverage })),
        classes: [lib.classify(hhi.low, guideline), lib.classify(hhi.high, guideline)],
        shares: lib.market(withLast(quantities, residual)).shares(),
    };
}

function withLast(values, last) {
    const all = new Float64Array(values.length + 1);
    all.set(values);
    all[values.length] = last;
    return all;
}

function points(value, round) {
    return round(10000 * value).toLocaleString('en');
}

/* A bound that is a whole point but for the rounding of a double, such as 3,400.0000000000005, is
 * printed as that point. */
const NEARLY = 1e-6;
const down = (value) => Math.floor(value + NEARLY);
const up = (value) => Math.ceil(value - NEARLY);

/** An HHI in points: one figure, or its bounds rounded outwards. */
export function pointsText({ hhi, named }, isExact) {
    if (isExact) {
        return points(named, Math.round);
    }
    const [low, high] = [points(hhi.low, down), points(hhi.high, up)];
    return low === high ? low : `${low} to ${high}`;
}

/** Effective suppliers, to two digits after the point, rounded outwards. */
export function effectiveText({ effective: { low, high } }, isExact) {
    if (isExact) {
        return low.toFixed(2);
    }
    const least = (down(100 * low) / 100).toFixed(2);
    return high < Infinity
        ? `${least} to ${(up(100 * high) / 100).toFixed(2)}`
        : `${least} or more`;
}

export function classText({ classes: [low, high] }) {
    return low === high ? CLASSES[low] : `${CLASSES[low]} to ${CLASSES[high]}`;
}

/** The bits of a double, as 16 hexadecimal digits. */
export function bitsOf(value) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16).padStart(16, '0');
}
