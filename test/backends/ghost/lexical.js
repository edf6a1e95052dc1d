// A body as Ghost's editor stores it.
const text = (content) => ({
  type: 'text',
  text: content,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
});
const node = (type, children, more = {}) => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...more,
});
const write = {
  heading: (content) => node('heading', [text(content)], { tag: 'h2' }),
  list: (items) =>
    node(
      'list',
      items.map((item, index) => node('listitem', [text(item)], { value: index + 1 })),
      { listType: 'bullet', start: 1, tag: 'ul' },
    ),
  quote: (content) => node('quote', [text(content)]),
  html: (html) => ({ type: 'html', version: 1, html }),
};

/** @param {(string | object)[]} blocks of content/body.js */
export const toLexical = (blocks) =>
  JSON.stringify({
    root: node(
      'root',
      blocks.map((block) => {
        if (typeof block === 'string') return node('paragraph', [text(block)]);
        const [[kind, content]] = Object.entries(block);
        return write[kind](content);
      }),
    ),
  });
