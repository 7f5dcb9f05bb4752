// SPDX-License-Identifier: MIT
// What the page was asked, its limits, and its form in the fragment of the address: the part after
// the #, which no browser sends. A fragment is read as what it is, text from anywhere: whatever is
// not of the form below is refused, and named.

import { UNPRINTABLE } from './csv.mjs';

export const LIMITS = {
    allied: { low: 0, high: 100, step: 1 },
    growth: { low: -5, high: 15, step: 0.1 },
    success: { low: 0, high: 150, step: 1 },
    horizon: { low: 1, high: 60, step: 1 },
    trials: { low: 1000, high: 1000000, step: 1 },
    seed: { low: 0, high: Number.MAX_SAFE_INTEGER, step: 1 },
    cap: { low: 0, high: 1e300, step: 'any' },
    holders: { low: 0, high: 1000000, step: 1 },
    need: { low: 0.001, high: 1e9, step: 'any' },
    capacity: { low: 0, high: 1e9, step: 'any' },
    start: { low: -50, high: 60, step: 'any' },
    ramp: { low: 0, high: 30, step: 'any' },
    chance: { low: 0, high: 100, step: 'any' },
    lead: { low: 0, high: 60, step: 'any' },
};
export const GUIDELINES = [2023, 2010, 1992];
export const MOST = { stages: 8, projects: 6, phases: 4, name: 60, fragment: 60000, csv: 20000 };
export const FIRST_SAMPLE = 'Tungsten: Mine production, metric tons';

const NUMBERS = ['allied', 'growth', 'success', 'horizon', 'trials', 'seed', 'cap', 'holders'];

class Refusal extends Error {}

/** A number within the limits of its name, or a message that says what it should be. */
export function limited(name, value) {
    const { low, high, step } = LIMITS[name];
    if (typeof value !== 'number' || !(value >= low && value <= high)) {
        throw new Refusal(`a number from ${low} to ${high} is wanted`);
    }
    if (step === 1 && !Number.isInteger(value)) {
        throw new Refusal('a whole number is wanted');
    }
    return value;
}

/** A name that can be shown in one line. */
export function nameOf(value) {
    if (typeof value !== 'string' || value.length > MOST.name || UNPRINTABLE.test(value)) {
        throw new Refusal(`a name of up to ${MOST.name} printable characters is wanted`);
    }
    return value;
}

function listOf(value, least, most, read) {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
        throw new Refusal(`a list of ${least} to ${most} is wanted`);
    }
    return value.map(read);
}

function fieldsOf(value, count) {
    return listOf(value, count, count, (field) => field);
}

/** Three leads that ascend. */
export function ascending({ low, likely, high }) {
    if (!(low <= likely && likely <= high)) {
        throw new Refusal('low, likely and high must ascend');
    }
}

function phaseOf(value) {
    const [name, ...leads] = fieldsOf(value, 4);
    const [low, likely, high] = leads.map((lead) => limited('lead', lead));
    const phase = { name: nameOf(name), low, likely, high };
    ascending(phase);
    return phase;
}

function projectOf(value) {
    const [name, ally, capacity, start, ramp, chance, phases] = fieldsOf(value, 7);
    if (ally !== 0 && ally !== 1) {
        throw new Refusal('a project is an ally’s, 1, or not, 0');
    }
    return {
        name: nameOf(name),
        ally: ally === 1,
        capacity: limited('capacity', capacity),
        start: limited('start', start),
        ramp: limited('ramp', ramp),
        chance: limited('chance', chance),
        phases: listOf(phases, 0, MOST.phases, phaseOf),
    };
}

function stageOf(value) {
    const [name, need, projects] = fieldsOf(value, 3);
    return {
        name: nameOf(name),
        need: limited('need', need),
        projects: listOf(projects, 0, MOST.projects, projectOf),
    };
}

function stagesToLists(stages) {
    return stages.map(({ name, need, projects }) => [
        name,
        need,
        projects.map((p) => [
            p.name,
            p.ally ? 1 : 0,
            p.capacity,
            p.start,
            p.ramp,
            p.chance,
            p.phases.map(({ name: phase, low, likely, high }) => [phase, low, likely, high]),
        ]),
    ]);
}

