#!/usr/bin/env node
// npx newsprint-elements doctor <url>: can a page read this source, and if not, what is to be set where?
import { parseArgs } from 'node:util';
import { diagnose } from './doctor.js';

const HELP = `Usage: npx newsprint-elements doctor <url> [--origin=https://my.page] [--adapter=name]

Asks a source as a browser on that page would, and says what a browser may read,
what is missing, and the setting that mends it.

  --origin   address of the page (default: any page)
  --adapter  value of the adapter attribute, where neither address nor answer tell

Ends with 0 when a browser can read it, 1 when not, 2 when it was called wrongly.`;

function wrong(message) {
  console.error(`${message}\n\n${HELP}`);
  process.exit(2);
}

let values, positionals;
try {
  ({ values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      origin: { type: 'string', default: 'https://any.page.example' },
      adapter: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }));
} catch (error) {
  wrong(error.message);
}
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [command, url, ...more] = positionals;
if (command !== 'doctor') wrong(command ? `No such command: ${command}` : 'Which command?');
if (!url || more.length > 0) wrong('One address is needed.');

const parsed = (text) => {
  try {
    const found = new URL(text);
    return /^https?:$/.test(found.protocol) ? found : undefined;
  } catch {
    return undefined;
  }
};
const address = parsed(url);
const origin = parsed(values.origin)?.origin;
if (!address) wrong(`No http(s) address: ${url}`);
if (!origin) wrong(`--origin is no address of a page: ${values.origin}`);

let tables;
try {
  const [{ rowForUrl }, { ANSWERS }, advice] = await Promise.all(
    ['adapter-table', 'answer-table', 'cors-advice'].map(
      (name) => import(new URL(`../dist/source/${name}.js`, import.meta.url)),
    ),
  );
  tables = { rowForUrl, ANSWERS, ...advice };
} catch (error) {
  console.error(`The package is not whole (in a clone: npm run build). ${error.message}`);
  process.exit(2);
}
const { lines, isReadable } = await diagnose(address.href, { origin, adapter: values.adapter, tables });
console.log(lines.join('\n'));
process.exitCode = isReadable ? 0 : 1;
