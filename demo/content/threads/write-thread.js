/**
 * Comments from the short form in which threads are written: `[name, minutes later, text, replies]`, or an object that
 * adds a status to such a line.
 *
 * @param {unknown[]} lines
 * @param {{ post: number, firstId: number }} place
 */
export function writeThread(lines, { post, firstId }) {
  const comments = [];
  const add = (entry, parent) => {
    const { status = 'approved', line = entry } = Array.isArray(entry) ? {} : entry;
    const [name, minutesLater, content, answers = []] = line;
    // "@1 Name" is somebody of the paper, by their id.
    const [, user, staffName] = /^@(\d+) (.*)$/.exec(name) ?? [];
    const id = firstId + comments.length;
    const author = Number(user ?? 0);
    comments.push({ id, post, parent, author, authorName: staffName ?? name, minutesLater, content, status });
    for (const answer of answers) add(answer, id);
  };
  for (const line of lines) add(line, 0);
  return comments;
}
