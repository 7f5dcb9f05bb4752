// SPDX-License-Identifier: MIT
// The page: what is entered becomes a state, the state becomes figures, and the figures are shown.
import { Minrisk, MinriskError } from './minrisk.mjs';
import { readSuppliers, readTable, writeCsv, MOST_CHARACTERS } from './csv.mjs';
import { LIMITS, GUIDELINES, MOST, limited, nameOf, ascending, refusalText, toFragment, fromFragment,
    samplesFrom, initialState } from './state.mjs';
import { THRESHOLDS, score, pointsText, effectiveText, classText, bitsOf } from './market.mjs';
import { Plan, Leads, Uneven, FAN_DATES } from './plan.mjs';
import { drawScale, drawBars, drawChance, drawFan, chartFile } from './draw.mjs';

const SLICE_MS = 12;
const SHOW_MS = 250;
const BARS = 8;
const FAULTS = 8;
const HALFWAY = (FAN_DATES - 1) / 2;
const FAN = [0.1, 0.25, 0.5, 0.75, 0.9];

const by = (id) => document.getElementById(id);
const invalid = new Map(); /* inputs that an answer waits for, and why */
const leads = new Leads();
let libraries; /* one instance a question: { market, plan } */
let samples;
let initial;
let state;
let table; /* of suppliers, as read */
let scored; /* their figures, or null */
let plan; /* the forecast that is under way or done, or null */
let going; /* the timer of its next slice */

// --- elements -------------------------------------------------------------------------------------

/** An element; children are elements or text, never markup. */
function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
}

function say(id, text) {
    if (by(id).textContent !== text) {
        by(id).textContent = text;
    }
}

/** Calls an action once in the next frame, however often it was asked for. */
function coalesced(action) {
    let isWaiting = false;
    return () => {
        if (!isWaiting) {
            isWaiting = true;
            requestAnimationFrame(() => {
                isWaiting = false;
                action();
            });
        }
    };
}

let fields = 0;

function accept(input) {
    invalid.delete(input);
    input.removeAttribute('aria-invalid');
    by(input.getAttribute('aria-describedby')).textContent = '';
}

function refuse(input, label, why) {
    by(input.getAttribute('aria-describedby')).textContent = why;
    input.setAttribute('aria-invalid', 'true');
    invalid.set(input, `${label.toLowerCase()}: ${why}`);
}

/** Why the answer of a section has to wait, or null. */
function waitsFor(section) {
    for (const [input, why] of invalid) {
        if (!input.isConnected) {
            invalid.delete(input);
        } else if (by(section).contains(input)) {
            return why;
        }
    }
    return null;
}

/** An input with its label and a place for what is wrong with it; read(input) sets the state or
 * refuses, and after() follows in both cases. */
function field(label, attributes, read, after) {
    fields++;
    const input = element('input', { id: `field-${fields}`, autocomplete: 'off', ...attributes });
    const error = element('p', { id: `error-${fields}`, class: 'error', role: 'status' });
    input.setAttribute('aria-describedby', error.id);
    input.addEventListener('input', () => {
        try {
            read(input);
            accept(input);
        } catch (refusal) {
            refuse(input, label, refusalText(refusal));
        }
        after();
    });
    return element('div', { class: 'field' }, element('span', {},
        element('label', { for: input.id }, label)), input, error);
}

/** The number of an input; `whenEmpty` where nothing is entered. */
function numberOf(input, name, whenEmpty) {
    const isEmpty = input.value === '' && !input.validity.badInput;
    return isEmpty && whenEmpty !== undefined ? whenEmpty : limited(name, input.valueAsNumber);
}

function numberAttributes(name, value) {
    const { low, high, step } = LIMITS[name];
    return { type: 'number', inputmode: 'decimal', min: low, max: high, step, value };
}

function numberField(label, name, holder, key, after, check = () => {}) {
    return field(label, numberAttributes(name, holder[key]), (input) => {
        holder[key] = numberOf(input, name);
        check();
    }, after);
}

