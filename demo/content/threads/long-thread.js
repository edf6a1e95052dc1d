import { names, opinions, replies } from './ferry-voices.js';

const COUNT = 250;
const DEEPEST = 6;

/**
 * A long thread, the same every time: each comment is one or two sentences, and no two of them are equal.
 *
 * @param {{ post: number, firstId: number }} place
 */
export function longThread({ post, firstId }) {
  const random = sequence(20_103);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const comments = [];
  const said = new Set();
  let minutes = 4;
  for (let index = 0; index < COUNT; index += 1) {
    minutes += 1 + Math.floor(random() * 20);
    const parent = choosePlace(comments, index, random);
    const depth = parent ? parent.depth + 1 : 1;
    const authorName = pick(names.filter((name) => name !== parent?.authorName));
    let content;
    do {
      content = parent ? pick(replies) : pick(opinions);
      // Two thoughts where one was said before.
      if (said.has(content)) content = `${content} ${pick(parent ? [...replies, ...opinions] : opinions)}`;
    } while (said.has(content) || isRepetition(content));
    said.add(content);
    comments.push({
      id: firstId + index,
      parent: parent?.id ?? 0,
      depth,
      authorName,
      content,
      minutesLater: minutes,
    });
  }
  return comments.map(({ id, parent, authorName, content, minutesLater }) => ({
    id,
    parent,
    authorName,
    content,
    minutesLater,
    post,
    author: 0,
    status: 'approved',
  }));
}

/** One straight line to the deepest level first, then about one in four begins a thread of its own. */
function choosePlace(comments, index, random) {
  if (index === 0) return undefined;
  if (index < DEEPEST) return comments[index - 1];
  if (random() < 0.26) return undefined;
  const recent = comments.slice(-30).filter(({ depth }) => depth < DEEPEST);
  return recent[Math.floor(random() * recent.length)];
}

function isRepetition(content) {
  const half = (content.length - 1) / 2;
  return Number.isInteger(half) && content.slice(0, half) === content.slice(half + 1);
}

/** Numbers from 0 to 1 that are the same every time. */
function sequence(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
