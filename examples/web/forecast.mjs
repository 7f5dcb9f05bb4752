// SPDX-License-Identifier: MIT
// The second question of the page: when a chain of projects could cover the need. The forecast goes on
// in slices between which the page stays alive, and is shown on its way.
import { writeCsv } from './csv.mjs';
import { disorderOf, stageName } from './state.mjs';
import { Plan, Leads, Uneven, FAN_DATES } from './plan.mjs';
import { drawBars, drawChance, drawFan } from './draw.mjs';
import { by, element, say, coalesced, waitsFor, save, percent, showBits } from './elements.mjs';
import { now, keepState } from './now.mjs';

const SLICE_MS = 12;
const SHOW_MS = 250;
const HALFWAY = (FAN_DATES - 1) / 2;
const FAN = [0.1, 0.25, 0.5, 0.75, 0.9];
const leads = new Leads();

let plan = null; /* the forecast that is under way or done, or null */
let going; /* the timer of its next slice */

function yearsText({ value }) {
    return value.first === null
        ? now.libraries.plan.whenText(value.status)
        : `${value.first.toFixed(1)} years`;
}

function rangeText({ low, high }) {
    if (low.first === null && high.first === null) {
        return '';
    }
    const text = ({ status, first }) =>
        first === null ? now.libraries.plan.whenText(status) : first.toFixed(1);
    return `95 %: ${text(low)} to ${text(high)}`;
}

function lastStage({ bottleneck }) {
    const most = Math.max(...bottleneck);
    return most === 0
        ? null
        : stageName(plan.asked.stages[bottleneck.indexOf(most)], bottleneck.indexOf(most));
}

function showForecastTiles(answer) {
    answer.quantiles.forEach((quantile, i) => {
        const id = ['p10', 'p50', 'p90'][i];
        say(id, yearsText(quantile));
        say(`${id}-range`, rangeText(quantile));
    });
    say('bottleneck-name', lastStage(answer) ?? 'none');
    say(
        'never',
        `${percent(answer.never / answer.trials)} not within ${plan.asked.horizon} years; ` +
            `${percent(answer.lost / answer.trials)} reach it and lose it again`,
    );
}

function showBottleneck(answer) {
    const rows = plan.asked.stages.map((stage, i) => ({
        name: stageName(stage, i),
        part: answer.bottleneck[i] / answer.trials,
        label: percent(answer.bottleneck[i] / answer.trials),
        kind: 'sure',
    }));
    rows.push({
        name: 'not reached',
        part: answer.never / answer.trials,
        label: percent(answer.never / answer.trials),
        kind: 'never',
    });
    drawBars(
        by('bottleneck'),
        rows,
        `Covered last: ${rows.map((row) => `${row.name} ${row.label}`).join(', ')}`,
    );
}

function showForecast() {
    const answer = plan.answer();
    showForecastTiles(answer);
    drawChance(
        by('chance'),
        answer.within,
        answer.quantiles,
        plan.asked.horizon,
        `Chance by year: ${answer.within
            .filter((p, i) => i % 12 === 0)
            .map((p) => `${p.year.toFixed(0)} years ${percent(p.value)}`)
            .join(', ')}`,
    );
    const panels = plan.asked.stages.map((stage, i) => ({
        name: stageName(stage, i),
        bands: FAN.map((q) => plan.fan.quantiles(i, q)),
    }));
    drawFan(
        by('fan'),
        panels,
        plan.fan.dates,
        plan.asked.horizon,
        `Supply in percent of the need after half of the horizon, P10 to P90: ${panels
            .map((p) => `${p.name} ${p.bands[0][HALFWAY]} to ${p.bands[4][HALFWAY]}`)
            .join(', ')}`,
    );
    say(
        'fan-caption',
        'Supply in percent of the need (dashed), by stage: the median, the middle half and ' +
            `the middle 80 % (P10 to P90) of the first ${plan.fan.trials.toLocaleString('en')} trials.`,
    );
    showBottleneck(answer);
    showAssumptions(answer);
    showBits('plan-bits', [
        ...answer.quantiles.flatMap(({ q, low, value, high }) =>
            [
                ['low', low],
                ['', value],
                ['high', high],
            ]
                .filter(([, when]) => when.first !== null)
                .map(([end, when]) => [`P${100 * q}${end && `, ${end}`}`, when.first]),
        ),
        ...answer.within
            .filter((p, i) => i % 6 === 0)
            .flatMap(({ year, low, value, high }) => [
                [`within ${year} years, low`, low],
                [`within ${year} years`, value],
                [`within ${year} years, high`, high],
            ]),
    ]);
    return answer;
}

