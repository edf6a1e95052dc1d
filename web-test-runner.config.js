import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './scripts/find-browser.js';

const browser = await findBrowser();

/** Attack payloads by others, where they lie beside the repository; a clone without them answers 404. */
const corpora = async (context, next) => {
  const name = /^\/__corpora\/([\w-]+\.json)$/.exec(context.path)?.[1];
  if (!name) return next();
  try {
    context.body = await readFile(fileURLToPath(new URL(`../shared/corpora/${name}`, import.meta.url)));
    context.type = 'application/json';
  } catch {
    context.status = 404;
  }
};

/** Folders of recorded exchanges; `ADAPTER=waline npx wtr test/unit/source/conformance.test.ts` runs one of them. */
const adapters = async (context, next) => {
  if (context.path !== '/__adapters.json') return next();
  const folder = fileURLToPath(new URL('./test/fixtures/adapters', import.meta.url));
  const found = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = found.map(({ name }) => name).sort();
  context.body = process.env.ADAPTER ? names.filter((name) => name === process.env.ADAPTER) : names;
};

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/unit/**/*.test.ts',
  nodeResolve: true,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: browser.executablePath, args: browser.args, env: browser.env },
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      target: 'es2022',
    }),
  ],
  middleware: [corpora, adapters],
  filterBrowserLogs: ({ args }) => !/^(Lit is in dev mode|\[newsprint\])/.test(String(args[0])),
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  browserStartTimeout: 120_000,
};