/** A number that may be left open, which is 0. */
function openField(label, name, after) {
    const value = state[name] === 0 ? '' : state[name];
    return field(label, { ...numberAttributes(name, value), placeholder: 'not known' }, (input) => {
        state[name] = numberOf(input, name, 0);
    }, after);
}

function nameField(label, holder, after) {
    return field(label, { type: 'text', maxlength: MOST.name, value: holder.name }, (input) => {
        holder.name = nameOf(input.value);
    }, after);
}

function button(label, about, press) {
    const made = element('button', { type: 'button' }, label,
        element('span', { class: 'hidden' }, ` ${about}`));
    made.addEventListener('click', press);
    return made;
}

/** Hands a text to the user as a file. */
function save(name, kind, text) {
    const url = URL.createObjectURL(new Blob([text], { type: kind }));
    element('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function percent(part) {
    return `${(100 * part).toFixed(1)}\u00a0%`;
}

function showBits(id, figures) {
    by(id).replaceChildren(...figures.map(([name, value]) => element('tr', {},
        element('th', { scope: 'row' }, name), element('td', {}, String(value)),
        element('td', {}, bitsOf(value)))));
}

// --- suppliers ------------------------------------------------------------------------------------

/** Why no figure can be given, or null once `scored` has them. */
function scoreTable() {
    const begun = performance.now();
    table = readSuppliers(state.csv);
    scored = null;
    if (table.faults.length > 0) {
        return 'it waits until each line can be read';
    }
    const wrong = waitsFor('residual-fields');
    if (wrong !== null) {
        return `it waits for an input, ${wrong}`;
    }
    try {
        scored = score(libraries.market, table, state);
    } catch (error) {
        if (!(error instanceof MinriskError)) {
            throw error;
        }
        return error.status === -4 ? 'so few suppliers of at most so much cannot hold the residual' :
            error.message;
    }
    const count = table.names.length.toLocaleString('en');
    say('market-time', `${count} suppliers read and scored in ${(performance.now() - begun).toFixed(1)} ms.`);
    return null;
}

const isExact = () => (table.residual?.quantity ?? 0) === 0;

function shareRows() {
    const { shares } = scored;
    const residual = shares.at(-1);
    const order = table.names.map((name, i) => i).sort((a, b) => shares[b] - shares[a] || a - b);
    const rows = order.slice(0, BARS).map((i) => ({ name: table.names[i], part: shares[i],
        label: percent(shares[i]), kind: 'sure' }));
    const others = order.slice(BARS).filter((i) => shares[i] > 0);
    if (others.length > 0) {
        const part = others.reduce((total, i) => total + shares[i], 0);
        rows.push({ name: `${others.length.toLocaleString('en')} more`, part, label: percent(part), kind: 'others' });
    }
    if (!isExact()) {
        rows.push({ name: table.residual.name, part: residual, label: percent(residual), kind: 'rest' });
    }
    return rows.filter((row) => row.part > 0 || rows.length === 1);
}

function showTiles(leader) {
    say('hhi', pointsText(scored, isExact()));
    say('hhi-class', `${classText(scored)} (${state.guideline})`);
    say('effective', effectiveText(scored, isExact()));
    say('top-1', percent(scored.top[0].share));
    say('leader', leader === null ? 'nobody is named' : leader.name);
    say('top-more', scored.top.slice(1).map(({ share }) => percent(share)).join(', '));
    say('coverage', isExact() ? 'of all supply' :
        `at the least; ${percent(scored.coverage)} of the supply has a name`);
}

function showMarket() {
    const why = scoreTable();
    by('faults').replaceChildren(...table.faults.slice(0, FAULTS).map((fault) => element('li', {}, fault)),
        ...(table.faults.length > FAULTS ?
            [element('li', {}, `and ${table.faults.length - FAULTS} lines more`)] : []));
    by('csv').setAttribute('aria-invalid', String(table.faults.length > 0));
    by('market-figures').classList.toggle('void', why !== null);
    if (why !== null) {
        say('market-summary', `There is no answer: ${why}.`);
        return;
    }
    const rows = shareRows();
    const leader = scored.named === null ? null : rows[0];
    showTiles(leader);
    say('market-summary', `The index is ${pointsText(scored, isExact())} points: ${classText(scored)}` +
        `${leader === null ? '' : `. ${leader.name} has ${leader.label} of the supply`}.`);
    drawScale(by('scale'), 10000 * scored.hhi.low, 10000 * scored.hhi.high, THRESHOLDS[state.guideline],
        `HHI ${pointsText(scored, isExact())} on a scale from 0 to 10,000 points: ${classText(scored)}`);
    drawBars(by('bars'), rows, `Shares: ${rows.map((row) => `${row.name} ${row.label}`).join(', ')}`);
    showBits('market-bits', [['HHI, low', scored.hhi.low], ['HHI, high', scored.hhi.high],
        ...(scored.named === null ? [] : [['HHI of the named', scored.named]]),
        ['effective suppliers, low', scored.effective.low],
        ['effective suppliers, high', scored.effective.high], ['coverage', scored.coverage],
        ...scored.top.map(({ k, share }) => [`top ${k}`, share]), ['class, low', scored.classes[0]],
        ['class, high', scored.classes[1]]]);
}

function saveSuppliers() {
    const rows = table.names.map((name, i) => [name, table.quantities[i], 'no', scored.shares[i]]);
    if (table.residual !== null) {
        rows.push([table.residual.name, table.residual.quantity, 'yes', scored.shares.at(-1)]);
    }
    save('suppliers.csv', 'text/csv', writeCsv(['name', 'quantity', 'residual', 'share'], rows));
}

const marketChanged = coalesced(() => {
    showMarket();
    keepState();
});

function ownTable(text) {
    state.csv = text;
    state.sample = '';
    by('sample').value = '';
    marketChanged();
}

async function readFile() {
    const file = by('file').files[0];
    if (file === undefined) {
        return;
    }
    if (file.size > MOST_CHARACTERS) {
        notice(`The file has more than ${MOST_CHARACTERS} bytes.`);
        return;
    }
    try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
        by('csv').value = text;
        notice('');
        ownTable(text);
    } catch {
        notice('The file is not a text in UTF-8.');
    }
}

