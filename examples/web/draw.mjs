// SPDX-License-Identifier: MIT
// Charts as SVG, drawn for the width they are shown at, so that text keeps its size. Words are set as
// text; colours are classes of style.css.

const SVG = 'http://www.w3.org/2000/svg';
const LETTER = 8; /* pixels, about, of a letter of 13 pixels */

/** An element of SVG; children are elements or text. */
function svg(name, attributes, ...children) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(
            key,
            typeof value === 'number' ? String(Math.round(value * 100) / 100) : value,
        );
    }
    element.append(...children);
    return element;
}

function words(x, y, text, kind, anchor = 'start') {
    return svg('text', { x, y, class: kind, 'text-anchor': anchor }, text);
}

function line(x1, y1, x2, y2, kind) {
    return svg('line', { x1, y1, x2, y2, class: kind });
}

function box(x, y, width, height, kind) {
    return svg('rect', { x, y, width: Math.max(0, width), height, class: kind });
}

function path(points, kind) {
    const steps = points.map(
        ([x, y]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`,
    );
    return svg('path', { d: `M${steps.join('L')}`, class: kind });
}

/** The area between two lines over the same places. */
function band(x, low, high, kind) {
    const upper = x.map((at, i) => [at, high[i]]);
    const lower = x.map((at, i) => [at, low[i]]).reverse();
    const area = path([...upper, ...lower], kind);
    area.setAttribute('d', `${area.getAttribute('d')}Z`);
    return area;
}

/** Text cut to a width. */
function fitted(text, width) {
    const letters = Math.max(3, Math.floor(width / LETTER));
    return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
}

/** Puts a chart into its figure in place of the one before; its text is for those who hear it. */
function show(figure, width, height, text, marks) {
    const chart = svg(
        'svg',
        { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': text },
        ...marks,
    );
    figure.querySelector('svg')?.remove();
    figure.prepend(chart);
}

function widthOf(figure) {
    return Math.max(240, Math.floor(figure.clientWidth));
}

/** Where an index lies among the classes of a guideline; all in points. */
export function drawScale(figure, low, high, [moderate, concentrated], text) {
    const width = widthOf(figure);
    const x = (points) => 6 + ((width - 12) * points) / 10000;
    const marks = [
        box(x(0), 30, x(moderate) - x(0), 16, 'class-0'),
        box(x(moderate), 30, x(concentrated) - x(moderate), 16, 'class-1'),
        box(x(concentrated), 30, x(10000) - x(concentrated), 16, 'class-2'),
    ];
    if (low !== null) {
        const left = Math.min(x(low), x(high) - 1.5);
        const middle = (x(low) + x(high)) / 2;
        marks.push(
            box(left - 1.5, 24, Math.max(3, x(high) - left) + 3, 28, 'halo'),
            box(left, 24, Math.max(3, x(high) - left), 28, 'mark'),
            path(
                [
                    [middle - 6, 12],
                    [middle + 6, 12],
                    [middle, 21],
                ],
                'mark',
            ),
        );
    }
    marks.push(words(x(0), 66, '0', 'tick'), words(x(10000), 66, '10,000', 'tick', 'end'));
    if (x(concentrated) - x(moderate) > 44) {
        marks.push(words(x(moderate), 66, moderate.toLocaleString('en'), 'tick', 'middle'));
    }
    marks.push(words(x(concentrated), 66, concentrated.toLocaleString('en'), 'tick', 'middle'));
    show(figure, width, 72, text, marks);
}

/** Bars with a name before and a figure behind: rows of { name, part, label, kind }. */
export function drawBars(figure, rows, text) {
    const width = widthOf(figure);
    const names = Math.min(190, width * 0.4);
    const most = Math.max(...rows.map((row) => row.part), 1e-300);
    const room = width - names - 62;
    const marks = rows.flatMap((row, i) => {
        const y = i * 26;
        const label = words(0, y + 17, fitted(row.name, names - 8), 'name');
        label.append(svg('title', {}, row.name));
        return [
            label,
            box(names, y + 4, Math.max(1, (room * row.part) / most), 18, row.kind),
            words(names + (room * row.part) / most + 6, y + 17, row.label, 'value'),
        ];
    });
    show(figure, width, Math.max(26, rows.length * 26), text, marks);
}

/** A frame with a grid: what it needs to place points, and its marks. */
function frame({ left, top, width, height, years, most, step, unit }) {
    const x = (year) => left + (width * year) / years;
    const y = (value) => top + height - (height * Math.min(value, most)) / most;
    const marks = [];
    for (let value = 0; value <= most; value += step) {
        marks.push(
            line(left, y(value), left + width, y(value), 'grid'),
            words(left - 6, y(value) + 4, `${value}${unit}`, 'tick', 'end'),
        );
    }
    const apart = [1, 2, 5, 10, 20].find((n) => (width * n) / years >= 34) ?? 20;
    for (let year = 0; year <= years; year += apart) {
        marks.push(
            line(x(year), top + height, x(year), top + height + 4, 'grid'),
            words(x(year), top + height + 17, String(year), 'tick', 'middle'),
        );
    }
    return { x, y, marks };
}

/** The chance to be independent by each year, with its interval, and three quantiles. */
export function drawChance(figure, within, quantiles, horizon, text) {
    const width = widthOf(figure);
    const { x, y, marks } = frame({
        left: 42,
        top: 10,
        width: width - 58,
        height: 200,
        years: horizon,
        most: 100,
        step: 25,
        unit: '%',
    });
    const at = within.map((point) => x(point.year));
    marks.push(
        band(
            at,
            within.map((p) => y(100 * p.low)),
            within.map((p) => y(100 * p.high)),
            'band',
        ),
        path(
            within.map((p, i) => [at[i], y(100 * p.value)]),
            'line',
        ),
    );
    const reached = quantiles
        .filter(({ value }) => value.first !== null)
        .map(({ q, value }) => ({ q, years: value.first, place: [x(value.first), y(100 * q)] }));
    for (const { place } of reached) {
        marks.push(line(42, place[1], ...place, 'drop'), line(...place, place[0], y(0), 'drop'));
    }
    for (const {
        q,
        years,
        place: [left, top],
    } of reached) {
        const [side, below, anchor] = left > width - 130 ? [-9, -7, 'end'] : [9, 14, 'start'];
        marks.push(
            svg('circle', { cx: left, cy: top, r: 4.5, class: 'dot' }),
            words(left + side, top + below, `P${100 * q}: ${years.toFixed(1)} y`, 'label', anchor),
        );
    }
    marks.push(words(width - 16, 244, 'years from now', 'tick', 'end'));
    show(figure, width, 250, text, marks);
}

function drawPanel({ name, bands }, dates, horizon, left, top, width) {
    const most = Math.min(400, Math.max(200, ...bands[4].map((p) => Math.ceil(p / 100) * 100)));
    const { x, y, marks } = frame({
        left: left + 46,
        top: top + 24,
        width: width - 58,
        height: 110,
        years: horizon,
        most,
        step: most / 2,
        unit: '%',
    });
    const at = Array.from(dates, x);
    const [p10, p25, p50, p75, p90] = bands.map((values) => values.map(y));
    return [
        words(left, top + 12, fitted(name, width), 'name'),
        ...marks,
        band(at, p10, p90, 'band'),
        band(at, p25, p75, 'band inner'),
        line(at[0], y(100), at[at.length - 1], y(100), 'need'),
        path(
            at.map((place, i) => [place, p50[i]]),
            'line',
        ),
    ];
}

/** Supply as a part of the need, stage by stage: the middle 80 and 50 per cent of trials, and the
 * median. Panels are { name, bands: five quantiles }. */
export function drawFan(figure, panels, dates, horizon, text) {
    const width = widthOf(figure);
    const columns = width >= 560 && panels.length > 1 ? 2 : 1;
    const each = (width - 16 * (columns - 1)) / columns;
    const rows = Math.ceil(panels.length / columns);
    const marks = panels.flatMap((panel, i) =>
        drawPanel(
            panel,
            dates,
            horizon,
            (i % columns) * (each + 16),
            Math.floor(i / columns) * 172,
            each,
        ),
    );
    marks.push(words(width - 16, rows * 172 + 6, 'years from now', 'tick', 'end'));
    show(figure, width, rows * 172 + 12, text, marks);
}

const DRAWN = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'fill-opacity',
    'paint-order',
    'font-family',
    'font-size',
    'font-weight',
];

/** The chart of a figure as a file of its own: as it is seen, with its ground. */
export function chartFile(figure, title) {
    const seen = figure.querySelector('svg');
    const file = seen.cloneNode(true);
    const copies = file.querySelectorAll('*');
    seen.querySelectorAll('*').forEach((element, i) => {
        const style = getComputedStyle(element);
        for (const name of DRAWN) {
            copies[i].setAttribute(name, style.getPropertyValue(name));
        }
        copies[i].removeAttribute('class');
    });
    const ground = svg('rect', {
        width: '100%',
        height: '100%',
        fill: getComputedStyle(document.body).getPropertyValue('background-color'),
    });
    file.prepend(svg('title', {}, title), ground);
    file.setAttribute('xmlns', SVG);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}
