// Shows on the page what it is made of: two answers of the API, the mapping, the adapter.
import source from './register-adapter.js?raw';

const show = (id, text) => (document.getElementById(id).textContent = text.trim());

show(
  'mapping',
  document.querySelector('article-card > [data-role="mapping"]').textContent.replace(/^ {10}/gm, ''),
);
show('adapter', source);
/** An answer as it came, under the address that it came from. */
async function showAnswer(id, address) {
  const response = await fetch(address);
  show(id, `GET ${address}\n\n${await response.text()}`);
}
await Promise.all([
  showAnswer('answer', '/bulletin/v2/entries?count=1'),
  showAnswer('replies', '/bulletin/v2/entries/103/replies?count=4'),
]);
