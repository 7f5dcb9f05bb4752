// SPDX-License-Identifier: MIT
// Tables of suppliers as text: RFC 4180, with or without a byte order mark, lines ended in any
// manner, separated by commas or, as pasted from a spreadsheet, by tabs. What cannot be read is a
// fault with the number of its line; nothing is guessed.

export const MOST_CHARACTERS = 8e6;
export const MOST_SUPPLIERS = 100000;
const MOST_FAULTS = 1000;

const NUMBER = /^\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$|^\.\d+(?:[eE][+-]?\d+)?$/;
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]/;
const YES = new Set(['yes', 'true', '1', 'residual']);
const NO = new Set(['', 'no', 'false', '0']);

/** What is wrong with a line: no Error, since a table may have many. */
class Fault {
    constructor(line, what, isLast = false) {
        this.message = `line ${line}: ${what}`;
        this.isLast = isLast;
    }
}

/** A name as it stands in a message: short, and in quotes. */
function quoted(text) {
    return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}

/** The field in quotes that begins at `at`, and where it ends. */
function quotedField(text, at, line, separator) {
    let value = '';
    for (let from = at + 1; ;) {
        const end = text.indexOf('"', from);
        if (end < 0) {
            throw new Fault(line, 'a quote is opened and not closed');
        }
        value += text.slice(from, end);
        const next = text[end + 1];
        if (next !== '"') {
            if (next !== undefined && next !== separator && next !== '\n') {
                throw new Fault(line, 'text follows a closing quote');
            }
            return { value, end: end + 1 };
        }
        value += '"';
        from = end + 2;
    }
}

function lineBreaks(text) {
    return text.split('\n').length - 1;
}

/** Calls record(cells, line) for each line that is not empty. */
function eachRecord(text, separator, record) {
    let at = 0;
    let line = 1;
    let comma = -1;
    while (at < text.length) {
        const first = line;
        const cells = [];
        let eol = text.indexOf('\n', at);
        if (eol < 0) {
            eol = text.length;
        }
        for (;;) {
            if (text[at] === '"') {
                const field = quotedField(text, at, first, separator);
                cells.push(field.value.trim());
                line += lineBreaks(field.value);
                at = field.end;
                if (at > eol) {
                    eol = text.indexOf('\n', at);
                    eol = eol < 0 ? text.length : eol;
                }
            } else {
                // The next separator is looked for once, however many lines have none.
                if (comma < at) {
                    comma = text.indexOf(separator, at);
                    comma = comma < 0 ? text.length : comma;
                }
                const end = Math.min(comma, eol);
                const value = text.slice(at, end);
                if (value.includes('"')) {
                    throw new Fault(first, 'a quote stands within a field that is not in quotes');
                }
                cells.push(value.trim());
                at = end;
            }
            if (text[at] !== separator) {
                break;
            }
            at++;
        }
        at++;
        line++;
        if (cells.length > 1 || cells[0] !== '') {
            record(cells, first);
        }
    }
}

function separatorOf(text) {
    const line = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
    const bare = line.replace(/"[^"]*"/g, '');
    if (bare.includes(',')) {
        return ',';
    }
    if (bare.includes('\t')) {
        return '\t';
    }
    if (bare.includes(';')) {
        throw new Fault(1, 'semicolons separate the columns; commas or tabs are read');
    }
    return ',';
}

const UNTITLED = { name: 0, quantity: 1, residual: 2, width: 3 };

/** Which column holds what; null where the cells are no header. */
function columnsOf(cells) {
    const titles = cells.map((cell) => cell.toLowerCase());
    const [name, quantity, residual] = ['name', 'quantity', 'residual'].map((t) =>
        titles.indexOf(t),
    );
    return name < 0 || quantity < 0 ? null : { name, quantity, residual, width: cells.length };
}

function quantityOf(cell, line) {
    if (!NUMBER.test(cell)) {
        const hint =
            line === 1
                ? '; a header names its columns name and quantity'
                : /^\d{1,3}(,\d{3})+$/.test(cell)
                  ? '; write it without commas'
                  : '';
        throw new Fault(
            line,
            cell === ''
                ? 'there is no quantity'
                : cell.startsWith('-')
                  ? `${quoted(cell)} is negative`
                  : `${quoted(cell)} is not a plain number${hint}`,
        );
    }
    const value = Number(cell);
    if (!Number.isFinite(value)) {
        throw new Fault(line, `${quoted(cell)} is too large`);
    }
    return value;
}

