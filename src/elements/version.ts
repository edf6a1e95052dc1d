/** The same as in `package.json`, which a test compares: bundles carry no JSON. */
export const VERSION = '0.1.0';