// --- forecast -------------------------------------------------------------------------------------

function yearsText({ value }) {
    return value.first === null ? libraries.plan.whenText(value.status) : `${value.first.toFixed(1)} years`;
}

function rangeText({ low, high }) {
    if (low.first === null && high.first === null) {
        return '';
    }
    const text = ({ status, first }) => (first === null ? libraries.plan.whenText(status) : first.toFixed(1));
    return `95 %: ${text(low)} to ${text(high)}`;
}

function lastStage({ bottleneck }) {
    const most = Math.max(...bottleneck);
    return most === 0 ? null : plan.asked.stages[bottleneck.indexOf(most)].name;
}

function stageName(stage, index) {
    return stage.name.trim() === '' ? `Stage ${index + 1}` : stage.name;
}

function showForecastTiles(answer) {
    answer.quantiles.forEach((quantile, i) => {
        const id = ['p10', 'p50', 'p90'][i];
        say(id, yearsText(quantile));
        say(`${id}-range`, rangeText(quantile));
    });
    say('bottleneck-name', lastStage(answer) ?? 'none');
    say('never', `${percent(answer.never / answer.trials)} not within ${plan.asked.horizon} years; ` +
        `${percent(answer.lost / answer.trials)} reach it and lose it again`);
}

function showBottleneck(answer) {
    const rows = plan.asked.stages.map((stage, i) => ({ name: stageName(stage, i),
        part: answer.bottleneck[i] / answer.trials, label: percent(answer.bottleneck[i] / answer.trials),
        kind: 'sure' }));
    rows.push({ name: 'not reached', part: answer.never / answer.trials,
        label: percent(answer.never / answer.trials), kind: 'never' });
    drawBars(by('bottleneck'), rows,
        `Covered last: ${rows.map((row) => `${row.name} ${row.label}`).join(', ')}`);
}

