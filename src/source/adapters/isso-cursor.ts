/** The answers below one comment, from a moment on. */
export interface Branch {
  readonly parent: string;
  /** When the last one that is known was written, in seconds. */
  readonly after: string | undefined;
}

/** What of a thread was not read yet. */
export interface Cursor {
  readonly branches: readonly Branch[];
  /** Parameters for the next page of the top level; missing when all of it was read. */
  readonly roots: Readonly<Record<string, string>> | undefined;
}

/** `{after: …}` or `{offset: …}`, and branches as `parent after` in `below`. */
export function writeCursor({ branches, roots }: Cursor): string | undefined {
  if (branches.length === 0 && !roots) return undefined;
  const params = new URLSearchParams(roots);
  for (const { parent, after = '' } of branches) params.append('below', `${parent} ${after}`);
  return params.toString();
}

/** Without a cursor it is the first page of the top level. */
export function readCursor(next: string | undefined): Cursor {
  const params = new URLSearchParams(next);
  const branches = params.getAll('below').map((value) => {
    const [parent = '', after] = value.split(' ');
    return { parent, after: after || undefined };
  });
  params.delete('below');
  const roots = Object.fromEntries(params);
  return { branches, roots: Object.keys(roots).length > 0 ? roots : undefined };
}

/** Seconds since 1970, as Isso counts time. */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
