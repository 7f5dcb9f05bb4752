// SPDX-License-Identifier: MIT
// The module and what the page is made of, without a browser: the bits of the native library, refusals,
// tables and fragments from anywhere.
//
//     node module.mjs FOLDER NATIVE
import { readFileSync } from 'node:fs';
import { Memory, Minrisk, MinriskError } from '../../examples/web/minrisk.mjs';
import { readSuppliers, writeCsv, readTable, MOST_SUPPLIERS } from '../../examples/web/csv.mjs';
import { toFragment, fromFragment, LIMITS, MOST } from '../../examples/web/state.mjs';
import { THRESHOLDS, score } from '../../examples/web/market.mjs';
import { Plan, Leads, Uneven, FAN_TRIALS, modelOf } from '../../examples/web/plan.mjs';
import {
    check,
    same,
    finish,
    randomFrom,
    pageData,
    marketQuestion,
    planQuestion,
    nativeAnswers,
    marketAnswer,
    planAnswer,
    sameAnswers,
} from './support.mjs';

const [folder, native] = process.argv.slice(2);
const bytes = readFileSync(`${folder}/minrisk.wasm`);
const module = await WebAssembly.compile(bytes);
const lib = await Minrisk.load(module);
const { samples, initial } = pageData(folder);
const leads = new Leads();
const SEED = 20261126;

function throws(kind, action, what, test = () => true) {
    try {
        action();
        check(false, `${what}: accepted`);
    } catch (error) {
        check(error instanceof kind && test(error), `${what}: ${error}`);
    }
}

// --- the module -----------------------------------------------------------------------------------

function testModule() {
    check(bytes.length <= 60 * 1024, `the module has ${bytes.length} bytes, at most 61,440`);
    console.log(`module: ${bytes.length} bytes`);
    same(WebAssembly.Module.imports(module).length, 0, 'imports');
    const { memory } = new WebAssembly.Instance(module).exports;
    throws(RangeError, () => memory.grow(64), 'memory beyond 64 pages');
    memory.grow(64 - memory.buffer.byteLength / 65536);
    same(memory.buffer.byteLength, 64 * 65536, 'memory of 64 pages');
}

/** Exports of a module that answers with addresses and lengths of its own. */
function hostile(answers) {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const all = new Uint8Array(memory.buffer).fill(65);
    all[5] = 0;
    all[50000] = 0;
    return new Minrisk({
        memory,
        __heap_base: { value: 1024 },
        minrisk_status_text: () => -1,
        minrisk_tally_init: () => 0,
        ...answers,
    });
}

function testAddresses() {
    for (const at of [0, -1, 65536, 65535, 2 ** 31, NaN, 49000, 60000]) {
        throws(
            RangeError,
            () => hostile({ minrisk_assumption_text: () => at }).assumptionText(1),
            `a text at ${at}`,
        );
    }
    throws(
        RangeError,
        () => hostile({ minrisk_lead_pert: () => -4 }).leadPert(1, 2, 3),
        'the text of a status at -1',
    );
    for (const length of [-1, 2 ** 30, NaN, 0.1]) {
        throws(
            RangeError,
            () =>
                hostile({
                    minrisk_forecast_workspace: () => length,
                }).forecast({ projects: 0, stages: 1 }, 1),
            `a workspace of ${length}`,
        );
    }
    same(hostile({ minrisk_assumption_text: () => 49998 }).assumptionText(1), 'AA', 'a text');
    testLengths();
    lib.reset();
    throws(RangeError, () => lib.market(new Float64Array(600000)), 'more than the memory holds');
    lib.reset();
    same(lib.market(Float64Array.of(1, 1)).hhi(), 0.5, 'the HHI after that');
}

function testMemory() {
    const buffer = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    const memory = new Memory({ memory: buffer, __heap_base: { value: 1000 } });
    const at = memory.take(20);
    same(at, 1000, 'where the room begins');
    same(memory.take(1), 1024, 'a multiple of 8');
    for (const [kind, place, length] of [
        [Uint8Array, 999, 1],
        [Uint8Array, 1025, 1],
        [Uint8Array, 1000, 26],
        [Float64Array, 1004, 1],
        [Float64Array, 1000, 4],
        [Float64Array, 1000, -1],
        [Float64Array, 1000, 0.5],
        [Float64Array, NaN, 1],
        [Float64Array, 2 ** 53, 1],
    ]) {
        const what = `${length} of ${kind.name} at ${place}`;
        throws(RangeError, () => memory.view(kind, place, length), what);
    }
    same(memory.view(Float64Array, 1000, 3).length, 3, 'what was taken');
    throws(RangeError, () => memory.take(-1), 'less than nothing');
    throws(RangeError, () => memory.take(2 ** 53), 'more than a number');
    throws(RangeError, () => memory.take(70000 * 2), 'more than the memory');
    memory.take(70000);
    same(buffer.buffer.byteLength, 131072, 'memory that grew');
}

