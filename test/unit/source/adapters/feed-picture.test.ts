import { expect } from 'chai';
import { feedPicture } from '../../../../src/source/adapters/feed-picture.js';
import { parse } from './feed-samples.js';

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
const of = (inside: string, html?: string) =>
  feedPicture(parse(`<item>${inside}</item>`), html) as Record<string, unknown> | undefined;
const MEDIA = '<media:content url="/media.jpg" medium="image"/>';
const THUMBNAIL = '<media:thumbnail url="/thumbnail.jpg"/>';
const ENCLOSURE = '<enclosure url="/enclosure.jpg" type="image/jpeg"/>';
const ITUNES = '<itunes:image href="/itunes.jpg"/>';
const HTML = '<p><img src="/inline.jpg"></p>';

describe('feedPicture', () => {
  const ORDER: [what: string, inside: string, html: string | undefined, src: string | null | undefined][] = [
    ['Media RSS first', ITUNES + ENCLOSURE + THUMBNAIL + MEDIA, HTML, '/media.jpg'],
    ['then its thumbnail', ITUNES + ENCLOSURE + THUMBNAIL, HTML, '/thumbnail.jpg'],
    ['then an enclosure', ITUNES + ENCLOSURE, HTML, '/enclosure.jpg'],
    ["then iTunes' picture", ITUNES, HTML, '/itunes.jpg'],
    ['then the first picture of the text', '', HTML, '/inline.jpg'],
    ['then none', '', '<p>x</p>', undefined],
    ['none without a text', '', undefined, undefined],
    ['what is in a group', `<media:group>${MEDIA}</media:group>${ENCLOSURE}`, undefined, '/media.jpg'],
    ['a thumbnail in a group', `<media:group>${THUMBNAIL}</media:group>`, undefined, '/thumbnail.jpg'],
    [
      'an enclosure of Atom',
      `<link ${ATOM} rel="enclosure" type="image/png" href="/atom.png"/>`,
      undefined,
      '/atom.png',
    ],
    [
      'no other link of Atom',
      `<link ${ATOM} rel="related" type="image/png" href="/atom.png"/>`,
      undefined,
      undefined,
    ],
    ['no sound', '<enclosure url="/a.mp3" type="audio/mpeg"/>', HTML, '/inline.jpg'],
    ['no enclosure without a type', '<enclosure url="/a.jpg"/>', undefined, undefined],
    ['no film', '<media:content url="/a.mp4" medium="video"/>', HTML, '/inline.jpg'],
    ['no film by type', '<media:content url="/a.jpg" type="video/mp4"/>', HTML, '/inline.jpg'],
    ['what says by its type that it is one', '<media:content url="/a" type="image/webp"/>', undefined, '/a'],
    ['what is named like one', '<media:content url="/a.JPEG?w=600"/>', undefined, '/a.JPEG?w=600'],
    ['nothing else that says nothing', '<media:content url="/a.php"/>', undefined, undefined],
    [
      'the second of Media RSS, where the first is none',
      `<media:content url="/a.mp4" medium="video"/>${MEDIA}`,
      undefined,
      '/media.jpg',
    ],
    [
      'what follows Media RSS without an address',
      `<media:content medium="image"/><media:thumbnail/>${ENCLOSURE}`,
      undefined,
      '/enclosure.jpg',
    ],
    [
      'nothing by the prefix',
      '<x:content xmlns:x="http://evil.example/" url="/a.jpg" medium="image"/>',
      undefined,
      undefined,
    ],
    ['no picture without an address', '', '<img alt="x"><img src="/second.jpg">', '/second.jpg'],
    [
      'no picture that waits for a script',
      '',
      '<img src="data:image/gif;base64,R0lGOD"><img src="/second.jpg">',
      '/second.jpg',
    ],
  ];
  for (const [what, inside, html, src] of ORDER) {
    it(`takes ${what}`, () => expect(of(inside, html)?.['src'] ?? undefined).to.equal(src));
  }

  it('tells what Media RSS tells, nearest first, in plain words', () => {
    const picture = of(`<media:content url="/a.jpg" medium="image" width="1600" height="900">
        <media:title>Quay &amp;amp; ferry</media:title>
        <media:credit role="photographer">J. Okafor</media:credit>
      </media:content>
      <media:title>The story</media:title>
      <media:description type="html">&lt;b&gt;Before&lt;/b&gt; sunrise</media:description>`);
    expect(picture).to.deep.equal({
      src: '/a.jpg',
      srcset: [],
      width: 1600,
      height: 900,
      alt: 'Quay & ferry',
      caption: 'Before sunrise',
      credit: 'J. Okafor',
    });
  });

  const SIZES: [what: string, inside: string, src: string, widths: number[]][] = [
    [
      'a group',
      `<media:group><media:content url="/s.jpg" medium="image" width="400" height="300"/>
        <media:content url="/l.jpg" medium="image" width="1600" height="1200"/>
        <media:content url="/square.jpg" medium="image" width="2000" height="2000"/></media:group>`,
      '/l.jpg',
      [1600, 400],
    ],
    [
      'one address',
      `<media:content url="/a.jpg?w=140" width="140"/><media:content url="/a.jpg?w=460" width="460"/>
        <media:content url="/b.jpg?w=900" width="900"/>`,
      '/a.jpg?w=460',
      [460, 140],
    ],
    [
      'the default one',
      `<media:content url="/a.jpg" medium="image"/><media:content url="/b.jpg" medium="image" isDefault="true"/>`,
      '/b.jpg',
      [],
    ],
  ];
  for (const [what, inside, src, widths] of SIZES) {
    it(`takes the widest of ${what}, and the others of its shape as choices`, () => {
      const picture = of(inside)!;
      expect(picture['src']).to.equal(src);
      expect((picture['srcset'] as { width: number }[]).map(({ width }) => width)).to.deep.equal(widths);
    });
  }

  it('loads nothing while it looks for a picture', async () => {
    const url = `${location.origin}/no-such-picture-${Date.now()}.png`;
    of('', `<img src="${url}"><script>globalThis.ran = true</script>`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(performance.getEntriesByName(url)).to.deep.equal([]);
    expect('ran' in globalThis).to.equal(false);
  });
});
