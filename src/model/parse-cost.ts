/**
 * Whether HTML is parsed in reasonable time, asked before a parser sees it. What takes one seconds is nothing that
 * anybody writes: it must be refused by counting, without a parser and in one walk. So what only looks like a tag, in a
 * comment or a script, counts as one, and the limits leave room for that.
 */
export function isParseable(html: string): boolean {
  return hasFewOpen(html) && hasFewAttributes(html) && hasLittleFormatting(html);
}

/** Elements in each other. A browser's time grows with the square: 80,000 take it half a minute. */
const MAX_OPEN = 8000;
/** Attributes of one tag. */
const MAX_ATTRIBUTES = 1000;
/** See `hasLittleFormatting()`. */
const MAX_REBUILT = 4_000_000;

// White space as HTML has it: to a parser, a no-break space is part of a name.
const SPACE = '[ \\t\\n\\f\\r]';
const TAG = new RegExp(`<(/?)([a-z][^ \\t\\n\\f\\r/>]*)`, 'gi');
/** These have no end, or need none. */
const ENDLESS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|d[dt]|t[dhr]|option)$/i;

function hasFewOpen(html: string): boolean {
  const open = new Map<string, number>();
  let all = 0;
  for (const [, end, tag] of html.matchAll(TAG)) {
    const name = tag!.toLowerCase();
    const before = open.get(name) ?? 0;
    if (ENDLESS.test(name) || (end && before === 0)) continue;
    open.set(name, before + (end ? -1 : 1));
    all += end ? -1 : 1;
    if (all > MAX_OPEN) return false;
  }
  return true;
}

const ATTRIBUTE = new RegExp(
  `[ \\t\\n\\f\\r/]*[^ \\t\\n\\f\\r/>][^ \\t\\n\\f\\r/>=]*` +
    `(?:${SPACE}*=${SPACE}*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^ \\t\\n\\f\\r>]*))?`,
  'y',
);

function hasFewAttributes(html: string): boolean {
  for (const tag of html.matchAll(TAG)) {
    ATTRIBUTE.lastIndex = tag.index + tag[0].length;
    for (let count = 0; ATTRIBUTE.test(html);) if (++count > MAX_ATTRIBUTES) return false;
  }
  return true;
}

// `a` and `nobr` are missing: the next one ends the one before.
const FORMATTING = '<(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[ \\t\\n\\f\\r/>])';
// Only what every parser reads like this expression does; the rest is found odd, and then each is unlike all others.
const SIMPLE_REST = `(?:${SPACE}+[^ \\t\\n\\f\\r"'<>/=]+(?:${SPACE}*=${SPACE}*(?:"[^"<]*"|'[^'<]*'|[^ \\t\\n\\f\\r"'<>=]+))?)*${SPACE}*/?>`;
const OPENING = new RegExp(`${FORMATTING}(${SIMPLE_REST})?`, 'gi');
const CLOSED_AT_ONCE = new RegExp(`${FORMATTING}${SIMPLE_REST}[^<>]*</\\1${SPACE}*>`, 'gi');

/**
 * Formatting that is not closed is built anew in each paragraph after it, three times at most when it is alike: 400
 * different `<b>` and 400 `<p>`, 9 KB, are 160,000 elements. The time grows with the square of the formatting.
 */
function hasLittleFormatting(html: string): boolean {
  const alike = new Map<string, number>();
  let kept = 0;
  for (const [, name, rest] of html.replace(CLOSED_AT_ONCE, '').matchAll(OPENING)) {
    if (rest === undefined) kept++;
    else {
      const tag = name + rest;
      const before = alike.get(tag) ?? 0;
      if (before < 3) kept++;
      alike.set(tag, before + 1);
    }
  }
  return kept * kept * countTags(html) <= MAX_REBUILT;
}

/** Opening angle brackets: no fewer than there are tags. */
export function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++;
  return count;
}