function showForecast() {
    const answer = plan.answer();
    showForecastTiles(answer);
    drawChance(by('chance'), answer.within, answer.quantiles, plan.asked.horizon,
        `Chance by year: ${answer.within.filter((p, i) => i % 12 === 0)
            .map((p) => `${p.year.toFixed(0)} years ${percent(p.value)}`).join(', ')}`);
    const panels = plan.asked.stages.map((stage, i) => ({ name: stageName(stage, i),
        bands: FAN.map((q) => plan.fan.quantiles(i, q)) }));
    drawFan(by('fan'), panels, plan.fan.dates, plan.asked.horizon,
        `Supply in percent of the need after half of the horizon, P10 to P90: ${panels.map((p) =>
            `${p.name} ${p.bands[0][HALFWAY]} to ${p.bands[4][HALFWAY]}`).join(', ')}`);
    say('fan-caption', 'Supply in percent of the need (dashed), by stage: the median, the middle half and ' +
        `the middle 80 % (P10 to P90) of the first ${plan.fan.trials.toLocaleString('en')} trials.`);
    showBottleneck(answer);
    showAssumptions(answer);
    showBits('plan-bits', [...answer.quantiles.flatMap(({ q, low, value, high }) =>
        [['low', low], ['', value], ['high', high]].filter(([, when]) => when.first !== null)
            .map(([end, when]) => [`P${100 * q}${end && `, ${end}`}`, when.first])),
    ...answer.within.filter((p, i) => i % 6 === 0).flatMap(({ year, low, value, high }) =>
        [[`within ${year} years, low`, low], [`within ${year} years`, value],
            [`within ${year} years, high`, high]])]);
    return answer;
}

function showAssumptions({ assumptions }) {
    const items = [];
    for (let bit = 1; bit <= assumptions; bit *= 2) {
        if ((assumptions & bit) !== 0) {
            items.push(libraries.plan.assumptionText(bit));
        }
    }
    items.push(`${plan.asked.allied} % of an ally’s supply counts, which is your choice`,
        `quantities are whole units of the model, which moves none of them by more than ${plan.rounding.toExponential(1)} t`,
        `trials are drawn from seed ${plan.asked.seed}: the same seed gives the same figures everywhere`);
    by('assumptions').replaceChildren(...items.map((item) => element('li', {}, item)));
}

function showProgress() {
    const isOver = plan.isComplete || plan.isCancelled;
    const of = plan.isComplete ? '' : ` of ${plan.trials.toLocaleString('en')}`;
    by('progress').value = plan.done / plan.trials;
    by('cancel').setAttribute('aria-disabled', String(isOver));
    say('progress-text', `${plan.done.toLocaleString('en')}${of} trials, seed ${plan.asked.seed}` +
        `${plan.isCancelled ? '; cancelled, and the figures are of these' : ''}.`);
}

function summarise(answer) {
    const [, median] = answer.quantiles;
    const last = lastStage(answer);
    say('plan-summary', `${median.value.first === null ?
        `In half of the trials or more the chain does not cover the need within ${plan.asked.horizon} years` :
        `As likely as not, the chain covers the need within ${yearsText(median)}`}` +
        `${last === null ? '' : `; ${last} is most often covered last`}. ` +
        `${answer.trials.toLocaleString('en')} trials, seed ${plan.asked.seed}.`);
}

/** Goes on with a plan, slice by slice, as long as it is the one that is wanted. */
function goOn(current, shownAt) {
    if (current !== plan) {
        return;
    }
    current.advance(performance.now() + SLICE_MS);
    showProgress();
    if (current.isComplete) {
        summarise(showForecast());
        return;
    }
    const isDue = performance.now() - shownAt > SHOW_MS;
    if (isDue) {
        showForecast();
    }
    going = setTimeout(goOn, 0, current, isDue ? performance.now() : shownAt);
}

