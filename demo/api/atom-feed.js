import { cdata, xmlText } from './xml.js';

/**
 * Atom 1.0 as WordPress writes it.
 *
 * @param {import('./rest.js').Api} api
 * @param {import('./feeds.js').FeedItem[]} items
 */
export function toAtom(api, items) {
  const { site } = api.store;
  const origin = xmlText(api.origin);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="en">
	<title type="text">${xmlText(site.name)}</title>
	<subtitle type="text">${xmlText(site.description)}</subtitle>
	<updated>${new Date(items[0].modifiedTime).toISOString()}</updated>
	<link rel="alternate" type="text/html" href="${origin}/" />
	<link rel="self" type="application/atom+xml" href="${origin}/feed/atom/" />
	<id>${origin}/feed/atom/</id>
${items.map(toEntry).join('')}</feed>
`;
}

function toEntry(item) {
  const url = xmlText(item.url);
  const categories = item.terms.map((name) => `\t\t<category term="${xmlText(name)}" />\n`).join('');
  return `	<entry xml:lang="${xmlText(item.lang)}">
		<author>
			<name>${xmlText(item.author.name)}</name>
			<uri>${xmlText(item.author.url)}</uri>
		</author>
		<title type="html">${cdata(item.titleHtml)}</title>
		<link rel="alternate" type="text/html" href="${url}" />
${links(item, url)}		<id>${url}</id>
		<updated>${new Date(item.modifiedTime).toISOString()}</updated>
		<published>${new Date(item.time).toISOString()}</published>
${categories}		<summary type="text">${xmlText(item.summary)}</summary>
		<content type="html" xml:base="${url}">${cdata(item.html)}</content>
	</entry>
`;
}

function links({ picture, commentCount }, url) {
  const enclosure = picture
    ? `\t\t<link rel="enclosure" type="${picture.type}" href="${xmlText(picture.url)}" length="0" />\n`
    : '';
  const replies =
    commentCount === undefined
      ? ''
      : `\t\t<link rel="replies" type="text/html" href="${url}#comments" thr:count="${commentCount}" />\n`;
  return enclosure + replies;
}
