// SPDX-License-Identifier: MIT
// A shared object as an extension of DuckDB: its name, and a footer that says what it is for.
// pack.mjs SHARED-OBJECT EXTENSION PLATFORM
import { readFileSync, writeFileSync } from 'node:fs';

const [from, to, platform] = process.argv.slice(2);
const field = (text) => Buffer.from(text.padEnd(32, '\0'), 'latin1');
const api = 'v1.2.0'; // the version of DuckDB's C API
const fields = ['4', platform, api, '0.1.0', 'C_STRUCT', '', '', ''];
const signature = Buffer.alloc(256); // none: it must be allowed
const section = Buffer.from('\0\x93\x04\x10duckdb_signature\x80\x04', 'latin1'); // of WebAssembly
const footer = [section, ...fields.map(field).reverse(), signature];
writeFileSync(to, Buffer.concat([readFileSync(from), ...footer]));
