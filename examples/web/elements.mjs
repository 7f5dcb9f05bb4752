// SPDX-License-Identifier: MIT
// Elements of the page: text set as text, inputs with their label and their error, files for the user.
import { bitsOf } from './market.mjs';
import { LIMITS, MOST, limited, nameOf, refusalText } from './state.mjs';

export const by = (id) => document.getElementById(id);
const invalid = new Map(); /* inputs that an answer waits for, and why */

/** An element; children are elements or text, never markup. */
export function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
}

export function say(id, text) {
    if (by(id).textContent !== text) {
        by(id).textContent = text;
    }
}

/** Calls an action once in the next frame, however often it was asked for. */
export function coalesced(action) {
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

export function accept(input) {
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
export function waitsFor(section) {
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
    return element(
        'div',
        { class: 'field' },
        element('span', {}, element('label', { for: input.id }, label)),
        input,
        error,
    );
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

export function numberField(label, name, holder, key, after, check = () => {}) {
    return field(
        label,
        numberAttributes(name, holder[key]),
        (input) => {
            holder[key] = numberOf(input, name);
            check();
        },
        after,
    );
}

/** A number that may be left open, which is 0. */
export function openField(label, name, holder, after) {
    const value = holder[name] === 0 ? '' : holder[name];
    return field(
        label,
        { ...numberAttributes(name, value), placeholder: 'not known' },
        (input) => {
            holder[name] = numberOf(input, name, 0);
        },
        after,
    );
}

export function checkField(label, holder, key, after) {
    fields++;
    const input = element('input', { id: `field-${fields}`, type: 'checkbox' });
    input.checked = holder[key];
    input.addEventListener('change', () => {
        holder[key] = input.checked;
        after();
    });
    return element('div', { class: 'field' }, input, element('label', { for: input.id }, label));
}

export function nameField(label, holder, after) {
    return field(
        label,
        { type: 'text', maxlength: MOST.name, value: holder.name },
        (input) => {
            holder.name = nameOf(input.value);
        },
        after,
    );
}

export function button(label, about, press) {
    const made = element(
        'button',
        { type: 'button' },
        label,
        element('span', { class: 'hidden' }, ` ${about}`),
    );
    made.addEventListener('click', press);
    return made;
}

/** Hands a text to the user as a file. */
export function save(name, kind, text) {
    const url = URL.createObjectURL(new Blob([text], { type: kind }));
    element('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
}

export function percent(part) {
    return `${(100 * part).toFixed(1)}\u00a0%`;
}

export function showBits(id, figures) {
    by(id).replaceChildren(
        ...figures.map(([name, value]) =>
            element(
                'tr',
                {},
                element('th', { scope: 'row' }, name),
                element('td', {}, String(value)),
                element('td', {}, bitsOf(value)),
            ),
        ),
    );
}

/** What the reader has to know of the page as a whole; '' takes it away. */
export function notice(text) {
    by('notice').hidden = text === '';
    say('notice', text);
}
