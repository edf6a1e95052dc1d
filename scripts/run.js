// Running other programs, and counting what they tested.
import { spawn } from 'node:child_process';
import { root } from './prepare.js';

/**
 * Runs a program of the project with its output passed through and kept.
 *
 * @param {string[]} command program of node_modules/.bin, or `node`, and its arguments
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet: the output is only shown on failure
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run([program, ...args], { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const own = program === 'node' ? process.execPath : program;
    const child = spawn(own, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', ...env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const take = (stream) => (data) => {
      output += data;
      if (!quiet) stream.write(data);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => resolve({ ok: false, output: `${output}\n${error.message}` }));
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stdout.write(output);
      resolve({ ok: code === 0, output });
    });
  });
}

/** One check is one test. */
export async function check(...commands) {
  const count = { passed: 0, failed: 0 };
  for (const command of commands) {
    const { ok } = await run(command, { quiet: true });
    console.log(`  ${ok ? 'passed' : 'FAILED'}  ${command.join(' ').slice(0, 100)}`);
    count[ok ? 'passed' : 'failed']++;
  }
  return count;
}

const last = (output, pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);

/** A suite that finds no tests has failed; so has one that ends badly without saying which test it was. */
function counted({ ok, output }, passed, failed) {
  const count = { passed: last(output, passed), failed: last(output, failed) };
  if (count.failed === 0 && (!ok || count.passed === 0)) count.failed = 1;
  return count;
}

export const webTestRunner = async (...args) =>
  counted(await run(['wtr', ...args]), /(\d+) passed/g, /\d+ passed, (\d+) failed/g);

export const nodeTest = async (...files) =>
  counted(
    await run(['node', '--test', '--test-reporter=spec', ...files]),
    /^ℹ pass (\d+)$/gm,
    /^ℹ fail (\d+)$/gm,
  );

export const playwright = async (config) =>
  counted(await run(['playwright', 'test', '--config', config]), /^ +(\d+) passed/gm, /^ +(\d+) failed/gm);
