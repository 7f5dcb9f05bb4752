// SPDX-License-Identifier: MIT
// libminrisk for JavaScript, over the module that run.sh builds. The module imports nothing; its
// memory is bounded when it is linked. Every address that goes in or comes out is checked here,
// with its length, against that memory. One instance holds one question at a time: reset() forgets
// what it was asked.

// Members of the structs in their order, each of one word; an array names its length.
const ONE = null;
const ofProjects = (m) => m.projects;
const ofPhases = (m) => m.phase_first.at(-1);
const ofKnots = (m) => (m.need_first ? m.need_first.at(-1) : m.stages);
const MODEL = {
    projects: ONE,
    id: ofProjects,
    stage: ofProjects,
    country: ofProjects,
    capacity: ofProjects,
    base: ofProjects,
    ramp: ofProjects,
    success: ofProjects,
    phase_first: (m) => m.projects + 1,
    phase: ofPhases,
    slip: ofProjects,
    slipped: ofProjects,
    group: ofProjects,
    after: ofProjects,
    tables: ONE,
    table_len: ONE,
    table: (m) => m.tables * m.table_len,
    stages: ONE,
    need_first: (m) => m.stages + 1,
    need_tick: ofKnots,
    need: ofKnots,
    slips: ONE,
    slip_chance: (m) => m.slips,
    slip_table: (m) => m.slips,
    slip_group: (m) => m.slips,
    groups: ONE,
    group_chance: (m) => m.groups,
    shocks: ONE,
    shock_chance: (m) => m.shocks,
    shock_table: (m) => m.shocks,
    shock_countries: (m) => m.shocks,
    shock_stages: (m) => m.shocks,
    horizon: ONE,
};
const ofCount = (m) => m.count;
const PROJECTS = {
    count: ONE,
    start: ofCount,
    ramp: ofCount,
    capacity: ofCount,
    life: ofCount,
    share: ofCount,
    stage: ofCount,
    country: ofCount,
    starts_after: ofCount,
    shape: ofCount,
    shapes: ONE,
    shape_count: ONE,
    stage_yield: (m) => m.stages,
    stages: ONE,
    countries: ONE,
};
const TALLY_BYTES = 4984;
const WHEN_BYTES = 64;
const ESTIMATE_BYTES = 32;
const CONDITION_BYTES = 72;
const TALLY = { assumptions: 1, trials: 3, already: 4, never: 5, lost: 6, bottleneck: 14 };
const COVERAGE = 1;
const KNOWS_FIRST = 1;
const LONGEST_TEXT = 200;

export const TICKS_PER_YEAR = 65536;
export const TICK_NEVER = 2147483647;
export const LEAD_KNOTS = 257;

/** A status of the library that is not success, with its text. */
export class MinriskError extends Error {
    constructor(call, status, text) {
        super(`${call}: ${text}`);
        this.name = 'MinriskError';
        this.status = status;
    }
}

/** The module's memory: what is taken is kept up to the next reset. */
export class Memory {
    #memory;
    #base;
    #top;
    #era = 0;

    constructor(exports) {
        this.#memory = exports.memory;
        this.#base = exports.__heap_base.value;
        this.#top = this.#base;
    }

    reset() {
        this.#top = this.#base;
        this.#era++;
    }

    /** An address and its length, checked at each use, and refused after a reset. */
    lease(at, bytes) {
        const era = this.#era;
        return () => {
            if (era !== this.#era) {
                throw new RangeError('used after a reset');
            }
            this.view(Uint8Array, at, bytes);
            return at;
        };
    }

