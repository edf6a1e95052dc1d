// The database of a backend that is not running, through the SQLite that it was installed with.
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * @param {string} app where the backend is installed
 * @param {string} file
 * @param {(sql: { exec(text: string): Promise<void>, run(text: string, values?: unknown[]): Promise<void>,
 *   all(text: string): Promise<Record<string, any>[]> }) => Promise<void>} work
 */
export async function withDatabase(app, file, work) {
  const { Database } = createRequire(path.join(app, 'package.json'))('sqlite3');
  const database = new Database(file);
  const call = (method, ...values) =>
    new Promise((resolve, reject) =>
      database[method](...values, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  try {
    await work({
      exec: (text) => call('exec', text),
      run: (text, values = []) => call('run', text, values),
      all: (text) => call('all', text),
    });
  } finally {
    await call('close');
  }
}
