// npm start: the gallery and its content API. PORT or --port=… chooses the port, --data=… the file for posted comments.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from './prepare.js';

prepare();
const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
const dataFile = path.resolve(values.data ?? path.join(root, '.cache', 'demo-comments.json'));
const { startDemo } = await import('./demo-server.js');
const demo = await startDemo({
  port: Number(values.port ?? process.env.PORT ?? 5173),
  dataFile,
});
console.log(`Newsprint: every element in every state  ${demo.url}`);
console.log(`           a whole news site             ${demo.url}stories/`);
console.log(`           an API of its own kind        ${demo.url}any-api.html`);
console.log(`Posted comments are kept in ${path.relative(process.cwd(), dataFile)}. Stop with Ctrl+C.`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await demo.close();
    process.exit(0);
  });
}
