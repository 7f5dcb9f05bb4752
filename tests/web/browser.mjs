// SPDX-License-Identifier: MIT
// A browser without a screen, over the DevTools protocol on a pipe: messages end with a NUL.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OPTIONS = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--hide-scrollbars',
    '--remote-debugging-pipe',
];
const PATIENCE = 60000; /* milliseconds for any one answer */

const POLL = 15; /* milliseconds between two looks at the page */

export class Browser {
    #process;
    #profile = mkdtempSync(join(tmpdir(), 'minrisk-web-'));
    #waiting = new Map();
    #last = 0;
    #rest = '';
    #session;
    events = [];

    constructor(program) {
        this.#process = spawn(
            program,
            [...OPTIONS, `--user-data-dir=${this.#profile}`, 'about:blank'],
            { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
        );
        this.#process.stdio[4].setEncoding('utf8').on('data', (text) => this.#receive(text));
        this.#process.on('exit', () =>
            this.#waiting.forEach(({ fail }) => fail(new Error('the browser ended'))),
        );
    }

    #receive(text) {
        const parts = (this.#rest + text).split('\0');
        this.#rest = parts.pop();
        for (const message of parts.map((part) => JSON.parse(part))) {
            const waiting = this.#waiting.get(message.id);
            if (waiting === undefined) {
                this.events.push(message);
            } else if (message.error !== undefined) {
                waiting.fail(new Error(`${waiting.method}: ${message.error.message}`));
            } else {
                waiting.pass(message.result);
            }
            this.#waiting.delete(message.id);
        }
    }

    /** Sends a command, to the page once there is one. */
    send(method, params = {}) {
        const id = ++this.#last;
        const message = { id, method, params, ...(this.#session && { sessionId: this.#session }) };
        return new Promise((pass, fail) => {
            const timer = setTimeout(() => fail(new Error(`${method}: no answer`)), PATIENCE);
            const end = (settle) => (value) => {
                clearTimeout(timer);
                settle(value);
            };
            this.#waiting.set(id, { method, pass: end(pass), fail: end(fail) });
            this.#process.stdio[3].write(`${JSON.stringify(message)}\0`);
        });
    }

    /** Opens a page, and listens to its console and to its requests. */
    async open(downloads) {
        const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
        const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
        await this.send('Browser.setDownloadBehavior', {
            behavior: 'allow',
            downloadPath: downloads,
            eventsEnabled: true,
        });
        this.#session = sessionId;
        for (const domain of ['Page', 'Runtime', 'Network', 'Log', 'Accessibility']) {
            await this.send(`${domain}.enable`);
        }
    }

    /** The value of an expression in the page. */
    async evaluate(expression) {
        const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
            expression,
            awaitPromise: true,
            returnByValue: true,
        });
        if (exceptionDetails !== undefined) {
            throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
        }
        return result.value;
    }

    /** Waits until an expression is true in the page. */
    async until(expression) {
        const end = Date.now() + PATIENCE;
        while (!(await this.evaluate(`Boolean(${expression})`))) {
            if (Date.now() > end) {
                throw new Error(`not within ${PATIENCE} ms: ${expression}`);
            }
            await new Promise((pass) => setTimeout(pass, POLL));
        }
    }

    async navigate(url) {
        // Another address first: a change of the fragment alone loads nothing.
        await this.send('Page.navigate', { url: 'about:blank' });
        await this.send('Page.navigate', { url });
        await this.until('document.readyState === "complete"');
    }

    async key(key, { code = key, virtual = 0, text, modifiers = 0 } = {}) {
        const event = { key, code, windowsVirtualKeyCode: virtual, modifiers };
        await this.send('Input.dispatchKeyEvent', {
            type: text ? 'keyDown' : 'rawKeyDown',
            text,
            ...event,
        });
        await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    }

    async view(width, height, features) {
        await this.send('Emulation.setDeviceMetricsOverride', {
            width,
            height,
            deviceScaleFactor: 1,
            mobile: false,
        });
        await this.send('Emulation.setEmulatedMedia', {
            features: Object.entries(features).map(([name, value]) => ({ name, value })),
        });
    }

    /** A picture of what is in view, or of the whole page, as bytes of PNG. */
    async picture(isWhole) {
        const { data } = await this.send('Page.captureScreenshot', {
            captureBeyondViewport: isWhole,
        });
        return Buffer.from(data, 'base64');
    }

    /** What the page has put on the console, and what went wrong in it. */
    complaints() {
        return this.events
            .filter(({ method }) =>
                ['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded'].includes(
                    method,
                ),
            )
            .map(({ params }) => JSON.stringify(params));
    }

    /** The addresses that the page has asked for. */
    requests() {
        return this.events
            .filter(({ method }) => method === 'Network.requestWillBeSent')
            .map(({ params }) => params.request.url);
    }

    async close() {
        const gone = new Promise((pass) => this.#process.once('exit', pass));
        await this.send('Browser.close').catch(() => this.#process.kill('SIGKILL'));
        await gone;
        rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
}
