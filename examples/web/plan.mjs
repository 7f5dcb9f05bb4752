// SPDX-License-Identifier: MIT
// A chain of projects as a model of the library, and its forecast in slices.
import { TICKS_PER_YEAR, TICK_NEVER, LEAD_KNOTS } from './minrisk.mjs';

export const FAN_TRIALS = 500;
export const FAN_DATES = 61;
export const MOST_PERCENT = 400;
const SLICE = 250;
const FAN_SLICE = 25;
const UNITS = 2 ** 24; /* of the largest quantity: each is rounded by 3e-8 of it at most */
const LEAST_NEED = 256; /* units, so that no need is moved by more than 1/512 of it */

/** A chain whose needs are too small, beside its largest quantity, to be told apart in whole units. */
export class Uneven extends Error {}

/** The need of a stage at each whole year; one number if it does not change. */
function needThroughTime(need, growth, horizon) {
    const years = [need];
    for (let year = 1; growth !== 0 && year <= horizon; year++) {
        years.push(years[year - 1] * (1 + growth / 100));
    }
    return years;
}

function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}

/** Tables of lead times, each made once: a slider changes none of them. */
export class Leads {
    #tables = new Map();

    get(lib, { low, likely, high }) {
        const key = `${low} ${likely} ${high}`;
        if (!this.#tables.has(key)) {
            if (this.#tables.size >= 500) {
                this.#tables.clear();
            }
            this.#tables.set(key, lib.leadPert(low, likely, high));
        }
        return this.#tables.get(key);
    }
}

/** The members of minrisk_model for a state, and what it rounds. */
export function modelOf(lib, state, leads) {
    const projects = state.stages.flatMap((stage, s) =>
        stage.projects.map((p) => ({ ...p, stage: s })),
    );
    const phases = projects.flatMap((p) => p.phases);
    const needs = state.stages.map((s) => needThroughTime(s.need, state.growth, state.horizon));
    const knots = needs[0].length;
    const largest = Math.max(
        ...needs.flat(),
        ...state.stages.map((stage) => sum(stage.projects.map((p) => p.capacity))),
    );
    const quantity = [...projects.map((p) => p.capacity), ...needs.flat()];
    const weight = quantity.map((q, i) => (projects[i]?.ally ? state.allied / 100 : 1));
    const { units, rounding } = lib.units(quantity, weight, largest / UNITS);
    if (units.subarray(projects.length).some((need) => need < LEAST_NEED)) {
        throw new Uneven('a need is too small beside the largest need or capacity');
    }
    const chances = projects.map((p) => Math.min(1, (p.chance / 100) * (state.success / 100)));
    let first = 0;
    return {
        rounding,
        projects: projects.length,
        stage: Uint32Array.from(projects, (p) => p.stage),
        capacity: units.slice(0, projects.length),
        base: Int32Array.from(projects, (p) => Math.round(p.start * TICKS_PER_YEAR)),
        ramp: Int32Array.from(projects, (p) => Math.round(p.ramp * TICKS_PER_YEAR)),
        success: BigUint64Array.from(chances, (chance) => lib.chance(chance)),
        phase_first: Uint32Array.from([0, ...projects.map((p) => (first += p.phases.length))]),
        phase: Uint32Array.from(phases, (phase, i) => i),
        tables: phases.length,
        table_len: LEAD_KNOTS,
        table: Int32Array.from(phases.flatMap((phase) => Array.from(leads.get(lib, phase)))),
        stages: state.stages.length,
        need_first:
            knots === 1 ? 0 : Uint32Array.from([0, ...needs.map((n, s) => (s + 1) * knots)]),
        need_tick:
            knots === 1
                ? 0
                : Int32Array.from(needs.flatMap((n) => n.map((q, year) => year * TICKS_PER_YEAR))),
        need: units.slice(projects.length),
        horizon: state.horizon * TICKS_PER_YEAR,
    };
}

