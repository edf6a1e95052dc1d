import shared from '../support/playwright.js';

export default { ...shared, testDir: '.' };
