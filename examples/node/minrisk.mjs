// SPDX-License-Identifier: MIT
/**
 * libminrisk for Node, by koffi: `npm install koffi`, no compiler. The shared library is the file
 * that MINRISK_LIBRARY names, or in the folder that it names. Formulas, units and accuracy are those
 * of the C functions of the same names in minrisk.h.
 *
 * A Float64Array is read where it is, other arrays of numbers are converted. What cannot be scored
 * throws a MinriskError, a RangeError; BadElementError, a kind of it, has `index` and `value`.
 */
import koffi from 'koffi';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const SIZE = -3;
const PARAM = -4;
const DATA = -5;

const named = process.env.MINRISK_LIBRARY ?? 'libminrisk.so';
const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory();
const library = koffi.load(isFolder ? join(named, 'libminrisk.so') : named);

koffi.struct('minrisk_interval', { low: 'double', high: 'double' });
const c = {};
for (const [name, prototype] of Object.entries({
    statusText: 'const char *minrisk_status_text(int32_t status)',
    firstInvalid: 'size_t minrisk_first_invalid(const double *x, size_t n)',
    points: 'double minrisk_to_points(double hhi)',
    hhi: 'int32_t minrisk_hhi(const double *x, size_t n, _Out_ double *out)',
    effectiveSuppliers:
        'int32_t minrisk_effective_suppliers(const double *x, size_t n, _Out_ double *out)',
    topShare: 'int32_t minrisk_top_share(const double *x, size_t n, size_t k, _Out_ double *out)',
    hhiBounds: `int32_t minrisk_hhi_bounds(const double *x, size_t n, double residual,
                    size_t suppliers, double cap, _Out_ minrisk_interval *out)`,
    hhiGroups: `int32_t minrisk_hhi_groups(const double *x, size_t n, const size_t *offset,
                    size_t groups, _Inout_ double *hhi, _Out_ int32_t *each)`,
})) {
    c[name] = library.func(prototype);
}

/** The library refused; `status` is its code. */
export class MinriskError extends RangeError {
    constructor(status, message = statusText(status)) {
        super(message);
        this.name = new.target.name;
        this.status = status;
    }
}

/** An element is NaN, infinite or negative. */
export class BadElementError extends MinriskError {
    constructor(index, value) {
        super(DATA, `element ${index} (${value}): ${statusText(DATA)}`);
        this.index = index;
        this.value = value;
    }
}

/** What a status means. */
export function statusText(status) {
    return c.statusText(status);
}

/** Never empty, since the address of nothing would be null; the length says it. */
function doubles(x) {
    const array = x instanceof Float64Array ? x : Float64Array.from(x);
    return [array.length > 0 ? array : new Float64Array(1), array.length];
}

/** A count as C has it; 2^53 - 1 is far beyond any array. */
function count(n) {
    if (!Number.isSafeInteger(n) || n < 0) {
        throw new MinriskError(SIZE, `${n} is not a count`);
    }
    return n;
}

function check(status, x, n) {
    if (status === DATA) {
        const index = Number(c.firstInvalid(x, n));
        if (index < n) {
            throw new BadElementError(index, x[index]);
        }
    }
    if (status !== 0) {
        throw new MinriskError(status);
    }
}

function measure(call, quantities, ...parameters) {
    const [x, n] = doubles(quantities);
    const out = [0];
    check(call(x, n, ...parameters, out), x, n);
    return out[0];
}

/** HHI as competition authorities print it, 0 to 10,000. */
export function points(hhi) {
    return c.points(hhi);
}

/** Herfindahl-Hirschman index, a fraction: the exact value, rounded once. */
export function hhi(quantities) {
    return measure(c.hhi, quantities);
}

/** How many equal suppliers would give the same HHI. */
export function effectiveSuppliers(quantities) {
    return measure(c.effectiveSuppliers, quantities);
}

/** Share of the k largest suppliers together. */
export function topShare(quantities, k) {
    return measure(c.topShare, quantities, count(k));
}

/**
 * Bounds on the HHI of a market with a residual, such as "other countries": { low, high }. So many
 * suppliers share it at most, none of them above the cap, where that is known.
 */
export function hhiBounds(quantities, residual, { suppliers, cap } = {}) {
    if (suppliers === 0 || cap === 0) {
        throw new MinriskError(PARAM); // to the library 0 is no limit
    }
    const [x, n] = doubles(quantities);
    const out = {};
    check(c.hhiBounds(x, n, residual, count(suppliers ?? 0), cap ?? 0, out), x, n);
    return out;
}

/**
 * HHI of many markets that stand one behind the other: market g has the quantities from offsets[g]
 * up to offsets[g + 1]. Gives { hhi, status }, with NaN where a status is not 0.
 */
export function hhiGroups(quantities, offsets) {
    const [x, n] = doubles(quantities);
    const groups = Math.max(offsets.length - 1, 0);
    const hhi = new Float64Array(groups).fill(NaN);
    const status = new Int32Array(groups);
    check(c.hhiGroups(x, n, Array.from(offsets, count), groups, hhi, status));
    return { hhi, status };
}
