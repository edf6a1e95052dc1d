import { Marked } from 'marked';

/**
 * An instance of our own: the default export of marked is a singleton that a page can change. Raw HTML in Markdown is
 * text here, since nothing is lost that way and the sanitiser has less to decide.
 */
const marked = new Marked({
  async: false,
  gfm: true,
  breaks: true,
  tokenizer: { html: () => undefined, tag: () => undefined },
  // Not a form control: a sign.
  renderer: { checkbox: ({ checked }) => (checked ? '☑ ' : '☐ ') },
});

/** @throws whatever marked throws on hostile input; the caller then shows the source text */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown) as string;
}
