/**
 * A real WordPress for tests: seeded, on this computer only, gone after stop().
 *
 * Switches go to an address of the test site that wants a random token, never through the public API:
 * what a test changes is not what it tests.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const backend = dirname(fileURLToPath(import.meta.url));

/**
 * IDs of the seeded articles. See README.md for what is special about each.
 *
 * @typedef {Record<'lead'|'thread'|'quiet'|'moderated'|'entities'|'untitled'|'arabic'|'closed'|'protected'|'noImage'
 *   |'missingImage'|'hostile'|'draft'|'private'|'sticky', number> & { recent: number[], older: number[] }} SeededPosts
 */

/**
 * A comment as it is in the database, whatever its status.
 *
 * @typedef {{ id: number, post: number, parent: number, author: number, author_name: string, author_email: string,
 *   author_url: string, author_ip: string, content: string, date_gmt: string,
 *   status: 'approved'|'unapproved'|'spam'|'trash', type: string }} StoredComment
 */

/**
 * @typedef {object} PluginSettings
 * @property {boolean} [guestComments] accept comments of guests over REST
 * @property {string[]} [allowedOrigins] other sites that may post comments; empty: all
 * @property {boolean} [exposeSource] news_source and news_source_url in the meta of posts
 */

/**
 * @typedef {object} WordPress
 * @property {string} url without a slash at the end
 * @property {SeededPosts} posts
 * @property {string} debugLog file with PHP's notices and errors; absent while there are none
 * @property {(id: number) => Promise<void>} approve publishes a held comment
 * @property {(id: number) => Promise<void>} hold holds a published comment
 * @property {(id: number) => Promise<void>} trash
 * @property {(id: number) => Promise<StoredComment|null>} comment
 * @property {(post: number) => Promise<StoredComment|null>} lastComment the newest of a post, held ones too
 * @property {() => Promise<{to: string, subject: string, message: string}|null>} lastMail
 * @property {(name: string, value: unknown) => Promise<void>} setOption null deletes it
 * @property {(active: boolean, settings?: PluginSettings) => Promise<void>} usePlugin without settings: guest comments
 *   accepted, from any site, and sources shown
 * @property {() => Promise<void>} reset comments and options as after the start; the plugin stays as it is
 * @property {() => Promise<void>} stop
 */

/** @param {string} script @param {string[]} argv @returns {Promise<string>} what it printed */
function runScript(script, argv) {
  return new Promise((resolve, reject) => {
    execFile('bash', [join(backend, script), ...argv], { timeout: 10 * 60_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${script} failed:\n${stderr.trim() || error.message}`));
      else resolve(stdout.trim());
    });
  });
}

/** Ends the processes at once; for a test run that ends without stop().  @param {string} directory */
function endProcesses(directory) {
  for (const name of ['php.pid', 'mariadb.pid']) {
    try {
      const group = Number(readFileSync(join(directory, name), 'utf8'));
      if (group > 1) process.kill(-group, 'SIGKILL');
    } catch {
      // not there any more
    }
  }
}

/**
 * Starts a WordPress of its own: each call gives an independent one.
 *
 * @param {{ port?: number, plugin?: boolean | PluginSettings }} [options] without a port a free one is taken
 * @returns {Promise<WordPress>}
 */
export async function startWordpress({ port, plugin = false } = {}) {
  const argv = ['--owner', String(process.pid), ...(port ? ['--port', String(port)] : [])];
  const { url, directory, token } = JSON.parse(await runScript('start.sh', argv));
  const atExit = () => endProcesses(directory);
  process.once('exit', atExit);

  /** @param {object} action @returns {Promise<any>} */
  async function tell(action) {
    const response = await fetch(`${url}/newsprint-test`, {
      method: 'POST',
      headers: { 'X-Newsprint-Test-Token': token, 'Content-Type': 'application/json' },
      body: JSON.stringify(action),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The test site refused ${JSON.stringify(action)}: ${text.slice(0, 300)}`);
    return JSON.parse(text).result;
  }

  /** @param {object} action */
  async function change(action) {
    if ((await tell(action)) === null)
      throw new Error(`The test site found nothing: ${JSON.stringify(action)}`);
  }

  /** @type {WordPress} */
  const wordpress = {
    url,
    posts: JSON.parse(readFileSync(join(directory, 'posts.json'), 'utf8')),
    debugLog: join(directory, 'log', 'php-debug.log'),
    approve: (id) => change({ action: 'status', id, status: 'approve' }),
    hold: (id) => change({ action: 'status', id, status: 'hold' }),
    trash: (id) => change({ action: 'trash', id }),
    comment: (id) => tell({ action: 'comment', id }),
    lastComment: (post) => tell({ action: 'lastComment', post }),
    lastMail: () => tell({ action: 'mail' }),
    setOption: (name, value) => change({ action: 'option', name, value }),
    usePlugin(active, { guestComments = true, allowedOrigins = [], exposeSource = true } = {}) {
      const settings = {
        guest_comments: guestComments,
        allowed_origins: allowedOrigins,
        expose_source: exposeSource,
      };
      return change({ action: 'plugin', active, settings });
    },
    reset: () => change({ action: 'reset' }),
    async stop() {
      process.off('exit', atExit);
      await runScript('stop.sh', [directory]);
    },
  };
  if (plugin) await wordpress.usePlugin(true, plugin === true ? {} : plugin);
  return wordpress;
}