function readNumber(name, text) {
    if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) {
        throw new Refusal('a number is wanted');
    }
    return limited(name, Number(text));
}

function guidelineOf(text) {
    const year = GUIDELINES.find((guideline) => String(guideline) === text);
    if (year === undefined) {
        throw new Refusal(`one of ${GUIDELINES.join(', ')} is wanted`);
    }
    return year;
}

function chainOf(text) {
    let value;
    try {
        value = JSON.parse(text);
    } catch {
        throw new Refusal('a chain of stages is wanted');
    }
    return listOf(value, 1, MOST.stages, stageOf);
}

function csvOf(text) {
    if (text.length > MOST.csv) {
        throw new Refusal(`at most ${MOST.csv} characters are wanted`);
    }
    return text;
}

/** The state as a fragment: only what differs from `initial`. A table that is too long for an
 * address is left out. */
export function toFragment(state, initial) {
    const parts = new URLSearchParams();
    for (const name of [...NUMBERS, 'guideline']) {
        if (state[name] !== initial[name]) {
            parts.set(name, String(state[name]));
        }
    }
    if (state.sample !== initial.sample && state.sample !== '') {
        parts.set('sample', state.sample);
    } else if (state.sample === '' && state.csv.length <= MOST.csv) {
        parts.set('csv', state.csv);
    }
    const chain = JSON.stringify(stagesToLists(state.stages));
    if (chain !== JSON.stringify(stagesToLists(initial.stages))) {
        parts.set('chain', chain);
    }
    return parts.toString();
}

function readPart(state, name, text, samples) {
    if (NUMBERS.includes(name)) {
        state[name] = readNumber(name, text);
    } else if (name === 'guideline') {
        state.guideline = guidelineOf(text);
    } else if (name === 'sample') {
        if (!samples.has(text)) {
            throw new Refusal('no table of that name');
        }
        state.sample = text;
        state.csv = samples.get(text).csv;
    } else if (name === 'csv') {
        state.csv = csvOf(text);
        state.sample = '';
    } else if (name === 'chain') {
        state.stages = chainOf(text);
    } else {
        throw new Refusal('it is not known');
    }
}

/** The state that a fragment stands for, and messages of what was refused in it. `samples` maps a
 * name to a table of suppliers. */
export function fromFragment(fragment, initial, samples) {
    const state = { ...initial, stages: structuredClone(initial.stages) };
    const refused = [];
    if (fragment.length > MOST.fragment) {
        return { state, refused: [`of more than ${MOST.fragment} characters nothing is read`] };
    }
    const seen = new Set();
    for (const [name, text] of new URLSearchParams(fragment)) {
        try {
            if (seen.has(name)) {
                throw new Refusal('it is there twice');
            }
            seen.add(name);
            readPart(state, name, text, samples);
        } catch (refusal) {
            if (!(refusal instanceof Refusal)) {
                throw refusal;
            }
            refused.push(`“${name.slice(0, 20)}”: ${refusal.message}`);
        }
    }
    return { state, refused };
}

/** The message of a refusal; any other error is thrown on. */
export function refusalText(error) {
    if (error instanceof Refusal) {
        return error.message;
    }
    throw error;
}

/** Tables of a source that name every country's figure, as CSV by name. Those with a figure that is
 * withheld or not known are left out, as a bound cannot speak of them; so are those of one or two
 * countries, which are parts of another table. */
export function samplesFrom(rows) {
    const tables = new Map();
    for (const row of rows) {
        if (row.critical_2025 === 'Yes') {
            const name = `${row.commodity}: ${row.detail}, ${row.unit}`;
            tables.set(name, [...(tables.get(name) ?? []), row]);
        }
    }
    const samples = new Map();
    for (const [name, countries] of tables) {
        const known = countries.every((row) => row.flag === 'ok' || row.flag === 'zero');
        if (known && countries.length >= 3) {
            samples.set(name, { csv: sampleCsv(countries) });
        }
    }
    return samples;
}

