// A server process: started, waited for, ended with its children.
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN = 300_000;

/** @returns {Promise<number>} @param {number} [wanted] 0: any free one. Throws when it is taken. */
export const findPort = (wanted = 0) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', () => reject(new Error(`Port ${wanted} is taken. End what listens there first.`)));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const tail = (file) => readFileSync(file, 'utf8').trim().split('\n').slice(-20).join('\n');

async function answers(url) {
  try {
    return (await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {{ args: string[], env?: Record<string, string>, cwd: string, ready: string, name: string }} what `args` are
 *   those of node; `ready` is an address that answers well once the server does
 * @returns {Promise<{ stop(): Promise<void> }>}
 */
export async function startServer({ args, env = {}, cwd, ready, name }) {
  const log = path.join(cwd, 'server.log');
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, TZ: 'UTC', ...env },
    stdio: ['ignore', output, output],
    detached: true, // a group of its own, so that its children end with it
  });
  let ended = false;
  const end = new Promise((resolve) => child.once('exit', () => resolve((ended = true))));
  const signal = (kind) => {
    try {
      process.kill(-child.pid, kind);
    } catch {
      // Gone already.
    }
  };
  const atExit = () => signal('SIGKILL');
  process.once('exit', atExit);
  const stop = async () => {
    signal('SIGTERM');
    await Promise.race([end, sleep(10_000, undefined, { ref: false })]);
    signal('SIGKILL');
    await end;
    process.off('exit', atExit);
  };
  for (const begun = Date.now(); !(await answers(ready)); await sleep(200)) {
    if (!ended && Date.now() - begun < READY_WITHIN) continue;
    await stop();
    throw new Error(`${name} ${ended ? 'ended' : 'does not answer'}:\n${tail(log)}`);
  }
  return { stop };
}