/** Why there can be no forecast, or null once `plan` has begun. */
function beginPlan() {
    clearTimeout(going);
    plan = null;
    const wrong = waitsFor('plan');
    if (wrong !== null) {
        return `The forecast waits for an input: ${wrong}.`;
    }
    try {
        plan = new Plan(libraries.plan, structuredClone(state), leads);
        return null;
    } catch (error) {
        if (!(error instanceof Uneven)) {
            throw error;
        }
        return `There is no forecast: ${error.message}.`;
    }
}

const planChanged = coalesced(() => {
    keepState();
    const why = beginPlan();
    by('plan-figures').classList.toggle('void', why !== null);
    if (why !== null) {
        say('plan-summary', why);
        say('progress-text', '');
        by('cancel').setAttribute('aria-disabled', 'true');
        return;
    }
    plan.advance(performance.now() + SLICE_MS);
    showForecast();
    goOn(plan, performance.now());
});

function cancel() {
    if (plan !== null && !plan.isComplete && !plan.isCancelled) {
        clearTimeout(going);
        plan.isCancelled = true;
        showProgress();
        summarise(showForecast());
    }
}

function saveForecast() {
    const answer = plan.answer();
    const when = (value) => value.first ?? libraries.plan.whenText(value.status);
    const rows = [
        ...answer.quantiles.map(({ q, low, value, high }) =>
            [`years to independence, P${100 * q}`, '', '', when(low), when(value), when(high)]),
        ...answer.within.map(({ year, low, value, high }) => ['chance within', '', year, low, value, high]),
        ...plan.asked.stages.map((stage, i) => ['trials in which it was covered last', stageName(stage, i), '', '',
            answer.bottleneck[i], '']),
        ['trials without independence', '', plan.asked.horizon, '', answer.never, ''],
        ...plan.asked.stages.flatMap((stage, i) => {
            const [low, , value, , high] = FAN.map((q) => plan.fan.quantiles(i, q));
            return Array.from(plan.fan.dates, (year, date) => ['supply in percent of the need, P10 P50 P90',
                stageName(stage, i), year, low[date], value[date], high[date]]);
        }),
        ...['allied', 'growth', 'success', 'horizon', 'seed'].map((name) => [name, '', '', '', plan.asked[name], '']),
        ['trials', '', '', '', answer.trials, ''],
        ...Array.from(by('assumptions').children, (item) => ['assumed', '', '', '', item.textContent, '']),
    ];
    save('forecast.csv', 'text/csv', writeCsv(['figure', 'stage', 'year', 'low', 'value', 'high'], rows));
}

// --- the chain ------------------------------------------------------------------------------------

const open = new WeakSet(); /* projects whose fields are shown */

function phaseFields(project, phase, index, place) {
    // An order that is wrong is mended at any of the three.
    const inOrder = () => {
        ascending(phase);
        made.map((one) => one.querySelector('input')).filter((input) => input.validity.valid).forEach(accept);
    };
    const made = [['Low, years', 'low'], ['Likely, years', 'likely'], ['High, years', 'high']].map(
        ([label, key]) => numberField(label, 'lead', phase, key, planChanged, inOrder));
    const name = nameField('Phase', phase, planChanged);
    name.querySelector('input').id = `${place}-phase-${index}`;
    name.querySelector('label').htmlFor = `${place}-phase-${index}`;
    const about = `${phase.name || 'phase'} of ${project.name}`;
    return element('div', { class: 'phase', role: 'group', 'aria-label': about },
        element('div', { class: 'fields' }, name, ...made, button('Remove', about,
            () => rebuild(() => project.phases.splice(index, 1), `${place}-add`))));
}

function allyField(project) {
    fields++;
    const input = element('input', { id: `field-${fields}`, type: 'checkbox' });
    input.checked = project.ally;
    input.addEventListener('change', () => {
        project.ally = input.checked;
        planChanged();
    });
    return element('div', { class: 'field' }, input,
        element('label', { for: input.id }, 'An ally’s: counts in part'));
}

