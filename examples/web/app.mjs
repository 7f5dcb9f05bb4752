// SPDX-License-Identifier: MIT
// The page: what is entered becomes a state, the state becomes figures, and the figures are shown.
import { Minrisk } from './minrisk.mjs';
import { readTable } from './csv.mjs';
import { LIMITS, GUIDELINES, fromFragment, samplesFrom, initialState } from './state.mjs';
import { THRESHOLDS } from './market.mjs';
import { chartFile } from './draw.mjs';
import { by, element, say, coalesced, numberField, openField, save, notice } from './elements.mjs';
import { now } from './now.mjs';
import { showMarket, marketChanged, ownTable, readFile, saveSuppliers } from './suppliers.mjs';
import { planChanged, showForecastAgain, cancel, saveForecast } from './forecast.mjs';
import { showChain } from './chain.mjs';

function showSlider(name, text) {
    const value = text(now.state[name]);
    by(name).value = now.state[name];
    by(name).setAttribute('aria-valuetext', value);
    say(`${name}-out`, value);
}

const SLIDERS = {
    allied: (value) => `${value} %`,
    growth: (value) => `${value} %`,
    success: (value) => `${value} %`,
};

function showState() {
    by('csv').value = now.state.csv;
    by('sample').value = now.state.sample;
    by('guideline').value = now.state.guideline;
    by('residual-fields').replaceChildren(
        openField('Most that one of them holds', 'cap', now.state, marketChanged),
        openField('At most so many share it', 'holders', now.state, marketChanged),
    );
    by('run-fields').replaceChildren(
        numberField('Horizon, years', 'horizon', now.state, 'horizon', planChanged),
        numberField('Trials', 'trials', now.state, 'trials', planChanged),
        numberField('Seed', 'seed', now.state, 'seed', planChanged),
    );
    Object.entries(SLIDERS).forEach(([name, text]) => showSlider(name, text));
    showChain();
}

function readAddress() {
    const { state, refused } = fromFragment(location.hash.slice(1), now.initial, now.samples);
    now.state = state;
    notice(
        refused.length === 0
            ? ''
            : `Of the link this was not understood, and is left out: ${refused.slice(0, 5).join('; ')}.`,
    );
    showState();
    marketChanged();
    planChanged();
}

function listen() {
    by('csv').addEventListener('input', () => ownTable(by('csv').value));
    by('file').addEventListener('change', readFile);
    by('sample').addEventListener('change', () => {
        now.state.sample = by('sample').value;
        now.state.csv = now.samples.get(now.state.sample)?.csv ?? now.state.csv;
        by('csv').value = now.state.csv;
        marketChanged();
    });
    by('guideline').addEventListener('change', () => {
        now.state.guideline = Number(by('guideline').value);
        marketChanged();
    });
    Object.entries(SLIDERS).forEach(([name, text]) =>
        by(name).addEventListener('input', () => {
            now.state[name] = by(name).valueAsNumber;
            showSlider(name, text);
            planChanged();
        }),
    );
    by('cancel').addEventListener('click', cancel);
    by('save-suppliers').addEventListener('click', saveSuppliers);
    by('save-forecast').addEventListener('click', saveForecast);
    for (const [id, title] of [
        ['scale', 'HHI'],
        ['bars', 'Shares of the supply'],
        ['chance', 'Chance to cover the need'],
        ['fan', 'Supply in percent of the need'],
        ['bottleneck', 'Stage that is covered last'],
    ]) {
        by(`save-${id}`).addEventListener('click', () =>
            save(`${id}.svg`, 'image/svg+xml', chartFile(by(id), title)),
        );
    }
    window.addEventListener('hashchange', readAddress);
    redrawWhenWider();
}

/** Charts are drawn for a width; they are drawn anew for another. */
function redrawWhenWider() {
    let width = document.body.clientWidth;
    new ResizeObserver(
        coalesced(() => {
            if (document.body.clientWidth !== width) {
                width = document.body.clientWidth;
                showMarket();
                showForecastAgain();
            }
        }),
    ).observe(document.body);
}

function fillChoices() {
    by('sample').append(
        ...Array.from(now.samples.keys(), (name) => element('option', { value: name }, name)),
    );
    by('guideline').append(
        ...GUIDELINES.map((year) =>
            element(
                'option',
                { value: year },
                `${year}: ${THRESHOLDS[year].map((p) => p.toLocaleString('en')).join(' and ')} points`,
            ),
        ),
    );
    for (const name of Object.keys(SLIDERS)) {
        const { low, high, step } = LIMITS[name];
        Object.assign(by(name), { min: low, max: high, step });
    }
}

async function begin() {
    const text = (id) => by(id).textContent;
    const bytes = Uint8Array.from(atob(text('module').replace(/\s/g, '')), (c) => c.charCodeAt(0));
    const module = await WebAssembly.compile(bytes);
    now.libraries = { market: await Minrisk.load(module), plan: await Minrisk.load(module) };
    now.samples = samplesFrom(readTable(text('production')));
    now.initial = initialState(now.samples, readTable(text('leads')), readTable(text('projects')));
    const version = now.libraries.market.version();
    say(
        'version',
        `libminrisk ${Math.floor(version / 10000)}.${Math.floor(version / 100) % 100}.${version % 100},`,
    );
    fillChoices();
    listen();
    readAddress();
}

begin().catch((error) => {
    notice(`This browser cannot run the page: ${error.message}`);
    throw error;
});