function showAssumptions({ assumptions }) {
    const items = [];
    for (let bit = 1; bit <= assumptions; bit *= 2) {
        if ((assumptions & bit) !== 0) {
            items.push(now.libraries.plan.assumptionText(bit));
        }
    }
    items.push(
        `${plan.asked.allied} % of an ally’s supply counts, which is your choice`,
        `quantities are whole units of the model, which moves none of them by more than ${plan.rounding.toExponential(1)} t`,
        `trials are drawn from seed ${plan.asked.seed}: the same seed gives the same figures everywhere`,
    );
    by('assumptions').replaceChildren(...items.map((item) => element('li', {}, item)));
}

function showProgress() {
    const isOver = plan.isComplete || plan.isCancelled;
    const of = plan.isComplete ? '' : ` of ${plan.trials.toLocaleString('en')}`;
    by('progress').value = plan.done / plan.trials;
    by('cancel').setAttribute('aria-disabled', String(isOver));
    say(
        'progress-text',
        `${plan.done.toLocaleString('en')}${of} trials, seed ${plan.asked.seed}` +
            `${plan.isCancelled ? '; cancelled, and the figures are of these' : ''}.`,
    );
}

function summarise(answer) {
    const [, median] = answer.quantiles;
    const last = lastStage(answer);
    say(
        'plan-summary',
        `${
            median.value.first === null
                ? `In half of the trials or more the chain does not cover the need within ${plan.asked.horizon} years`
                : `As likely as not, the chain covers the need within ${yearsText(median)}`
        }` +
            `${last === null ? '' : `; ${last} is most often covered last`}. ` +
            `${answer.trials.toLocaleString('en')} trials, seed ${plan.asked.seed}.`,
    );
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
    const wrong = waitsFor('plan') ?? disorderOf(now.state.stages);
    if (wrong !== null) {
        return `The forecast waits for an input: ${wrong}.`;
    }
    try {
        plan = new Plan(now.libraries.plan, structuredClone(now.state), leads);
        return null;
    } catch (error) {
        if (!(error instanceof Uneven)) {
            throw error;
        }
        return `There is no forecast: ${error.message}.`;
    }
}

export const planChanged = coalesced(() => {
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

export function cancel() {
    if (plan !== null && !plan.isComplete && !plan.isCancelled) {
        clearTimeout(going);
        plan.isCancelled = true;
        showProgress();
        summarise(showForecast());
    }
}

export function saveForecast() {
    const answer = plan.answer();
    const when = (value) => value.first ?? now.libraries.plan.whenText(value.status);
    const rows = [
        ...answer.quantiles.map(({ q, low, value, high }) => [
            `years to independence, P${100 * q}`,
            '',
            '',
            when(low),
            when(value),
            when(high),
        ]),
        ...answer.within.map(({ year, low, value, high }) => [
            'chance within',
            '',
            year,
            low,
            value,
            high,
        ]),
        ...plan.asked.stages.map((stage, i) => [
            'trials in which it was covered last',
            stageName(stage, i),
            '',
            '',
            answer.bottleneck[i],
            '',
        ]),
        ['trials without independence', '', plan.asked.horizon, '', answer.never, ''],
        ...plan.asked.stages.flatMap((stage, i) => {
            const [low, , value, , high] = FAN.map((q) => plan.fan.quantiles(i, q));
            return Array.from(plan.fan.dates, (year, date) => [
                'supply in percent of the need, P10 P50 P90',
                stageName(stage, i),
                year,
                low[date],
                value[date],
                high[date],
            ]);
        }),
        ...['allied', 'growth', 'success', 'horizon', 'seed'].map((name) => [
            name,
            '',
            '',
            '',
            plan.asked[name],
            '',
        ]),
        ['trials', '', '', '', answer.trials, ''],
        ...Array.from(by('assumptions').children, (item) => [
            'assumed',
            '',
            '',
            '',
            item.textContent,
            '',
        ]),
    ];
    save(
        'forecast.csv',
        'text/csv',
        writeCsv(['figure', 'stage', 'year', 'low', 'value', 'high'], rows),
    );
}

/** Draws what there is anew. */
export function showForecastAgain() {
    if (plan !== null) {
        showForecast();
    }
}
