import { cleanText, MAX_STRING } from './text.js';
import { get, isRecord } from './record.js';

/** Text of a story or a comment as the source sent it. The type says: untrusted. Only `renderBody()` makes it showable. */
export interface Body {
  readonly format: 'text' | 'html' | 'markdown';
  readonly value: string;
}

/** A body from `{format, value}` or a plain string (text); `undefined` when there is nothing in it. */
export function toBody(input: unknown): Body | undefined {
  if (typeof input === 'string') return toBody({ value: input });
  if (!isRecord(input)) return undefined;
  const value = get(input, 'value');
  const format = get(input, 'format');
  if (typeof value !== 'string' || !cleanText(value)) return undefined;
  return { format: format === 'html' || format === 'markdown' ? format : 'text', value: bounded(value) };
}

function bounded(value: string): string {
  return value.length > MAX_STRING ? `${value.slice(0, MAX_STRING)}…` : value;
}
