/**
 * The policy once more, written down apart from the code: what may stand in a body, and a check of whatever stands in a
 * document by it. It shares nothing with what it checks.
 */

const names = (text: string) => text.split(' ');

export const COMMENT_ELEMENTS: readonly string[] = names(
  'a b blockquote br code del em i li ol p pre s strong sub sup u ul',
);
export const ARTICLE_ELEMENTS: readonly string[] = [
  ...COMMENT_ELEMENTS,
  ...names('abbr bdi bdo cite dfn hr ins kbd mark q rp rt ruby samp small span time var wbr dl dt dd'),
  ...names('h1 h2 h3 h4 h5 h6 div section figure figcaption'),
  ...names('table caption colgroup col thead tbody tfoot tr th td details summary img picture source'),
  ...names('video audio track'),
];

/** Attributes that a source may set, beside `dir`, `lang` and `title`. */
export const ATTRIBUTES_OF: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'srcset', 'sizes'],
  source: ['src', 'srcset', 'sizes', 'type'],
  video: ['src', 'width', 'height'],
  audio: ['src'],
  track: ['src'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  time: ['datetime'],
  ins: ['datetime'],
  del: ['datetime'],
  details: ['open'],
  code: ['class'],
};

type Purpose = 'comment' | 'article';

const MEDIA = { controls: '', preload: 'none' };
const common = (rel: string): Record<string, Record<string, string>> => ({
  a: { rel, target: '_blank', referrerpolicy: 'no-referrer' },
  img: { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' },
  video: MEDIA,
  audio: MEDIA,
});
/** Attributes that we set, always with these values. */
const OURS = {
  comment: common('nofollow ugc noopener noreferrer'),
  article: common('noopener noreferrer'),
};

export interface Rules {
  readonly purpose: Purpose;
  /** Hosts that may be asked for pictures, sounds and films; none means that there are no pictures. */
  readonly hosts: readonly string[];
}

/** What is wrong with a body by the policy. Attributes are read from the serialised tag, too: an `is` stands only there. */
export function faultsIn(root: Element, { purpose, hosts }: Rules): string[] {
  const faults: string[] = [];
  const ourValues = OURS[purpose];
  const markup = root.innerHTML;
  const allowed = new Set(purpose === 'comment' ? COMMENT_ELEMENTS : ARTICLE_ELEMENTS);
  if (hosts.length > 0) allowed.add('img');
  else allowed.delete('img');
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName;
    const ours = ourValues[name] ?? {};
    const theirs = ['dir', 'lang', 'title', ...(ATTRIBUTES_OF[name] ?? [])];
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml')
      faults.push(`<${name}> of ${element.namespaceURI}`);
    if (!allowed.has(name)) faults.push(`<${name}>`);
    if (markup.includes(' is=') && /^<\S+ is=/.test((element.cloneNode() as Element).outerHTML))
      faults.push(`<${name} is>`);
    if (element.shadowRoot) faults.push(`<${name}> has a shadow root`);
    for (const { name: attribute, value } of element.attributes) {
      const shown = `<${name} ${attribute}="${value.slice(0, 100)}">`;
      if (Object.hasOwn(ours, attribute)) {
        if (ours[attribute] !== value) faults.push(shown);
      } else if (!theirs.includes(attribute)) faults.push(shown);
      else faults.push(...wrongValue(attribute, value, hosts).map((why) => `${shown}: ${why}`));
    }
    if (name === 'a' && element.hasAttribute('href'))
      for (const [attribute, value] of Object.entries(ours))
        if (element.getAttribute(attribute) !== value) faults.push(`<a> without ${attribute}`);
    if (name === 'img' || name === 'video' || name === 'audio')
      for (const [attribute, value] of Object.entries(ours))
        if (element.getAttribute(attribute) !== value) faults.push(`<${name}> without ${attribute}`);
    if (name === 'img' && !element.hasAttribute('alt')) faults.push('<img> without alt');
    if (name === 'a' && element.parentElement?.closest('a')) faults.push('a link in a link');
  }
  return faults;
}

function wrongValue(attribute: string, value: string, hosts: readonly string[]): string[] {
  switch (attribute) {
    case 'href':
      return isLink(value) ? [] : ['no such link'];
    case 'src':
      return isOf(hosts, value) ? [] : ['not from there'];
    case 'srcset':
      return value
        .split(', ')
        .every((candidate) => /^\S+( [\d.]+[wx])?$/.test(candidate) && isOf(hosts, candidate.split(' ')[0]!))
        ? []
        : ['not from there'];
    case 'class':
      return /^language-[\w+#-]+$/.test(value) ? [] : ['no language'];
    default:
      return /[<>]/.test(value) && attribute !== 'alt' && attribute !== 'title' ? ['looks like markup'] : [];
  }
}

/** Absolute, of a scheme that runs nothing, without a name and a password. */
export function isLink(address: string): boolean {
  if (!/^(?:https?:\/\/[^/?#@\s]+(?:[/?#]|$)|mailto:|tel:)/.test(address) || address.length > 4096)
    return false;
  const { username, password } = new URL(address);
  return !username && !password;
}

function isOf(hosts: readonly string[], address: string): boolean {
  return /^https?:\/\//.test(address) && isLink(address) && hosts.includes(new URL(address).host);
}

/** What must not stand anywhere in a widget, also outside bodies. */
export function faultsInWidget(root: ParentNode): string[] {
  const faults: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (
      /^(?:script|iframe|object|embed|base|link|meta|svg|math|frame|frameset|applet)$/.test(element.localName)
    )
      faults.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      if (/^on|^(?:style|srcdoc|formaction|action|is|autofocus|popover)$/.test(name))
        faults.push(`${name}="${value}"`);
      if (name === 'href' && !isLink(value)) faults.push(`href="${value}"`);
      if (name === 'src' && !(isLink(value) && /^http/.test(value))) faults.push(`src="${value}"`);
    }
  }
  return faults;
}
