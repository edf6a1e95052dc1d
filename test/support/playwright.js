// How every suite drives the browser that was found.
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.js';

const browser = await findBrowser();

export default defineConfig({
  testMatch: '**/*.spec.js',
  outputDir: '../../test-results',
  reporter: 'line',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 900, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args, '--font-render-hinting=none', '--disable-lcd-text'],
      env: browser.env,
    },
  },
});
