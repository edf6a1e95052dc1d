// One body, in the form that each store keeps.
const escapeHtml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** @param {object[]} blocks @param {Record<string, (content: any) => string>} write one function for each kind */
const each = (blocks, write) =>
  blocks.map((block) => {
    if (typeof block === 'string') return write.text(block);
    const [kind] = Object.keys(block);
    return write[kind](block[kind]);
  });

export const toHtml = (blocks) =>
  each(blocks, {
    text: (text) => `<p>${escapeHtml(text)}</p>`,
    heading: (text) => `<h2>${escapeHtml(text)}</h2>`,
    list: (items) => `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`,
    quote: (text) => `<blockquote><p>${escapeHtml(text)}</p></blockquote>`,
    html: (html) => html,
  }).join('\n');

export const toMarkdown = (blocks) =>
  each(blocks, {
    text: (text) => text.replace(/</g, '\\<'),
    heading: (text) => `## ${text}`,
    list: (items) => items.map((item) => `- ${item}`).join('\n'),
    quote: (text) => `> ${text}`,
    html: (html) => html,
  }).join('\n\n');
