// Shows on the page what it is made of: an answer of the API, the mapping, the adapter.
import source from './register-adapter.js?raw';

const show = (id, text) => (document.getElementById(id).textContent = text.trim());

show(
  'mapping',
  document.querySelector('article-card > [data-role="mapping"]').textContent.replace(/^ {10}/gm, ''),
);
show('adapter', source);
const answer = await fetch('/bulletin/v2/entries?count=1');
show('answer', await answer.text());
