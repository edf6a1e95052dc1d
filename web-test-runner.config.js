import { readFile } from 'node:fs/promises';
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
  middleware: [corpora],
  filterBrowserLogs: ({ args }) => !/^(Lit is in dev mode|\[newsprint\])/.test(String(args[0])),
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
  browserStartTimeout: 120_000,
};
