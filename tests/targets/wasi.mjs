// SPDX-License-Identifier: MIT
// Runs a WebAssembly program in Node: node --no-warnings tests/targets/wasi.mjs PROGRAM.
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const wasi = new WASI({ version: 'preview1' });
const module = await WebAssembly.compile(await readFile(process.argv[2]));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
