import { expect } from 'chai';
import { ADAPTERS } from '../../../src/source/adapter-table.js';

const readme = await (await fetch('/README.md')).text();
/** `| [name](docs/adapters/name.md) | ✓ | | ✓ | | addresses |`: story, list, comments, writing. */
const rows = new Map(
  [...readme.matchAll(/^\| \[`([\w-]+)`\]\(docs\/adapters\/([\w-]+)\.md\)\s*\|(.+)\|$/gm)].map(
    ([, name, page, cells]) => [name!, { page: page!, cells: cells!.split('|').map((cell) => cell.trim()) }],
  ),
);

describe('the table of adapters in README.md', () => {
  it('has a row for each, and none for others', () => {
    expect([...rows.keys()].sort()).to.deep.equal([...ADAPTERS.map(({ name }) => name), 'json'].sort());
  });

  for (const { name, load } of ADAPTERS) {
    it(`says what ${name} can do, and leads to a page about it`, async () => {
      const { adapter } = await load();
      const { page, cells } = rows.get(name)!;
      const can = [adapter.article, adapter.articles, adapter.comments, adapter.addComment].map(Boolean);
      expect(cells.slice(0, 4).map((cell) => cell === '✓')).to.deep.equal(can);
      expect((await fetch(`/docs/adapters/${page}.md`)).status).to.equal(200);
    });
  }
});
