import type { Article } from './article.js';
import { plainText } from './text.js';

/**
 * Okapi BM25, the measure that search engines start from: a word that few candidates have says more than one that all
 * have; saying it often helps less and less; a long text must not win by its length.
 * Source: S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework (2009), with the usual parameters.
 */
const K1 = 1.2;
const B = 0.75;
/** A word in the title, or as category or tag, says as much as so many in the text. */
const TITLE_WEIGHT = 3;
/** Most characters of a text that are looked at: what a story is about stands at its beginning. */
const MOST_TEXT = 6000;

/** How often each word stands in a text, by the rules of its language. */
type Words = ReadonlyMap<string, number>;

/**
 * The candidates, those first that share the most telling words with `current`; those that share none keep their order
 * behind them. Works for every language that `Intl.Segmenter` can cut into words.
 */
export function rankBySimilarity(current: Article, candidates: readonly Article[]): readonly Article[] {
  const query = wordsOf(current);
  const documents = candidates.map(wordsOf);
  const averageLength = documents.reduce((sum, words) => sum + lengthOf(words), 0) / documents.length || 1;
  const scores = documents.map((words) => {
    const norm = K1 * (1 - B + (B * lengthOf(words)) / averageLength);
    let score = 0;
    for (const [word, wanted] of query) {
      const times = words.get(word) ?? 0;
      if (times === 0) continue;
      const having = documents.filter((other) => other.has(word)).length;
      const rarity = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
      score += rarity * ((times * (K1 + 1)) / (times + norm)) * Math.log(1 + wanted);
    }
    return score;
  });
  return candidates
    .map((article, index) => ({ article, score: scores[index]! }))
    .sort((a, b) => b.score - a.score) // stable: equals stay in the order of the source
    .map(({ article }) => article);
}

function wordsOf(article: Article): Words {
  const words = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of cut(text, article.lang)) words.set(word, (words.get(word) ?? 0) + weight);
  };
  const terms = [...article.categories, ...article.tags].map(({ name }) => name);
  add([article.title, ...terms].join('\n'), TITLE_WEIGHT);
  const { body, excerpt = '' } = article;
  const text = body?.format === 'html' ? plainText(body.value.slice(0, MOST_TEXT * 3)) : (body?.value ?? '');
  // An excerpt is most often the beginning of the text: said twice, it would count twice.
  add(text.slice(0, MOST_TEXT) || excerpt, 1);
  return words;
}

function* cut(text: string, lang: string | undefined): Generator<string> {
  const folded = text.normalize('NFKC').toLowerCase();
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(folded);
  for (const { segment, isWordLike } of segments) {
    // A single Latin letter is a leftover such as the `s` of a genitive; a single Han character is a word.
    if (isWordLike && (segment.length > 1 || /\p{Lo}/u.test(segment))) yield segment;
  }
}

function lengthOf(words: Words): number {
  let length = 0;
  for (const times of words.values()) length += times;
  return length;
}
