import type { Adapter } from '../adapter.js';

export function mappedAdapter(_mapping: unknown): Adapter {
  return {};
}
