// A server process: started, waited for, ended with its children.
import { execFile, spawn } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
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

/** In the folder of a running server: who started it. */
const NOTE = 'processes.json';

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Ends a server whose starter was killed before it could. @param {string} folder that it runs in */
export async function endAbandoned(folder) {
  try {
    const { owner, server } = JSON.parse(readFileSync(path.join(folder, NOTE), 'utf8'));
    if (isAlive(owner) || !isAlive(server)) return;
    process.kill(-server, 'SIGKILL');
    await sleep(500); // until its port is free
  } catch {
    // Nobody ran here.
  }
}

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
  writeFileSync(path.join(cwd, NOTE), JSON.stringify({ owner: process.pid, server: child.pid }));
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

/** Runs a program of a backend to its end. @param {{ args: string[], env: Record<string, string>, cwd: string }} what */
export const runToEnd = ({ args, env, cwd }) =>
  new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, TZ: 'UTC', ...env }, maxBuffer: 1e8 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${args.join(' ')} failed:\n${(stdout + stderr).slice(-2000)}`));
      else resolve();
    });
  });