    /** Room for so many bytes, at a multiple of 8; a RangeError where the bound is reached. */
    take(bytes) {
        if (!Number.isSafeInteger(bytes) || bytes < 0) {
            throw new RangeError(`no length: ${bytes}`);
        }
        const at = Math.ceil(this.#top / 8) * 8;
        const lacking = at + bytes - this.#memory.buffer.byteLength;
        if (lacking > 0) {
            this.#memory.grow(Math.ceil(lacking / 65536));
        }
        this.#top = at + bytes;
        return at;
    }

    /** What stands at an address, as a typed array that is good up to the next take. */
    view(Kind, at, length) {
        const size = Kind.BYTES_PER_ELEMENT;
        if (
            !Number.isSafeInteger(at) ||
            !Number.isSafeInteger(length) ||
            length < 0 ||
            at < this.#base ||
            at % size !== 0 ||
            at + length * size > this.#top
        ) {
            throw new RangeError(`not of this memory: ${length} elements at ${at}`);
        }
        return new Kind(this.#memory.buffer, at, length);
    }

    /** A copy of an array in the memory; its address. */
    put(Kind, values) {
        const at = this.take(values.length * Kind.BYTES_PER_ELEMENT);
        this.view(Kind, at, values.length).set(values);
        return at;
    }

    /** A constant string of the library. */
    text(at) {
        const all = new Uint8Array(this.#memory.buffer);
        const end = at > 0 ? all.subarray(0, at + LONGEST_TEXT).indexOf(0, at) : -1;
        if (end < 0) {
            throw new RangeError(`no text at ${at}`);
        }
        return String.fromCharCode(...all.subarray(at, end));
    }
}

export class Minrisk {
    #exports;
    #memory;

    /** From the bytes of the module, or from one that was compiled before. */
    static async load(source) {
        const module =
            source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
        return new Minrisk((await WebAssembly.instantiate(module)).exports);
    }

    constructor(exports) {
        this.#exports = exports;
        this.#memory = new Memory(exports);
    }

    reset() {
        this.#memory.reset();
    }

    version() {
        return this.#exports.minrisk_version();
    }

    assumptionText(bit) {
        return this.#memory.text(this.#exports.minrisk_assumption_text(bit));
    }

    whenText(status) {
        return this.#memory.text(this.#exports.minrisk_when_text(status));
    }

    #call(name, ...values) {
        const status = this.#exports[`minrisk_${name}`](...values);
        if (status !== 0) {
            throw new MinriskError(
                name,
                status,
                this.#memory.text(this.#exports.minrisk_status_text(status)),
            );
        }
    }

    /** Calls a function whose last argument is a double to be written. */
    #double(name, ...values) {
        const at = this.#memory.take(8);
        this.#call(name, ...values, at);
        return this.#memory.view(Float64Array, at, 1)[0];
    }

    /** The class of an HHI, 0 to 2, under the guideline of a year. */
    classify(hhi, guideline) {
        const at = this.#memory.take(4);
        this.#call('classify', hhi, guideline, at);
        return this.#memory.view(Int32Array, at, 1)[0];
    }

    /** The suppliers of a market, copied in; its methods hold up to the next reset. */
    market(quantity) {
        const n = quantity.length;
        const at = this.#memory.lease(this.#memory.put(Float64Array, quantity), 8 * n);
        return {
            firstInvalid: () => this.#exports.minrisk_first_invalid(at(), n),
            hhi: () => this.#double('hhi', at(), n),
            effectiveSuppliers: () => this.#double('effective_suppliers', at(), n),
            topShare: (k) => this.#double('top_share', at(), n, k),
            coverage: (residual) => this.#double('coverage', at(), n, residual),
            hhiBounds: (residual, suppliers, cap) =>
                this.#hhiBounds(at(), n, residual, suppliers, cap),
            shares: () => this.#shares(at(), n),
        };
    }

    #hhiBounds(at, n, residual, suppliers, cap) {
        const out = this.#memory.take(16);
        this.#call('hhi_bounds', at, n, residual, suppliers, cap, out);
        const [low, high] = this.#memory.view(Float64Array, out, 2);
        return { low, high };
    }

