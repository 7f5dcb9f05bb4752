// SPDX-License-Identifier: MIT
// The first question of the page: a table of suppliers, and how concentrated it is.
import { MinriskError } from './minrisk.mjs';
import { readSuppliers, writeCsv, MOST_CHARACTERS } from './csv.mjs';
import { THRESHOLDS, score, pointsText, effectiveText, classText } from './market.mjs';
import { drawScale, drawBars } from './draw.mjs';
import {
    by,
    element,
    say,
    coalesced,
    waitsFor,
    save,
    percent,
    showBits,
    notice,
} from './elements.mjs';
import { now, keepState } from './now.mjs';

const BARS = 8;
const FAULTS = 8;

let table; /* of suppliers, as read */
let scored; /* their figures, or null */

/** Why no figure can be given, or null once `scored` has them. */
function scoreTable() {
    const begun = performance.now();
    table = readSuppliers(now.state.csv);
    scored = null;
    if (table.faults.length > 0) {
        return 'it waits until each line can be read';
    }
    const wrong = waitsFor('residual-fields');
    if (wrong !== null) {
        return `it waits for an input, ${wrong}`;
    }
    try {
        scored = score(now.libraries.market, table, now.state);
    } catch (error) {
        if (!(error instanceof MinriskError)) {
            throw error;
        }
        return error.status === -4
            ? 'so few suppliers of at most so much cannot hold the residual'
            : error.message;
    }
    const count = table.names.length.toLocaleString('en');
    say(
        'market-time',
        `${count} suppliers read and scored in ${(performance.now() - begun).toFixed(1)} ms.`,
    );
    return null;
}

const isExact = () => (table.residual?.quantity ?? 0) === 0;

function shareRows() {
    const { shares } = scored;
    const residual = shares.at(-1);
    const order = table.names.map((name, i) => i).sort((a, b) => shares[b] - shares[a] || a - b);
    const rows = order.slice(0, BARS).map((i) => ({
        name: table.names[i],
        part: shares[i],
        label: percent(shares[i]),
        kind: 'sure',
    }));
    const others = order.slice(BARS).filter((i) => shares[i] > 0);
    if (others.length > 0) {
        const part = others.reduce((total, i) => total + shares[i], 0);
        rows.push({
            name: `${others.length.toLocaleString('en')} more`,
            part,
            label: percent(part),
            kind: 'others',
        });
    }
    if (!isExact()) {
        rows.push({
            name: table.residual.name,
            part: residual,
            label: percent(residual),
            kind: 'rest',
        });
    }
    return rows.filter((row) => row.part > 0 || rows.length === 1);
}

function showTiles(leader) {
    say('hhi', pointsText(scored, isExact()));
    say('hhi-class', `${classText(scored)} (${now.state.guideline})`);
    say('effective', effectiveText(scored, isExact()));
    say('top-1', percent(scored.top[0].share));
    say('leader', leader === null ? 'nobody is named' : leader.name);
    say(
        'top-more',
        scored.top
            .slice(1)
            .map(({ share }) => percent(share))
            .join(', '),
    );
    say(
        'coverage',
        isExact()
            ? 'of all supply'
            : `at the least; ${percent(scored.coverage)} of the supply has a name`,
    );
}

export function showMarket() {
    const why = scoreTable();
    by('faults').replaceChildren(
        ...table.faults.slice(0, FAULTS).map((fault) => element('li', {}, fault)),
        ...(table.faults.length > FAULTS
            ? [element('li', {}, `and ${table.faults.length - FAULTS} lines more`)]
            : []),
    );
    by('csv').setAttribute('aria-invalid', String(table.faults.length > 0));
    by('market-figures').classList.toggle('void', why !== null);
    if (why !== null) {
        say('market-summary', `There is no answer: ${why}.`);
        return;
    }
    const rows = shareRows();
    const leader = scored.named === null ? null : rows[0];
    showTiles(leader);
    say(
        'market-summary',
        `The index is ${pointsText(scored, isExact())} points: ${classText(scored)}` +
            `${leader === null ? '' : `. ${leader.name} has ${leader.label} of the supply`}.`,
    );
    drawScale(
        by('scale'),
        10000 * scored.hhi.low,
        10000 * scored.hhi.high,
        THRESHOLDS[now.state.guideline],
        `HHI ${pointsText(scored, isExact())} on a scale from 0 to 10,000 points: ${classText(scored)}`,
    );
    drawBars(
        by('bars'),
        rows,
        `Shares: ${rows.map((row) => `${row.name} ${row.label}`).join(', ')}`,
    );
    showBits('market-bits', [
        ['HHI, low', scored.hhi.low],
        ['HHI, high', scored.hhi.high],
        ...(scored.named === null ? [] : [['HHI of the named', scored.named]]),
        ['effective suppliers, low', scored.effective.low],
        ['effective suppliers, high', scored.effective.high],
        ['coverage', scored.coverage],
        ...scored.top.map(({ k, share }) => [`top ${k}`, share]),
        ['class, low', scored.classes[0]],
        ['class, high', scored.classes[1]],
    ]);
}

export function saveSuppliers() {
    const rows = table.names.map((name, i) => [name, table.quantities[i], 'no', scored.shares[i]]);
    if (table.residual !== null) {
        rows.push([table.residual.name, table.residual.quantity, 'yes', scored.shares.at(-1)]);
    }
    save('suppliers.csv', 'text/csv', writeCsv(['name', 'quantity', 'residual', 'share'], rows));
}

export const marketChanged = coalesced(() => {
    showMarket();
    keepState();
});

export function ownTable(text) {
    now.state.csv = text;
    now.state.sample = '';
    by('sample').value = '';
    marketChanged();
}

export async function readFile() {
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