/** What is longer or shorter than it says, or was forgotten, never gets to the module. */
function testLengths() {
    lib.reset();
    const market = lib.market(Float64Array.of(1, 2));
    const model = {
        projects: 0,
        phase_first: Uint32Array.of(0),
        stages: 1,
        need: Uint32Array.of(1),
    };
    const forecast = lib.forecast(model, 1);
    const outlook = lib.outlook({ capacity: new Float64Array(0) }, [0], [[1]], Float64Array.of(0));
    outlook([], 0);
    forecast.run(0, 1);
    lib.reset();
    lib.market(new Float64Array(9000));
    throws(RangeError, () => market.hhi(), 'a market after a reset');
    throws(RangeError, () => market.shares(), 'its shares');
    throws(RangeError, () => forecast.run(0, 1), 'a forecast after a reset');
    throws(RangeError, () => forecast.trials(), 'its trials');
    throws(RangeError, () => forecast.quantile(0.5), 'its quantile');
    throws(RangeError, () => forecast.within(0), 'its chance');
    throws(RangeError, () => forecast.starts(0), 'its starts');
    throws(RangeError, () => outlook([], 0), 'an outlook after a reset');
    throws(RangeError, () => lib.units([1, 2], [1], 1), 'a weight too few');
    throws(RangeError, () => lib.forecast({ ...model, projects: 1 }, 1), 'a project too few');
    throws(
        RangeError,
        () => lib.forecast({ ...model, need: Uint32Array.of() }, 1),
        'a need too few',
    );
    throws(
        RangeError,
        () => lib.forecast({ ...model, tables: 1, table_len: 3, table: Int32Array.of(1) }, 1),
        'a table too short',
    );
    throws(
        RangeError,
        () => lib.outlook({ capacity: new Float64Array(1) }, [0, 1], [[1]], Float64Array.of(0)),
        'a need too few for its years',
    );
    throws(
        RangeError,
        () =>
            lib.outlook(
                { capacity: new Float64Array(2), ramp: new Float64Array(1) },
                [0],
                [[1]],
                Float64Array.of(0),
            ),
        'a ramp too few',
    );
}

function testRefusals() {
    const refused = (status) => (error) => error.status === status;
    const of = (...quantity) => lib.market(Float64Array.from(quantity));
    lib.reset();
    throws(MinriskError, () => of(1, NaN).hhi(), 'a quantity that is NaN', refused(-5));
    same(of(1, 2, -1).firstInvalid(), 2, 'the first invalid');
    throws(MinriskError, () => of(0, 0).hhi(), 'no supply', refused(-6));
    throws(MinriskError, () => of().hhi(), 'no supplier', refused(-3));
    throws(
        MinriskError,
        () => of(1).hhiBounds(10, 2, 1),
        'a residual that is too large',
        refused(-4),
    );
    throws(MinriskError, () => lib.leadPert(3, 2, 1), 'leads that descend', refused(-4));
    throws(MinriskError, () => lib.classify(0.5, 2024), 'an unknown guideline', refused(-4));
    for (const [year, [moderate, high]] of Object.entries(THRESHOLDS)) {
        const at = (points) => lib.classify(points / 10000, Number(year));
        same(
            [at(moderate - 1), at(moderate), at(high), at(high + 1)].join(),
            '0,1,1,2',
            `classes of ${year}`,
        );
    }
}

// --- the same bits --------------------------------------------------------------------------------

function randomMarket(random) {
    const quantities = Array.from({ length: 1 + Math.floor(random() * 40) }, () =>
        random() < 0.1
            ? 0
            : random() * 10 ** Math.floor((random() - 0.5) * (random() < 0.2 ? 600 : 8)),
    );
    quantities[0] = quantities[0] || 5e-324;
    const residual = random() < 0.5 ? null : { quantity: random() * Math.max(...quantities) };
    const holders = residual === null || random() < 0.5 ? 0 : 1 + Math.floor(random() * 9);
    const cap = residual === null || random() < 0.5 ? 0 : residual.quantity * (0.2 + random());
    return [
        { quantities: Float64Array.from(quantities), residual },
        {
            cap: holders > 0 ? 0 : cap,
            holders,
            guideline: [1992, 2010, 2023][Math.floor(random() * 3)],
        },
    ];
}