/** How many trials had which supply, in percent of the need, at each date of each stage. */
class Fan {
    #lib;
    #model;
    #outlook;
    #counts;
    trials = 0;

    constructor(lib, model, horizon) {
        this.#model = model;
        this.dates = Float64Array.from(
            { length: FAN_DATES },
            (v, i) => (i * horizon) / (FAN_DATES - 1),
        );
        const knots = model.need.length / model.stages;
        const needs = Array.from({ length: model.stages }, (v, s) =>
            model.need.slice(s * knots, (s + 1) * knots),
        );
        this.#outlook = lib.outlook(
            {
                ramp: Float64Array.from(model.ramp, (ticks) => ticks / TICKS_PER_YEAR),
                capacity: Float64Array.from(model.capacity),
                stage: model.stage,
            },
            Array.from({ length: knots }, (v, year) => year),
            needs,
            this.dates,
        );
        this.#counts = new Uint32Array(model.stages * FAN_DATES * (MOST_PERCENT + 1));
    }

    /** Adds a trial, by the ticks at which its projects start. */
    add(ticks) {
        const late = this.#model.horizon + TICKS_PER_YEAR;
        const starts = Array.from(
            ticks,
            (tick) => (tick === TICK_NEVER ? late : tick) / TICKS_PER_YEAR,
        );
        for (let stage = 0; stage < this.#model.stages; stage++) {
            const { supply, need } = this.#outlook(starts, stage);
            for (let date = 0; date < FAN_DATES; date++) {
                const percent =
                    need[date] > 0 ? Math.floor((100 * supply[date]) / need[date]) : MOST_PERCENT;
                this.#counts[this.#place(stage, date) + Math.min(percent, MOST_PERCENT)]++;
            }
        }
        this.trials++;
    }

    #place(stage, date) {
        return (stage * FAN_DATES + date) * (MOST_PERCENT + 1);
    }

    /** Quantiles of a stage at each date: the least whole percent that so many trials are within. */
    quantiles(stage, q) {
        return Array.from({ length: FAN_DATES }, (v, date) => {
            const place = this.#place(stage, date);
            let percent = 0;
            let within = this.#counts[place];
            while (within < q * this.trials && percent < MOST_PERCENT) {
                percent++;
                within += this.#counts[place + percent];
            }
            return percent;
        });
    }
}

/** A forecast that is under way. */
export class Plan {
    #forecast;
    #done = 0;
    isCancelled = false;

    constructor(lib, state, leads) {
        lib.reset();
        const model = modelOf(lib, state, leads);
        lib.reset();
        this.asked = state;
        this.rounding = model.rounding;
        this.trials = state.trials;
        this.fanTrials = Math.min(FAN_TRIALS, state.trials);
        this.#forecast = lib.forecast(model, state.seed);
        this.fan = new Fan(lib, model, state.horizon);
    }

    get done() {
        return this.#done;
    }

    get isComplete() {
        return this.#done === this.trials && this.fan.trials === this.fanTrials;
    }

    /** Goes on up to a time of performance.now(), with one slice at least. */
    advance(until) {
        do {
            const trials = Math.min(SLICE, this.trials - this.#done);
            this.#forecast.run(this.#done, trials);
            this.#done += trials;
            for (let i = 0; i < FAN_SLICE && this.fan.trials < this.fanTrials; i++) {
                this.fan.add(this.#forecast.starts(this.fan.trials));
            }
        } while (!this.isComplete && performance.now() < until);
    }

    /** What the trials so far come to. */
    answer() {
        const f = this.#forecast;
        return {
            trials: f.trials(),
            already: f.already(),
            never: f.never(),
            lost: f.lost(),
            assumptions: f.assumptions(),
            bottleneck: f.bottleneck(),
            quantiles: [0.1, 0.5, 0.9].map((q) => ({ q, ...f.quantile(q) })),
            within: Array.from(this.fan.dates, (year) => ({ year, ...f.within(year) })),
        };
    }
}
