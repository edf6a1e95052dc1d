const DAY = 86_400_000;

/**
 * What is kept besides the seed: everything is told in milliseconds after `seededAt`, so that all of it can move.
 *
 * @typedef {object} State
 * @property {1} version
 * @property {number} seededAt
 * @property {Comment[]} posted
 * @property {Record<string, string>} statuses of comments that were moderated, by id
 */

/**
 * @typedef {object} Comment
 * @property {number} id
 * @property {number} post
 * @property {number} parent 0 for the first of a thread
 * @property {number} author a user's id, 0 for a guest
 * @property {string} authorName
 * @property {string} [authorEmail] only of comments that were posted here
 * @property {string} [authorUrl]
 * @property {number} time
 * @property {string} content
 * @property {'approved' | 'hold' | 'trash'} status
 */

/** @typedef {ReturnType<typeof createMemoryStore>} Store */

/**
 * The demo's stories, and the comments on them, in memory.
 *
 * @param {object} options
 * @param {import('../content/seed.js').Seed} options.seed
 * @param {() => Date} [options.now]
 * @param {unknown} [options.saved] what `save` was given earlier
 * @param {(state: State) => Promise<void>} [options.save] called before a change is answered
 */
export function createMemoryStore({ seed, now = () => new Date(), saved, save = async () => {} }) {
  let state = isState(saved) ? saved : emptyState(now);
  // Stories are dated relative to the first start; a demo that was not used for a day is brought up to date.
  if (now().getTime() - state.seededAt > DAY) state = moveDates(state, now);
  let dated = dateSeed(seed, state.seededAt);
  let comments = mergeComments(dated.comments, state);
  let queue = Promise.resolve();

  /** One change at a time, and only once it is saved. */
  function change(next) {
    const done = queue.then(async () => {
      const [changed, result] = next();
      if (changed) {
        await save(changed);
        if (changed.seededAt !== state.seededAt) dated = dateSeed(seed, changed.seededAt);
        state = changed;
        comments = mergeComments(dated.comments, state);
      }
      return result();
    });
    queue = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  return {
    site: seed.site,
    posts: () => dated.posts,
    media: () => dated.media,
    users: () => seed.users,
    categories: () => seed.categories,
    tags: () => seed.tags,
    comments: () => comments,

    /**
     * @param {(existing: readonly Comment[]) => Omit<Comment, 'id'>} write may throw to refuse
     * @returns {Promise<Comment>}
     */
    addComment(write) {
      return change(() => {
        const id = Math.max(0, ...comments.map((comment) => comment.id)) + 1;
        const comment = { ...write(comments), id };
        const posted = [...state.posted, { ...comment, time: comment.time - state.seededAt }];
        return [{ ...state, posted }, () => comment];
      });
    },

    /**
     * @param {number} id
     * @param {Comment['status']} status
     * @returns {Promise<Comment | undefined>}
     */
    setCommentStatus(id, status) {
      return change(() => {
        const find = () => comments.find((comment) => comment.id === id);
        if (!find()) return [undefined, () => undefined];
        return [{ ...state, statuses: { ...state.statuses, [id]: status } }, find];
      });
    },

    /** Forgets everything that was posted or moderated. */
    reset: () => change(() => [emptyState(now), () => undefined]),
  };
}

function emptyState(now) {
  return { version: 1, seededAt: now().getTime(), posted: [], statuses: {} };
}

/** @returns {value is State} */
export function isState(value) {
  return (
    value !== null &&
    typeof value === 'object' &&
    value.version === 1 &&
    Number.isFinite(value.seededAt) &&
    Array.isArray(value.posted) &&
    value.posted.every((comment) => Number.isInteger(comment?.id) && typeof comment.content === 'string') &&
    value.statuses !== null &&
    typeof value.statuses === 'object'
  );
}

function dateSeed(seed, seededAt) {
  const posts = seed.posts.map((post) => {
    const time = seededAt - post.hoursAgo * 3_600_000;
    const modifiedTime =
      post.editedHoursAgo === undefined ? time : seededAt - post.editedHoursAgo * 3_600_000;
    return { ...post, time, modifiedTime };
  });
  const media = seed.media.map((item) => {
    const post = posts.find((candidate) => candidate.media === item.id);
    return { ...item, time: post.time, parent: post.id, author: post.author };
  });
  const times = new Map(posts.map((post) => [post.id, post.time]));
  const comments = seed.comments.map(({ minutesLater, ...comment }) => ({
    ...comment,
    time: times.get(comment.post) + minutesLater * 60_000,
  }));
  return { posts, media, comments };
}

/** Moves everything to the present; what was posted after the first start would else lie in the future. */
function moveDates(state, now) {
  const posted = state.posted.map((comment) => ({ ...comment, time: Math.min(comment.time, 0) }));
  return { ...state, posted, seededAt: now().getTime() };
}

function mergeComments(seeded, state) {
  const posted = state.posted.map((comment) => ({ ...comment, time: comment.time + state.seededAt }));
  return [...seeded, ...posted].map((comment) => {
    const status = state.statuses[comment.id];
    return status ? { ...comment, status } : comment;
  });
}
