/** The same as in `package.json`, which the test of the packed package compares: bundles carry no JSON. */
export const VERSION = '0.1.0';
