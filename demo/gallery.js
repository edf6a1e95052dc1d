// The gallery: the address says which element in which state, in which theme, mode, width and direction.
import { elements } from './states.js';
import { slugs } from './slugs.js';

const address = new URL(location.href);
const choice = (name) => address.searchParams.get(name) ?? '';
const element = elements.find(({ tag }) => tag === choice('element')) ?? elements[0];
const state = Object.hasOwn(element.states, choice('state'))
  ? choice('state')
  : Object.keys(element.states)[0];
const part = (id) => document.getElementById(id);

function addressWith(changes) {
  const next = new URL(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.searchParams.set(name, value);
    else next.searchParams.delete(name);
  }
  return next.href;
}

function drawIndex() {
  for (const { tag, states } of elements) {
    const group = document.createElement('div');
    const title = document.createElement('h2');
    title.textContent = `<${tag}>`;
    const list = document.createElement('ul');
    for (const name of Object.keys(states)) {
      const link = document.createElement('a');
      link.textContent = name;
      link.href = addressWith({ element: tag, state: name });
      if (tag === element.tag && name === state) link.setAttribute('aria-current', 'page');
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    group.append(title, list);
    part('index').append(group);
  }
  // The list is longer than most screens: what is shown must be in sight in it.
  const current = part('index').querySelector('[aria-current]');
  const list = part('index');
  list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 2;
  list.scrollLeft = current.offsetLeft - list.offsetLeft - list.clientWidth / 2;
}

function applyAppearance() {
  const root = document.documentElement;
  root.classList.toggle('bare', address.searchParams.has('bare'));
  root.dataset.mode = choice('mode');
  part('stage').dir = choice('dir') || 'ltr';
  part('stage').style.width = choice('width') ? `${Number(choice('width'))}px` : '';
  if (/^\w+$/.test(choice('theme'))) part('theme').href = `/themes/${choice('theme')}.css`;
}

function listenToControls() {
  const controls = part('controls');
  for (const select of controls.elements) {
    select.value = choice(select.name);
    select.addEventListener('change', () => {
      address.searchParams.set(select.name, select.value);
      if (!select.value) address.searchParams.delete(select.name);
      history.replaceState(null, '', address);
      // The element on the stage stays: one sees that a theme needs no new element.
      part('theme').removeAttribute('href');
      applyAppearance();
      drawSnippet();
      for (const link of part('index').querySelectorAll('a')) {
        const { element: tag, state: name } = Object.fromEntries(new URL(link.href).searchParams);
        link.href = addressWith({ element: tag, state: name });
      }
    });
  }
}

/** Ids of the demo stories by the name that `states.js` gives them. */
async function storyIds() {
  const answer = await fetch('/wp-json/wp/v2/posts?per_page=100&_fields=id,slug');
  const bySlug = new Map((await answer.json()).map(({ id, slug }) => [slug, id]));
  return new Map(Object.entries(slugs).map(([name, slug]) => [name, bySlug.get(slug)]));
}

function drawStage(markup) {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  part('stage').replaceChildren(
    ...[...parsed.body.childNodes].map((node) => document.importNode(node, true)),
  );
}

/** Whole addresses, so that the snippet shows the same on any page; the script is wherever one has put `cdn/`. */
function drawSnippet() {
  const script = '<script type="module" src="https://your.cdn/newsprint.js"></' + 'script>';
  const theme = choice('theme')
    ? `<link rel="stylesheet" href="${location.origin}/themes/${choice('theme')}.css" />\n`
    : '';
  const whole = markup.replace(/(src|href)="\//g, `$1="${location.origin}/`);
  part('snippet').textContent = `${script}\n${theme}\n${whole}`;
}

function listenToCopy() {
  part('copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(part('snippet').textContent);
    part('copy').textContent = 'Copied';
    setTimeout(() => (part('copy').textContent = 'Copy'), 2000);
  });
}

function listenToEvents() {
  for (const type of ['news-load', 'news-error', 'news-select', 'news-comment']) {
    part('stage').addEventListener(type, (event) => {
      const { content, error, article, comment } = event;
      const what = error
        ? `${error.kind}: ${error.message}`
        : (article?.title ?? comment?.id ?? content?.title ?? '');
      const many = content?.items ? `${content.items.length} of ${content.total ?? '?'}` : '';
      part('log').append(`${type}  ${what}${many}\n`);
    });
  }
}

document.title = `${element.tag}, ${state} – Newsprint`;
part('name').textContent = `<${element.tag}> ${state}`;
part('about').textContent = element.about;
drawIndex();
applyAppearance();
listenToControls();
listenToEvents();
const ids = await storyIds();
const markup = element.states[state].replace(/\{(\w+)\}/g, (_, name) => ids.get(name) ?? name);
drawStage(markup);
drawSnippet();
listenToCopy();