function testMarkets() {
    const random = randomFrom(SEED);
    const cases = [
        ...Array.from(samples.values(), ({ csv }) => [readSuppliers(csv), initial]),
        ...Array.from({ length: 400 }, () => randomMarket(random)),
    ];
    check(cases.length > 420, `${cases.length} markets`);
    const wanted = nativeAnswers(
        native,
        cases.map(([table, state]) => marketQuestion(table, state)),
    );
    cases.forEach(([table, state], i) =>
        sameAnswers(marketAnswer(lib, table, state), wanted[i], `market ${i} (seed ${SEED})`),
    );
}

function randomPlan(random) {
    const upTo = (most) => random() * most;
    const few = (most) => Math.floor(upTo(most + 1));
    const lead = () => {
        const [low, likely, high] = [upTo(8), upTo(8), upTo(8)].sort((a, b) => a - b);
        return { name: '', low, likely, high };
    };
    const project = () => ({
        name: '',
        ally: random() < 0.3,
        capacity: upTo(1500),
        start: upTo(8) - 4,
        ramp: random() < 0.2 ? 0 : upTo(3),
        chance: upTo(100),
        phases: Array.from({ length: few(3) }, lead),
    });
    return {
        ...initial,
        allied: few(100),
        growth: random() < 0.3 ? 0 : few(80) / 10 - 2,
        success: few(150),
        horizon: 1 + few(40),
        trials: 1000,
        seed: few(1e9),
        stages: Array.from({ length: 1 + few(4) }, () => ({
            name: '',
            need: 100 + upTo(900),
            projects: Array.from({ length: few(3) }, project),
        })),
    };
}

function complete(plan) {
    while (!plan.isComplete) {
        plan.advance(performance.now() + 50);
    }
    return planAnswer(plan);
}

function testPlans() {
    const random = randomFrom(SEED);
    const states = [
        initial,
        { ...initial, trials: 1500, allied: 0 },
        { ...initial, trials: 1500, growth: 0, success: 150 },
        ...Array.from({ length: 12 }, () => randomPlan(random)),
    ];
    const wanted = nativeAnswers(
        native,
        states.map((state) => planQuestion(state, Math.min(FAN_TRIALS, state.trials))),
    );
    states.forEach((state, i) =>
        sameAnswers(complete(new Plan(lib, state, leads)), wanted[i], `plan ${i} (seed ${SEED})`),
    );
    check(
        wanted.some((answer) => answer.get('p50-value').length === 16) &&
            wanted.some((answer) => answer.get('p50-value') === '4'),
        'plans that are reached, and not',
    );
}

/** Slices of any length come to the same, and a plan that goes on says how far it is. */
function testSlices() {
    const state = { ...initial, trials: 1234 };
    const plan = new Plan(lib, state, leads);
    let slices = 0;
    for (; !plan.isComplete; slices++) {
        const before = plan.done;
        plan.advance(0);
        check(plan.done <= before + 250 && plan.done <= 1234, 'no more than a slice');
    }
    check(slices >= 5, `${slices} slices`);
    const once = planAnswer(plan);
    const other = new Plan(lib, state, leads);
    other.advance(Infinity);
    check(other.isComplete, 'done in one go');
    sameAnswers(planAnswer(other), once, 'slices');
}

