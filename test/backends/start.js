// node test/backends/start.js <name[:port]…>: runs backends until Ctrl-C, to look at them or to write an adapter against them.
import { names, startBackend } from './backends.js';

const wanted = process.argv.slice(2);
if (wanted.length === 0) {
  console.error(`Which one? ${names.join(', ')}`);
  process.exit(1);
}
const running = [];
async function end(code) {
  await Promise.all(running.map((backend) => backend.stop()));
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(0));
try {
  for (const [name, port] of wanted.map((word) => word.split(':'))) {
    const backend = await startBackend(name, { port: port && Number(port) });
    running.push(backend);
    console.log(`${name} ${backend.version}: ${backend.base}`, backend.keys);
  }
} catch (error) {
  console.error(error.message);
  await end(1);
}
setInterval(() => {}, 60_000); // until a signal