function inShort({ name, capacity, chance, phases }) {
    const years = phases.map((phase) => phase.likely).reduce((sum, likely) => sum + likely, 0);
    return `${name || 'Project'}: ${capacity.toLocaleString('en')} t a year, ` +
        `${years === 0 ? 'no lead' : `likely ${Number(years.toFixed(2))} years`}, ${chance} %`;
}

function projectFields(stage, project, index, at) {
    const place = `project-${at}-${index}`;
    const title = element('summary', { id: place }, inShort(project));
    const changed = () => {
        title.textContent = inShort(project);
        planChanged();
    };
    const adder = button('Add a phase', `to ${project.name}`, () => rebuild(() => project.phases.push(
        { name: 'phase', low: 1, likely: 2, high: 4 }), `${place}-phase-${project.phases.length}`));
    adder.id = `${place}-add`;
    adder.hidden = project.phases.length >= MOST.phases;
    const whole = element('details', { class: 'project' }, title,
        element('div', { class: 'fields' }, nameField('Project', project, changed), allyField(project)),
        element('div', { class: 'fields' },
            numberField('Capacity, t a year', 'capacity', project, 'capacity', changed),
            numberField('Start, years', 'start', project, 'start', changed),
            numberField('Ramp, years', 'ramp', project, 'ramp', changed),
            numberField('Success, %', 'chance', project, 'chance', changed)),
        ...project.phases.map((phase, i) => phaseFields(project, phase, i, place)),
        element('p', { class: 'buttons' }, adder, button('Remove', project.name,
            () => rebuild(() => stage.projects.splice(index, 1), `add-project-${at}`))));
    whole.open = open.has(project);
    whole.addEventListener('toggle', () => (whole.open ? open.add(project) : open.delete(project)));
    return whole;
}

function addProject(stage) {
    const project = { name: 'New project', ally: false, capacity: 1000, start: 0, ramp: 1.5, chance: 80,
        phases: [{ name: 'construction', low: 2, likely: 3, high: 5 }] };
    open.add(project);
    stage.projects.push(project);
}

function stageFields(stage, index) {
    const adder = button('Add a project', `to ${stage.name}`,
        () => rebuild(() => addProject(stage), `project-${index}-${stage.projects.length}`));
    adder.id = `add-project-${index}`;
    adder.hidden = stage.projects.length >= MOST.projects;
    const remover = button('Remove', `stage ${stage.name}`,
        () => rebuild(() => state.stages.splice(index, 1), 'add-stage'));
    remover.hidden = state.stages.length === 1;
    const title = element('legend', { id: `stage-${index}`, tabindex: '-1' }, stageName(stage, index));
    return element('fieldset', {}, title,
        element('div', { class: 'fields' }, nameField('Stage', stage, () => {
            title.textContent = stageName(stage, index);
            planChanged();
        }), numberField('Need, t a year', 'need', stage, 'need', planChanged)),
        ...stage.projects.map((project, i) => projectFields(stage, project, i, index)),
        element('p', { class: 'buttons' }, adder, remover));
}

function showChain() {
    const adder = button('Add a stage', 'to the chain', () => rebuild(() => state.stages.push(
        { name: 'New stage', need: 800, projects: [] }), `stage-${state.stages.length}`));
    adder.id = 'add-stage';
    adder.hidden = state.stages.length >= MOST.stages;
    by('chain').replaceChildren(...state.stages.map(stageFields), element('p', {}, adder));
}

/** Changes the form of the chain, and puts the focus where the work goes on. */
function rebuild(change, next) {
    change();
    showChain();
    by(next).focus();
    planChanged();
}

// --- the state ------------------------------------------------------------------------------------

function notice(text) {
    by('notice').hidden = text === '';
    say('notice', text);
}

let keeping;

/** Writes the state into the address a moment later. */
function keepState() {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
        const fragment = toFragment(state, initial);
        history.replaceState(null, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
    }, 200);
}

function showSlider(name, text) {
    const value = text(state[name]);
    by(name).value = state[name];
    by(name).setAttribute('aria-valuetext', value);
    say(`${name}-out`, value);
}

const SLIDERS = {
    allied: (value) => `${value} %`,
    growth: (value) => `${value} %`,
    success: (value) => `${value} %`,
};