    #shares(at, n) {
        const out = this.#memory.take(8 * n);
        this.#call('shares', at, n, out);
        return this.#memory.view(Float64Array, out, n).slice();
    }

    /** A lead time by three estimates, in years, as a table of ticks. */
    leadPert(least, likely, most) {
        const at = this.#memory.take(4 * LEAD_KNOTS);
        this.#call('lead_pert', least, likely, most, at, LEAD_KNOTS);
        return this.#memory.view(Int32Array, at, LEAD_KNOTS).slice();
    }

    /** Quantities in whole units, and the most that rounding moved one of them by. */
    units(quantity, weight, unit) {
        const n = quantity.length;
        if (weight.length !== n) {
            throw new RangeError(`${weight.length} weights of ${n} quantities`);
        }
        const from = this.#memory.put(Float64Array, quantity);
        const part = this.#memory.put(Float64Array, weight);
        const out = this.#memory.take(4 * n);
        const rounding = this.#double('units', from, part, n, unit, out);
        return { units: this.#memory.view(Uint32Array, out, n).slice(), rounding };
    }

    /** A chance as the model takes it, 0 to 2^32. */
    chance(probability) {
        const at = this.#memory.take(8);
        this.#call('chance', probability, at);
        return this.#memory.view(BigUint64Array, at, 1)[0];
    }

    /** A struct whose members are all words: numbers as they are, typed arrays copied in. */
    #struct(lengths, members) {
        const words = Object.entries(lengths).map(([name, length]) => {
            const value = members[name] ?? 0;
            if (typeof value === 'number') {
                return value;
            }
            if (value.length !== length(members)) {
                throw new RangeError(`${name}: ${value.length} in place of ${length(members)}`);
            }
            return this.#memory.put(value.constructor, value);
        });
        return this.#memory.put(Int32Array, words);
    }

    /** Trials of a model, whose members are those of minrisk_model; kept up to the next reset. */
    forecast(model, seed) {
        const take = (bytes) => this.#memory.lease(this.#memory.take(bytes), bytes);
        const at = this.#memory.lease(this.#struct(MODEL, model), 4 * Object.keys(MODEL).length);
        const length = this.#exports.minrisk_forecast_workspace(at());
        const work = take(4 * length);
        const tally = take(TALLY_BYTES);
        const out = take(16);
        const start = take(4 * model.projects);
        const when = take(3 * WHEN_BYTES);
        const estimate = take(ESTIMATE_BYTES);
        const drawn = BigInt(seed);
        this.#call('tally_init', tally(), TALLY_BYTES);
        const count = (member, n = 1) =>
            this.#memory.view(Uint32Array, tally() + 4 * TALLY[member], n);
        return {
            run: (first, trials) => {
                const from = BigInt(first);
                this.#call('forecast_run', at(), drawn, from, trials, work(), length, tally());
            },
            starts: (trial) => {
                const which = BigInt(trial);
                this.#call('forecast_trial', at(), drawn, which, work(), length, start(), out());
                return this.#memory.view(Int32Array, start(), model.projects);
            },
            trials: () => count('trials')[0],
            already: () => count('already')[0],
            never: () => count('never')[0],
            lost: () => count('lost')[0],
            assumptions: () => count('assumptions')[0],
            bottleneck: () => Array.from(count('bottleneck', model.stages)),
            within: (years) => {
                this.#call('forecast_within', tally(), years, estimate());
                const [low, value, high] = this.#memory.view(Float64Array, estimate(), 3);
                return { low, value, high };
            },
            quantile: (q) => {
                const [low, value, high] = [0, 1, 2].map((i) => when() + i * WHEN_BYTES);
                this.#call('forecast_quantile', tally(), q, low, value, high);
                return { low: this.#when(low), value: this.#when(value), high: this.#when(high) };
            },
        };
    }

    /** A minrisk_when: its status, and its first time where that is known. */
    #when(at) {
        const [status, known] = this.#memory.view(Int32Array, at, 2);
        const first = this.#memory.view(Float64Array, at + 16, 1)[0];
        return { status, first: (known & KNOWS_FIRST) !== 0 ? first : null };
    }

    /** Supply and need of each stage at given dates, for projects whose starts change from call to
     * call: at(starts, stage) gives views that are good up to the next call. */
    outlook(projects, needYear, needs, dates) {
        const start = new Float64Array(projects.capacity.length);
        const words = Object.keys(PROJECTS).length;
        const at = this.#memory.lease(
            this.#struct(PROJECTS, { ...projects, count: start.length, start }),
            4 * words,
        );
        const place = this.#memory.view(Int32Array, at(), words)[1];
        const conditions = needs.map((need, stage) => this.#coverage(stage, needYear, need));
        const lengths = conditions.map((condition) =>
            this.#exports.minrisk_when_met_workspace(at(), condition, 1),
        );
        const length = Math.max(...lengths);
        const n = dates.length;
        const year = this.#memory.put(Float64Array, dates);
        const take = (bytes) => this.#memory.lease(this.#memory.take(bytes), bytes);
        const [work, supply, need] = [take(8 * length), take(8 * n), take(8 * n)];
        return (starts, stage) => {
            const [room, have, want] = [work(), supply(), need()];
            this.#memory.view(Float64Array, place, start.length).set(starts);
            this.#call('outlook', at(), conditions[stage], year, n, room, length, have, want, 0);
            return {
                supply: this.#memory.view(Float64Array, have, n),
                need: this.#memory.view(Float64Array, want, n),
            };
        };
    }

    /** A minrisk_condition that a stage covers its need. */
    #coverage(stage, needYear, need) {
        if (needYear.length !== need.length) {
            throw new RangeError(`${needYear.length} years of ${need.length} needs`);
        }
        const years = this.#memory.put(Float64Array, needYear);
        const needs = this.#memory.put(Float64Array, need);
        const at = this.#memory.take(CONDITION_BYTES);
        this.#memory.view(Uint8Array, at, CONDITION_BYTES).fill(0);
        this.#memory.view(Uint32Array, at, 2).set([COVERAGE, stage]);
        this.#memory.view(Float64Array, at + 8, 1)[0] = 1;
        this.#memory.view(Uint32Array, at + 16, 3).set([need.length, years, needs]);
        return at;
    }
}