function sampleCsv(rows) {
    const lines = rows.map((row) => {
        const name = /[",]/.test(row.country)
            ? `"${row.country.replace(/"/g, '""')}"`
            : row.country;
        return `${name},${row.value || 0}${row.row_kind === 'residual' ? ',yes' : ''}`;
    });
    return ['name,quantity,residual', ...lines, ''].join('\n');
}

function phaseFrom(leads, id, name) {
    const row = leads.find((lead) => lead.id === id);
    return { name, low: Number(row.low), likely: Number(row.likely), high: Number(row.high) };
}

/** When a project begins, as a phase in years from the year of the figures. */
function announced(row, now) {
    const [low, likely, high] = [row.start_earliest, row.start_likely, row.start_latest].map(
        (year) => Math.round(100 * (Number(year) - now)) / 100,
    );
    return { name: 'announced start', low, likely, high };
}

const YEAR_OF_FIGURES = 2026;

/** A chain for samarium magnets, from mine to magnet. Leads are those of lead_times.csv and
 * projects.csv; capacities and the need are made up, as no public figure says them by element. */
function exampleStages(leads, projects) {
    const ramp = Math.round(100 * phaseFrom(leads, 'ramp', '').likely) / 100;
    const plant = (name, capacity, chance, ...phases) => ({
        name,
        ally: false,
        capacity,
        start: 0,
        ramp,
        chance,
        phases,
    });
    const lynas = projects.find((project) => project.id === 'lynas-malaysia-heavy');
    return [
        {
            name: 'Mine',
            need: 800,
            projects: [
                plant(
                    'New US mine',
                    1600,
                    60,
                    phaseFrom(leads, 'usa-permit', 'permit'),
                    phaseFrom(leads, 'mine-construction', 'construction'),
                ),
                {
                    name: 'Mount Weld, Australia (runs)',
                    ally: true,
                    capacity: 2000,
                    start: 0,
                    ramp: 0,
                    chance: 100,
                    phases: [],
                },
            ],
        },
        {
            name: 'Separation',
            need: 800,
            projects: [
                plant(
                    'New US plant',
                    1600,
                    90,
                    phaseFrom(leads, 'separation-plant', 'construction'),
                ),
                {
                    name: 'Lynas, Malaysia',
                    ally: true,
                    capacity: 1000,
                    start: 0,
                    ramp,
                    chance: 100 * Number(lynas.success_p),
                    phases: [announced(lynas, YEAR_OF_FIGURES)],
                },
            ],
        },
        {
            name: 'Metal',
            need: 800,
            projects: [
                plant('New US plant', 1800, 90, phaseFrom(leads, 'metal-plant', 'construction')),
            ],
        },
        {
            name: 'Magnet',
            need: 800,
            projects: [
                plant('New US plant', 1600, 90, phaseFrom(leads, 'magnet-plant', 'construction')),
            ],
        },
    ];
}

/** What the page shows before anything is entered. The growth is the least of demand.csv for rare
 * earths (IEA 2025); that half of an ally's supply counts is what projects.csv assumes for it. */
export function initialState(samples, leads, projects) {
    return {
        sample: FIRST_SAMPLE,
        csv: samples.get(FIRST_SAMPLE).csv,
        cap: 0,
        holders: 0,
        guideline: 2023,
        stages: exampleStages(leads, projects),
        allied: 50,
        growth: 2.6,
        success: 100,
        horizon: 30,
        trials: 20000,
        seed: 2026,
    };
}

/** Which leads do not ascend, as they may while they are entered; null if all do. */
export function disorderOf(stages) {
    for (const project of stages.flatMap((stage) => stage.projects)) {
        for (const phase of project.phases) {
            if (!(phase.low <= phase.likely && phase.likely <= phase.high)) {
                return `${phase.name} of ${project.name}: low, likely and high must ascend`;
            }
        }
    }
    return null;
}

/** How a stage is called, where it may have no name. */
export function stageName(stage, index) {
    return stage.name.trim() === '' ? `Stage ${index + 1}` : stage.name;
}