/** A state as a model, worked out by hand. */
function testModel() {
    const phase = { name: '', low: 2, likely: 2, high: 2 };
    const project = { name: '', ally: true, capacity: 3, start: 1e-5, ramp: 2e-5, chance: 50 };
    const stages = [
        { name: '', need: 1, projects: [{ ...project, phases: [phase, phase] }] },
        { name: '', need: 2, projects: [{ ...project, ally: false, start: -1.5, phases: [] }] },
    ];
    const state = { ...initial, stages, allied: 25, success: 150, growth: 50, horizon: 2 };
    const model = modelOf(lib, state, leads);
    const shown = (names) => names.map((name) => `${name} ${model[name]}`).join('; ');
    // The largest quantity is the need of 2 * 1.5^2 = 4.5, which is 2^24 units.
    same(
        shown(['stage', 'capacity', 'base', 'ramp', 'success', 'phase_first', 'phase', 'need']),
        'stage 0,1; capacity 2796203,11184811; base 1,-98304; ramp 1,1; ' +
            'success 3221225472,3221225472; phase_first 0,2,2; phase 0,1; ' +
            'need 3728270,5592405,8388608,7456540,11184811,16777216',
        'the members of a model',
    );
    same(
        shown(['need_first', 'need_tick', 'horizon', 'projects', 'stages', 'tables']),
        'need_first 0,3,6; need_tick 0,65536,131072,0,65536,131072; horizon 131072; ' +
            'projects 2; stages 2; tables 2',
        'and how they hang together',
    );
    check(model.table.length === 514 && model.table.every((tick) => tick === 131072), 'leads');
    const certain = modelOf(lib, { ...state, growth: 0, success: 250 }, leads);
    same(
        `${certain.success} ${certain.need_first} ${certain.need.length}`,
        '4294967296,4294967296 0 2',
        'chances of 1 at most, and a need that does not change',
    );
}

/** The most that the page lets one ask for is within the bounded memory. */
function testMost() {
    const phases = Array.from({ length: MOST.phases }, (v, i) => ({
        name: '',
        low: 1,
        likely: 2 + i / 9,
        high: 4,
    }));
    const project = { name: '', ally: false, capacity: 500, start: 0, ramp: 1, chance: 90, phases };
    const stage = { name: '', need: 100, projects: Array(MOST.projects).fill(project) };
    const state = {
        ...initial,
        horizon: LIMITS.horizon.high,
        trials: 1000,
        stages: Array(MOST.stages).fill(stage),
    };
    const plan = new Plan(lib, state, leads);
    plan.advance(0);
    same(plan.answer().trials, 250, 'the largest chain');
    const table = readSuppliers(
        Array.from({ length: MOST_SUPPLIERS }, (v, i) => `s${i},${i + 1}`).join('\n'),
    );
    const { hhi } = score(lib, table, initial);
    // sum i^2 / (sum i)^2 = (4 n + 2) / (3 n (n + 1))
    const n = MOST_SUPPLIERS;
    check(
        Math.abs(hhi.low - (4 * n + 2) / (3 * n * (n + 1))) < 1e-20,
        `the largest table: ${hhi.low}`,
    );
    throws(
        Uneven,
        () => new Plan(lib, { ...initial, stages: [{ ...stage, need: 0.001 }] }, leads),
        'a need of nothing',
    );
}

// --- tables ---------------------------------------------------------------------------------------

function testTables() {
    const good = (text, names, quantities, residual, what) => {
        const table = readSuppliers(text);
        same(
            [
                table.faults.join(),
                table.names.join('|'),
                table.quantities.join(),
                table.residual?.quantity,
            ].join(' / '),
            ['', names, quantities, residual].join(' / '),
            what,
        );
    };
    good('a,1\nb,2', 'a|b', '1,2', undefined, 'no header, no last line end');
    good(
        '\ufeffname,quantity\r\na,1\r\n\r\nb,.5\r\n',
        'a|b',
        '1,0.5',
        undefined,
        'a mark, CRLF, an empty line',
    );
    good('a,1\rb,2\r', 'a|b', '1,2', undefined, 'line ends of old');
    good(
        'quantity;,Quantity,residual,NAME\nx,3,no,a\ny,4,YES,rest',
        'a',
        '3',
        4,
        'columns by their titles',
    );
    good(
        '"a ""b"", c",1e3\n\'s,2\n\'=x,3',
        'a "b", c|\'s|=x',
        '1000,2,3',
        undefined,
        'quotes and apostrophes',
    );
    good('a\t1\nb, c\t2', 'a|b, c', '1,2', undefined, 'tabs');
}

