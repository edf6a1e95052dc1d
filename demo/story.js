// A page of a real site would have these addresses in its HTML; here one page serves all stories.
const slug = /^\/stories\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? '';
const posts = '/wp-json/wp/v2/posts';
const answer = await fetch(`${posts}?slug=${slug}&_fields=id,title`);
const [post] = answer.ok ? await answer.json() : [];
if (!post) {
  const main = document.querySelector('main');
  main.replaceChildren('There is no such story. ');
  main.append(
    Object.assign(document.createElement('a'), { href: '/stories/', textContent: 'To the front page' }),
  );
  throw new Error(`No story is called ${slug}.`);
}
const { id } = post;

document.querySelector('article-view').src = `${posts}/${id}`;
document.querySelector('comment-thread').src = `${posts}/${id}`;
Object.assign(document.querySelector('related-news'), { src: posts, relatedTo: String(id) });
document.querySelector('article-view').addEventListener('news-load', ({ content }) => {
  document.title = `${content.title} – The Harbour Courier`;
});
