// SPDX-License-Identifier: MIT
// What the page holds at the moment, shared by its parts.
import { toFragment } from './state.mjs';

export const now = {
    state: null /* what is asked: see state.mjs */,
    initial: null /* what was asked at first */,
    samples: null /* tables to choose from, by name */,
    libraries: null /* one instance of the module a question: { market, plan } */,
};

let keeping;

/** Writes the state into the address a moment later. */
export function keepState() {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
        const fragment = toFragment(now.state, now.initial);
        history.replaceState(
            null,
            '',
            fragment === '' ? location.pathname + location.search : `#${fragment}`,
        );
    }, 200);
}