const FAULTS = [
    ['', 'there is no supplier yet'],
    ['name,quantity\n', 'there is no supplier yet'],
    ['a,1\nb\n', 'line 2: there is no quantity'],
    ['a,1\nb,', 'line 2: there is no quantity'],
    ['a,1\n,2', 'line 2: the supplier has no name'],
    [
        'country,tonnes\na,1',
        'line 1: “tonnes” is not a plain number; a header names its columns name and quantity',
    ],
    ['a,1\nb,-2', 'line 2: “-2” is negative'],
    ['a,1\nb,"12,000"', 'line 2: “12,000” is not a plain number; write it without commas'],
    ['a,1\nb,12,000', 'line 2: “000” in the column of the residual is neither yes nor no'],
    ['a,1\nb,1,no,x', 'line 2: 4 columns in place of 3'],
    ['a,1\nb,0x10', 'line 2: “0x10” is not a plain number'],
    ['a,1\nb,NaN', 'line 2: “NaN” is not a plain number'],
    ['a,1\nb,Infinity', 'line 2: “Infinity” is not a plain number'],
    ['a,1\nb,1e400', 'line 2: “1e400” is too large'],
    ['a,1\nb,2\na,3', 'line 3: “a” stands in line 1 already'],
    ['a,1,yes\nb,2,yes', 'line 2: a second residual; the first is in line 1'],
    ['a,1\n"b,2', 'line 2: a quote is opened and not closed'],
    ['a,1\n"b"c,2', 'line 2: text follows a closing quote'],
    ['a,1\nb"c,2', 'line 2: a quote stands within a field that is not in quotes'],
    ['a;1\nb;2', 'line 1: semicolons separate the columns; commas or tabs are read'],
    [
        '"a\nb",1\nc,x',
        'line 1: the name holds a character that cannot be printed\nline 3: “x” is not a plain number',
    ],
    ['a\u0000,1', 'line 1: the name holds a character that cannot be printed'],
    ['a\ud800,1', 'line 1: the name holds a character that cannot be printed'],
    [
        `${'x'.repeat(50)},1\n${'x'.repeat(50)},1`,
        `line 2: “${'x'.repeat(39)}…” stands in line 1 already`,
    ],
];

function testFaults() {
    for (const [text, wanted] of FAULTS) {
        same(readSuppliers(text).faults.join('\n'), wanted, JSON.stringify(text.slice(0, 40)));
    }
    const many = Array.from({ length: MOST_SUPPLIERS + 5 }, (v, i) => `s${i},1`).join('\n');
    same(
        readSuppliers(many).faults.join(),
        `line ${MOST_SUPPLIERS + 1}: more than ${MOST_SUPPLIERS} suppliers`,
        'too many suppliers',
    );
    same(readSuppliers('a\n'.repeat(5000)).faults.length, 1001, 'too many faults');
    same(readSuppliers('x'.repeat(9e6)).faults.length, 1, 'too many characters');
}

/** Time grows with the length of a text, whatever is in it. */
function testHostileTables() {
    for (const piece of [',', '"', '\n', '"\n', 'a,1\n', '""', ',"', '\t', 'a\n', '"",']) {
        const text = piece.repeat(500000 / piece.length);
        const begun = performance.now();
        check(readSuppliers(text).faults.length > 0, `a table of ${JSON.stringify(piece)}`);
        const took = performance.now() - begun;
        check(took < 5000, `a table of ${JSON.stringify(piece)} took ${took} ms`);
    }
}

/** What is written is read again, and nothing in it is a formula. */
function testRoundTrip() {
    const random = randomFrom(SEED);
    const letters = [
        'a',
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ' ',
        ';',
        '1',
        'é',
        '＝',
        '−',
        '<',
        '&',
        '😀',
    ];
    for (let i = 0; i < 300; i++) {
        const name =
            Array.from(
                { length: 1 + Math.floor(random() * 6) },
                () => letters[Math.floor(random() * letters.length)],
            )
                .join('')
                .trim() || 'x';
        const text = writeCsv(
            ['name', 'quantity', 'residual', 'share'],
            [
                [name, random() * 1e6, 'no', 0.5],
                ['rest', 2 ** -1074, 'yes', 0.5],
            ],
        );
        const table = readSuppliers(text);
        same(
            [table.faults.join(), table.names.join(), table.residual?.quantity].join(' / '),
            ['', name, 2 ** -1074].join(' / '),
            `written and read again: ${JSON.stringify(name)}`,
        );
        const cells = readTable(`a,b,c,d\r\n${text}`).flatMap((row) => Object.values(row));
        check(
            cells.length === 12 && cells.every((cell) => !/^\s*[=+\-@＝＋－＠−]/.test(cell)),
            `no formula: ${JSON.stringify(name)}`,
        );
    }
}

// --- fragments ------------------------------------------------------------------------------------

