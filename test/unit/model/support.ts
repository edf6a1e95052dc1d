import { expect } from 'chai';

/** What a field may be instead of what it should be. Neither text nor a number: those are words to some fields. */
export const WRONG_TYPES: readonly unknown[] = [
  undefined,
  null,
  false,
  NaN,
  Infinity,
  {},
  [],
  [[]],
  [null],
  { value: {} },
  () => 'called',
  Symbol('symbol'),
  10n,
  new Map(),
];

/** What `JSON.parse` makes of a `__proto__` key is a property of its own, which a literal cannot have. */
export function fromJson(json: string): unknown {
  return JSON.parse(json);
}

/** Without the keys that are there but undefined. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Fails with the path of the first thing that can be changed. */
export function expectFrozen(value: unknown, path = 'record'): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value), `${path} is frozen`).to.equal(true);
  for (const [key, child] of Object.entries(value)) expectFrozen(child, `${path}.${key}`);
}

/** The address of a module of ours, for a page of its own. */
export function sourceUrl(path: string): string {
  return new URL(`../../../src/${path}`, import.meta.url).pathname;
}

/**
 * Runs a script in a page of its own that enforces Trusted Types.
 *
 * @param policies the names that the page allows
 * @param script the body of an async function; what it returns comes back
 */
export async function inStrictPage(policies: string, script: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  const csp = `require-trusted-types-for 'script'; trusted-types ${policies}`;
  const answer = new Promise((resolve) =>
    addEventListener('message', function listen({ source, data }) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data);
    }),
  );
  frame.setAttribute(
    'srcdoc',
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${csp}">
    <script type="module">
      const run = async () => { ${script} };
      parent.postMessage(await run().catch((error) => 'failed: ' + error), '*');
    </script>`,
  );
  document.body.append(frame);
  try {
    return await answer;
  } finally {
    frame.remove();
  }
}
