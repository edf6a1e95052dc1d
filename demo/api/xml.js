import { escapeHtml } from './text.js';

/** What XML 1.0 cannot hold in any form. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an element or an attribute. */
export function xmlText(text) {
  return escapeHtml(String(text).replace(FORBIDDEN, ''));
}

/** HTML for an element, in one or more sections. */
export function cdata(html) {
  return `<![CDATA[${html.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