function isResidual(cell, line) {
    const word = cell.toLowerCase();
    if (!YES.has(word) && !NO.has(word)) {
        throw new Fault(
            line,
            `${quoted(cell)} in the column of the residual is neither yes nor no`,
        );
    }
    return YES.has(word);
}

function needsGuard(text) {
    return text.startsWith("'") || FORMULA.test(text);
}

/** An apostrophe that writeCsv put before a name comes off again. */
function unguarded(name) {
    return name.startsWith("'") && needsGuard(name.slice(1)) ? name.slice(1) : name;
}

function addSupplier(table, cells, columns, line) {
    const residual = columns.residual >= 0 && isResidual(cells[columns.residual] ?? '', line);
    if (cells.length <= Math.max(columns.name, columns.quantity) || cells.length > columns.width) {
        throw new Fault(
            line,
            cells.length === 1
                ? 'there is no quantity'
                : `${cells.length} columns in place of ${columns.width}`,
        );
    }
    const name = unguarded(cells[columns.name]);
    const quantity = quantityOf(cells[columns.quantity], line);
    if (name === '') {
        throw new Fault(line, 'the supplier has no name');
    }
    if (UNPRINTABLE.test(name)) {
        throw new Fault(line, 'the name holds a character that cannot be printed');
    }
    if (residual && table.residual !== null) {
        throw new Fault(line, `a second residual; the first is in line ${table.residual.line}`);
    }
    if (table.seen.has(name)) {
        throw new Fault(line, `${quoted(name)} stands in line ${table.seen.get(name)} already`);
    }
    if (table.seen.size >= MOST_SUPPLIERS) {
        throw new Fault(line, `more than ${MOST_SUPPLIERS} suppliers`, true);
    }
    table.seen.set(name, line);
    if (residual) {
        table.residual = { name, quantity, line };
    } else {
        table.names.push(name);
        table.quantities.push(quantity);
    }
}

/** What `name,quantity[,residual]` says: names, quantities (a Float64Array) and the residual or
 * null; `faults` are messages, and where there are any the table must not be used. */
export function readSuppliers(source) {
    const table = { names: [], quantities: [], residual: null, faults: [], seen: new Map() };
    try {
        if (source.length > MOST_CHARACTERS) {
            throw new Fault(1, `more than ${MOST_CHARACTERS} characters`);
        }
        const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
        let columns = null;
        eachRecord(text, separatorOf(text), (cells, line) => {
            try {
                if (columns === null) {
                    const header = columnsOf(cells);
                    columns = header ?? UNTITLED;
                    if (header !== null) {
                        return;
                    }
                }
                addSupplier(table, cells, columns, line);
            } catch (fault) {
                if (!(fault instanceof Fault) || fault.isLast) {
                    throw fault;
                }
                table.faults.push(fault.message);
                if (table.faults.length >= MOST_FAULTS) {
                    throw new Fault(
                        line,
                        'what follows is not read: too many lines are wrong',
                        true,
                    );
                }
            }
        });
        if (table.names.length === 0 && table.residual === null && table.faults.length === 0) {
            table.faults.push('there is no supplier yet');
        }
    } catch (fault) {
        if (!(fault instanceof Fault)) {
            throw fault;
        }
        table.faults.push(fault.message);
    }
    table.quantities = Float64Array.from(table.quantities);
    return table;
}

/** The records of a table with a header, as objects. */
export function readTable(source) {
    const rows = [];
    let titles = null;
    eachRecord(source.replace(/\r\n?/g, '\n').trimStart(), ',', (cells) => {
        if (titles === null) {
            titles = cells;
        } else {
            rows.push(Object.fromEntries(titles.map((title, i) => [title, cells[i] ?? ''])));
        }
    });
    return rows;
}

/** A cell that no spreadsheet takes for a formula: text in quotes, with an apostrophe before what
 * could begin one; readSuppliers takes it off again. */
function written(value) {
    if (typeof value === 'number') {
        return String(value);
    }
    const guarded = needsGuard(value) ? `'${value}` : value;
    return `"${guarded.replace(/"/g, '""')}"`;
}

/** Rows of text and numbers as CSV, with the line ends of RFC 4180. */
export function writeCsv(titles, rows) {
    return (
        [titles.join(','), ...rows.map((row) => row.map(written).join(','))].join('\r\n') + '\r\n'
    );
}
