// SPDX-License-Identifier: MIT
// What the tests of the page share: checks that are counted, and the figures by the library as it is
// built for this machine (native.c).
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readTable } from '../../examples/web/csv.mjs';
import { samplesFrom, initialState } from '../../examples/web/state.mjs';
import { score, bitsOf } from '../../examples/web/market.mjs';

let checks = 0;
let failures = 0;

export function check(truth, what) {
    checks++;
    if (!truth) {
        failures++;
        console.log(`FAILED: ${what}`);
    }
}

export function same(got, wanted, what) {
    check(Object.is(got, wanted), `${what}: ${got} in place of ${wanted}`);
}

export function finish() {
    console.log(`${checks} checks, ${failures} failed`);
    process.exitCode = failures === 0 && checks > 0 ? 0 : 1;
}

export function skip(why) {
    console.log(`skipped: ${why}`);
    process.exit(77);
}

/** Random words from a seed, so that a failure can be seen again (mulberry32). */
export function randomFrom(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let word = Math.imul(state ^ (state >>> 15), 1 | state);
        word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
        return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
    };
}

/** What the page holds when it is opened. */
export function pageData(folder) {
    const read = (name) => readTable(readFileSync(`${folder}/${name}.csv`, 'utf8'));
    const samples = samplesFrom(read('production'));
    return { samples, initial: initialState(samples, read('lead_times'), read('projects')) };
}

export function marketQuestion(table, { cap, holders, guideline }) {
    return [
        'market',
        guideline,
        table.residual?.quantity ?? 0,
        holders,
        cap,
        table.quantities.length,
        ...table.quantities,
    ].join(' ');
}

export function planQuestion(state, fans) {
    const projects = state.stages.flatMap((stage, s) =>
        stage.projects.map((project) => [s, project]),
    );
    return [
        'plan',
        state.allied,
        state.growth,
        state.success,
        state.horizon,
        state.trials,
        state.seed,
        fans,
        state.stages.length,
        projects.length,
        ...state.stages.map((stage) => stage.need),
        ...projects.flatMap(([s, p]) => [
            s,
            p.ally ? 1 : 0,
            p.capacity,
            p.start,
            p.ramp,
            p.chance,
            p.phases.length,
            ...p.phases.flatMap(({ low, likely, high }) => [low, likely, high]),
        ]),
    ].join(' ');
}

/** The answers of the native program, as maps from names to texts. */
export function nativeAnswers(program, questions) {
    const output = execFileSync(program, {
        input: questions.join('\n'),
        encoding: 'utf8',
        maxBuffer: 1e9,
    });
    return output
        .split('end\n')
        .slice(0, -1)
        .map(
            (answer) =>
                new Map(
                    answer
                        .trimEnd()
                        .split('\n')
                        .map((line) => line.split(' ')),
                ),
        );
}

/** The same names and texts, from the module. */
export function marketAnswer(lib, table, state) {
    const { hhi, named, effective, coverage, top, classes } = score(lib, table, state);
    return new Map(
        [
            ['hhi-low', hhi.low],
            ['hhi-high', hhi.high],
            ['named', named],
            ['effective-low', effective.low],
            ['effective-high', effective.high],
            ['coverage', coverage],
            ...top.map(({ k, share }) => [`top-${k}`, share]),
        ]
            .map(([name, value]) => [name, bitsOf(value)])
            .concat([
                ['class-low', String(classes[0])],
                ['class-high', String(classes[1])],
            ]),
    );
}

export function planAnswer(plan) {
    const answer = plan.answer();
    const when = ({ status, first }) => (first === null ? String(status) : bitsOf(first));
    return new Map([
        ...answer.quantiles.flatMap(({ q, low, value, high }) =>
            Object.entries({ low, value, high }).map(([end, time]) => [
                `p${100 * q}-${end}`,
                when(time),
            ]),
        ),
        ...answer.within.flatMap(({ low, value, high }, i) =>
            Object.entries({ low, value, high }).map(([end, chance]) => [
                `within-${i}-${end}`,
                bitsOf(chance),
            ]),
        ),
        ...['never', 'already', 'lost', 'assumptions'].map((name) => [name, String(answer[name])]),
        ...answer.bottleneck.map((trials, i) => [`bottleneck-${i}`, String(trials)]),
        ...answer.bottleneck.flatMap((trials, stage) =>
            [0.1, 0.25, 0.5, 0.75, 0.9].map((q, i) => [
                `fan-${stage}-${i}`,
                plan.fan.quantiles(stage, q).join(','),
            ]),
        ),
    ]);
}

export function sameAnswers(got, wanted, what) {
    same(got.size, wanted.size, `${what}: figures`);
    for (const [name, text] of wanted) {
        same(got.get(name), text, `${what}: ${name}`);
    }
}