function testFragments() {
    const random = randomFrom(SEED);
    same(toFragment(initial, initial), '', 'what differs in nothing');
    for (let i = 0; i < 50; i++) {
        const state = {
            ...randomPlan(random),
            sample: i % 3 === 0 ? 'Tin: Mine production, metric tons' : '',
            csv:
                i % 3 === 0
                    ? samples.get('Tin: Mine production, metric tons').csv
                    : `a&b=c#%,${i}\n`,
            cap: i % 2,
            holders: i % 5,
            guideline: 2010,
        };
        const { state: read, refused } = fromFragment(toFragment(state, initial), initial, samples);
        same(refused.join(), '', 'nothing is refused');
        same(
            JSON.stringify(read),
            JSON.stringify({ ...read, ...state }),
            'a state through a fragment',
        );
    }
}

const phase = (low, likely, high) =>
    `[["x",1,[["y",0,1,0,0,50,[["z",${low},${likely},${high}]]]]]]`;
const HOSTILE = [
    'allied=101',
    'allied=-1',
    'allied=1e999',
    'allied=0x10',
    'allied=',
    'allied=NaN',
    'allied=50.5',
    'trials=1e15',
    'trials=0',
    'seed=-1',
    'seed=9007199254740993',
    'horizon=0',
    'horizon=61',
    'growth=Infinity',
    'guideline=2024',
    'guideline=2023.0',
    'cap=-1',
    'cap=1e301',
    'holders=.5',
    'sample=__proto__',
    'sample=constructor',
    '__proto__=1',
    'constructor=1',
    'toString=x',
    'stages=[]',
    `csv=${'a'.repeat(MOST.csv + 1)}`,
    'chain=',
    'chain={}',
    'chain=[]',
    'chain=null',
    'chain=[1]',
    'chain=[["x",1]]',
    'chain=[["x",0,[]]]',
    'chain=[["x","1",[]]]',
    'chain=[[1,1,[]]]',
    'chain=[["x",1,{}]]',
    `chain=[["${'x'.repeat(MOST.name + 1)}",1,[]]]`,
    'chain=[["a\\u0000b",1,[]]]',
    'chain=[["\\ud800",1,[]]]',
    `chain=[${Array(MOST.stages + 1)
        .fill('["x",1,[]]')
        .join()}]`,
    'chain=[["x",1,[["y",2,1,0,0,50,[]]]]]',
    'chain=[["x",1,[["y",true,1,0,0,50,[]]]]]',
    'chain=[["x",1,[["y",0,1,0,0,101,[]]]]]',
    'chain=[["x",1,[["y",0,-1,0,0,50,[]]]]]',
    'chain=[["x",1,[["y",0,1,0,0,50,[],0]]]]',
    `chain=${phase(3, 2, 4)}`,
    `chain=${phase(1, 5, 4)}`,
    `chain=${phase(-1, 2, 4)}`,
    `chain=${phase(1, 2, 61)}`,
    `chain=${phase(1, 2, 'null')}`,
    `chain=${'['.repeat(20000)}`,
    '%00=1',
    '%ff%fe=%zz',
    '=',
    '&&&a',
];

function testHostileFragments() {
    for (const fragment of HOSTILE) {
        const { state, refused } = fromFragment(fragment, initial, samples);
        same(refused.length, 1, `refused: ${fragment.slice(0, 60)}`);
        same(
            JSON.stringify(state),
            JSON.stringify(initial),
            `left as it was: ${fragment.slice(0, 60)}`,
        );
    }
    same(
        fromFragment(`csv=${'a'.repeat(MOST.fragment)}`, initial, samples).refused.join(),
        `of more than ${MOST.fragment} characters nothing is read`,
        'too long',
    );
    const { state, refused } = fromFragment('allied=10&allied=20&growth=3', initial, samples);
    same([state.allied, state.growth, refused.length].join(), '10,3,1', 'twice the same name');
    for (const [name, { low, high }] of Object.entries(LIMITS).filter(([key]) => key in initial)) {
        for (const value of [low, high]) {
            const { state: read } = fromFragment(
                `${name}=${value}`.replace('e+', 'e'),
                initial,
                samples,
            );
            same(read[name], value, `${name} at its limit`);
        }
    }
    check(
        fromFragment(`chain=${phase(1, 2, 4)}`, initial, samples).refused.length === 0,
        'a chain that is good',
    );
}

testModule();
testMemory();
testAddresses();
testRefusals();
testMarkets();
testPlans();
testSlices();
testModel();
testMost();
testTables();
testFaults();
testHostileTables();
testRoundTrip();
testFragments();
testHostileFragments();
finish();
