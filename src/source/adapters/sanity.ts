import type { Adapter } from '../adapter.js';

export const adapter: Adapter = {};
