/** The beginning of a text, cut neither through a word, where there are words, nor through a sign that takes two code units. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/\s+\S{0,40}$/, '');
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
