/**
 * Parsing without running. Every parser call of the library goes through this module, because parsing is a
 * Trusted Types sink (also for XML), and one policy name, `newsprint`, is all that a page has to allow.
 *
 * A document made here has no browsing context: scripts do not run, images do not load.
 */

import { isParseable } from './parse-cost.js';

/** The one Trusted Types policy of the library, as DOMPurify's `TRUSTED_TYPES_POLICY` wants it. */
export interface NewsprintPolicy {
  createHTML(input: string): string;
  createScriptURL(input: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: NewsprintPolicy): NewsprintPolicy;
}

/** What the parser was given does not go into a live page: the policy blesses inert parsing only. */
const rules: NewsprintPolicy = {
  createHTML: (input) => input,
  createScriptURL: () => {
    throw new TypeError('newsprint never loads a script by URL');
  },
};

let policy: NewsprintPolicy | undefined;
let refused = false;

/**
 * The policy, made on first use so that importing this file on a server touches no DOM global.
 * `undefined` when the page's `trusted-types` directive leaves `newsprint` out; said once on the console.
 */
export function newsprintPolicy(): NewsprintPolicy | undefined {
  if (policy ?? refused) return policy;
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  try {
    policy = factory ? factory.createPolicy('newsprint', rules) : rules;
  } catch {
    refused = true;
    console.warn(
      "[newsprint] This page's Content-Security-Policy must allow our policy: " +
        "trusted-types lit-html newsprint 'allow-duplicates'. Until then, stories and comments are shown as plain text.",
    );
  }
  return policy;
}

/**
 * HTML of the same meaning to us, whose parsing Chromium does not report. It checks `<style>` and `<base>` against the
 * page's policy even in a document where neither does anything, and a page that collects reports would get one for each.
 * `<noframes>` is read and dropped like `<style>`; `<basefont>` is empty and unknown to everybody like `<base>`.
 */
export function withoutReports(html: string): string {
  return html.replace(/<(\/?)(style|base)(?=[\s/>])/gi, (_tag, slash: string, name: string) =>
    name.length === 4 ? `<${slash}basefont` : `<${slash}noframes`,
  );
}

export type InertType = 'text/html' | 'application/xml';

/** Parses to an inert document, or `undefined` where the page's policy refuses parsing and where it would take seconds. */
export function parseInert(markup: string, type: InertType): Document | undefined {
  if (type === 'text/html' && !isParseable(markup)) return undefined;
  const allowed = newsprintPolicy();
  if (!allowed) return undefined;
  try {
    const input = type === 'text/html' ? withoutReports(markup) : markup;
    const parsed = new DOMParser().parseFromString(allowed.createHTML(input), type);
    if (type === 'text/html') withoutNames(parsed);
    return parsed;
  } catch {
    return undefined;
  }
}

/** Names of these stand in for properties of their document: `<form name=body>`. Called by way of the prototypes, too. */
function withoutNames(parsed: Document): void {
  const named = 'img,embed,form,iframe,object';
  for (const element of Document.prototype.querySelectorAll.call(parsed, named)) {
    for (const name of ['id', 'name']) Element.prototype.removeAttribute.call(element, name);
  }
}
