import { toRfc822 } from './dates.js';
import { toText } from './text.js';
import { cdata, xmlText } from './xml.js';

/**
 * RSS 2.0 as WordPress writes it, with pictures as media:content and enclosure.
 *
 * @param {import('./rest.js').Api} api
 * @param {import('./feeds.js').FeedItem[]} items
 */
export function toRss(api, items) {
  const { site } = api.store;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:media="http://search.yahoo.com/mrss/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
	<title>${xmlText(site.name)}</title>
	<atom:link href="${xmlText(api.origin)}/feed/" rel="self" type="application/rss+xml" />
	<link>${xmlText(api.origin)}/</link>
	<description>${xmlText(site.description)}</description>
	<lastBuildDate>${toRfc822(items[0].modifiedTime)}</lastBuildDate>
	<language>en</language>
${items.map(toItem).join('')}</channel>
</rss>
`;
}

function toItem(item) {
  const url = xmlText(item.url);
  const categories = item.terms.map((name) => `\t\t<category>${cdata(name)}</category>\n`).join('');
  return `	<item>
		<title>${xmlText(toText(item.titleHtml))}</title>
		<link>${url}</link>
		<dc:creator>${cdata(item.author.name)}</dc:creator>
		<pubDate>${toRfc822(item.time)}</pubDate>
${categories}		<guid isPermaLink="false">${url}</guid>
		<description>${cdata(xmlText(item.summary))}</description>
		<content:encoded>${cdata(item.html)}</content:encoded>
${picture(item.picture)}${comments(item, url)}	</item>
`;
}

function picture(picture) {
  if (!picture) return '';
  const { url, type, width, height, alt, credit } = picture;
  const address = xmlText(url);
  return `		<enclosure url="${address}" length="0" type="${type}" />
		<media:content url="${address}" medium="image" type="${type}" width="${width}" height="${height}">
			<media:description type="plain">${xmlText(alt)}</media:description>
			<media:credit>${xmlText(credit)}</media:credit>
		</media:content>
`;
}

/** WordPress leaves these out where comments are closed. */
function comments({ commentCount }, url) {
  if (commentCount === undefined) return '';
  return `		<comments>${url}#comments</comments>
		<slash:comments>${commentCount}</slash:comments>
`;
}