function showState() {
    by('csv').value = state.csv;
    by('sample').value = state.sample;
    by('guideline').value = state.guideline;
    by('residual-fields').replaceChildren(
        openField('Most that one of them holds', 'cap', marketChanged),
        openField('At most so many share it', 'holders', marketChanged));
    by('run-fields').replaceChildren(
        numberField('Horizon, years', 'horizon', state, 'horizon', planChanged),
        numberField('Trials', 'trials', state, 'trials', planChanged),
        numberField('Seed', 'seed', state, 'seed', planChanged));
    Object.entries(SLIDERS).forEach(([name, text]) => showSlider(name, text));
    showChain();
}

function readAddress() {
    const { state: read, refused } = fromFragment(location.hash.slice(1), initial, samples);
    state = read;
    notice(refused.length === 0 ? '' :
        `Of the link this was not understood, and is left out: ${refused.slice(0, 5).join('; ')}.`);
    showState();
    marketChanged();
    planChanged();
}

function listen() {
    by('csv').addEventListener('input', () => ownTable(by('csv').value));
    by('file').addEventListener('change', readFile);
    by('sample').addEventListener('change', () => {
        state.sample = by('sample').value;
        state.csv = samples.get(state.sample)?.csv ?? state.csv;
        by('csv').value = state.csv;
        marketChanged();
    });
    by('guideline').addEventListener('change', () => {
        state.guideline = Number(by('guideline').value);
        marketChanged();
    });
    Object.entries(SLIDERS).forEach(([name, text]) => by(name).addEventListener('input', () => {
        state[name] = by(name).valueAsNumber;
        showSlider(name, text);
        planChanged();
    }));
    by('cancel').addEventListener('click', cancel);
    by('save-suppliers').addEventListener('click', saveSuppliers);
    by('save-forecast').addEventListener('click', saveForecast);
    for (const [id, title] of [['scale', 'HHI'], ['bars', 'Shares of the supply'],
        ['chance', 'Chance to cover the need'], ['fan', 'Supply in percent of the need'],
        ['bottleneck', 'Stage that is covered last']]) {
        by(`save-${id}`).addEventListener('click',
            () => save(`${id}.svg`, 'image/svg+xml', chartFile(by(id), title)));
    }
    window.addEventListener('hashchange', readAddress);
    redrawWhenWider();
}

/** Charts are drawn for a width; they are drawn anew for another. */
function redrawWhenWider() {
    let width = document.body.clientWidth;
    new ResizeObserver(coalesced(() => {
        if (document.body.clientWidth !== width) {
            width = document.body.clientWidth;
            showMarket();
            if (plan !== null) {
                showForecast();
            }
        }
    })).observe(document.body);
}

function fillChoices() {
    by('sample').append(...Array.from(samples.keys(), (name) => element('option', { value: name }, name)));
    by('guideline').append(...GUIDELINES.map((year) => element('option', { value: year },
        `${year}: ${THRESHOLDS[year].map((p) => p.toLocaleString('en')).join(' and ')} points`)));
    for (const name of Object.keys(SLIDERS)) {
        const { low, high, step } = LIMITS[name];
        Object.assign(by(name), { min: low, max: high, step });
    }
}

async function begin() {
    const text = (id) => by(id).textContent;
    const bytes = Uint8Array.from(atob(text('module').replace(/\s/g, '')), (c) => c.charCodeAt(0));
    const module = await WebAssembly.compile(bytes);
    libraries = { market: await Minrisk.load(module), plan: await Minrisk.load(module) };
    samples = samplesFrom(readTable(text('production')));
    initial = initialState(samples, readTable(text('leads')), readTable(text('projects')));
    const version = libraries.market.version();
    say('version', `libminrisk ${Math.floor(version / 10000)}.${Math.floor(version / 100) % 100}.${version % 100},`);
    fillChoices();
    listen();
    readAddress();
}

begin().catch((error) => {
    notice(`This browser cannot run the page: ${error.message}`);
    throw error;
});
