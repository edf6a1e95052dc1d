// `npm start` as a newcomer runs it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../scripts/prepare.js';

const folder = mkdtempSync(path.join(tmpdir(), 'newsprint-start-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the demo; `url` is what it prints. */
async function start() {
  const script = path.join(root, 'scripts', 'start.js');
  const child = spawn(
    process.execPath,
    [script, '--port=0', `--data=${path.join(folder, 'comments.json')}`],
    { cwd: root },
  );
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const read = (data) => {
      output += data;
      const found = /(http:\/\/localhost:\d+\/)\s/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(output)));
  });
  const stop = () =>
    new Promise((resolve) => {
      child.on('exit', resolve);
      child.kill('SIGTERM');
    });
  return { url, stop };
}

test('npm start prints the address of the gallery, and a posted comment survives a restart', async () => {
  const first = await start();
  let id;
  try {
    const page = await (await fetch(first.url)).text();
    assert.match(page, /every element in every state/);
    const script = await fetch(`${first.url}newsprint.js`);
    assert.equal(script.headers.get('content-type'), 'text/javascript');
    const [story] = await (await fetch(`${first.url}wp-json/wp/v2/posts?per_page=1`)).json();
    const answer = await fetch(`${first.url}wp-json/wp/v2/comments`, {
      method: 'POST',
      body: new URLSearchParams({
        post: story.id,
        author_name: 'Ole',
        author_email: 'ole@example.org',
        content: 'Still here after a restart?',
      }),
    });
    assert.equal(answer.status, 201);
    ({ id } = await answer.json());
  } finally {
    await first.stop();
  }
  const second = await start();
  try {
    // What an editor does; public only from then on.
    await fetch(`${second.url}demo-api/comments/${id}/approve`, { method: 'POST' });
    const comment = await (await fetch(`${second.url}wp-json/wp/v2/comments/${id}`)).json();
    assert.match(comment.content.rendered, /Still here after a restart\?/);
  } finally {
    await second.stop();
  }
});
