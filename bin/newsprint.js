#!/usr/bin/env node
// npx newsprint-elements doctor <url>: can a page read this source, and if not, what is to be set where?
import { parseArgs } from 'node:util';
import { diagnose } from './doctor.js';

const USAGE = 'Usage: npx newsprint-elements doctor <url> [--origin=https://my.page] [--adapter=name]';
const HELP = `${USAGE}

Asks a source as a browser on that page would, and says what a browser may read,
what is missing, and the setting that mends it. The address may also be that of a page,
where the elements read what it shows from the API of its site.

  --origin   address of the page (default: any page, encrypted)
  --adapter  value of the adapter attribute, where neither address nor answer tell

Ends with 0 when a browser can read it, 1 when not, 2 when it was called wrongly.`;

function wrong(message) {
  console.error(`${message}\n${USAGE} (more: --help)`);
  process.exit(2);
}

/** `Unknown option --bogus`, without the manual that Node adds. */
function usageWords({ code, message }) {
  const option = /'(-[^'\s=]*)/.exec(message)?.[1];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option) return `Unknown option ${option}`;
  return option ? `Option ${option} needs a value, such as ${option}=…` : message;
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
  wrong(usageWords(error));
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
  const modules = [
    'source/adapter-table',
    'source/answer-table',
    'source/cors-advice',
    'source/detect',
    'source/find-wordpress',
    'source/adapters/wordpress-permalink',
    'model/news-error',
  ].map((name) => import(new URL(`../dist/${name}.js`, import.meta.url)));
  tables = Object.assign({}, ...(await Promise.all(modules)));
} catch (error) {
  console.error(`The package is not whole (in a clone: npm run build). ${error.message}`);
  process.exit(2);
}
const adapter = values.adapter || undefined;
const names = [...tables.ADAPTERS.map(({ name }) => name), 'json'];
if (adapter && !names.includes(adapter)) {
  const near = nearest(adapter, names);
  wrong(
    `No adapter is called "${adapter}".${near ? ` Is ${near} meant?` : ''}\n` +
      `There are: ${names.join(', ')}.\n` +
      'Those that a page registers itself are not known here: leave --adapter out.',
  );
}
const { lines, isReadable } = await diagnose(address.href, { origin, adapter, tables });
console.log(lines.join('\n'));
process.exitCode = isReadable ? 0 : 1;

/** The name that was most likely meant. */
function nearest(given, known) {
  const plain = (text) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  const started = known.find((name) => given.length > 2 && plain(name).startsWith(plain(given)));
  const [near] = known
    .map((name) => ({ name, distance: distance(plain(given), plain(name)) }))
    .sort((a, b) => a.distance - b.distance);
  return started ?? (near.distance <= Math.min(2, Math.floor(near.name.length / 3)) ? near.name : undefined);
}

/** How many letters differ. */
function distance(one, other) {
  let row = [...other, ''].map((_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, its] of [...other].entries()) {
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === its ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1);
}
