import shared from '../support/playwright.js';

// One at a time: the servers are heavier than the browser.
export default { ...shared, testDir: '.', workers: 1, fullyParallel: false };
