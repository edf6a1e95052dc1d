import { NewsError } from '../../model/news-error.js';
import { get, isRecord } from '../../model/record.js';
import type { Io } from '../io.js';
import { LIST_PLACES, type Mapping } from './mapping.js';
import { readPath, whyMissed } from './path.js';
import { fill, itemOf, srcTemplate } from './template.js';

/** The story that an address is of, as the API has it: the first one where that is a list. */
export async function storyRecord(
  { item, stories }: Mapping,
  src: string,
  io: Io,
): Promise<{ readonly record: unknown; readonly url: string }> {
  const values = { limit: 1, page: stories.paging.first, offset: 0 };
  const { value, url } = await io.json(fill(srcTemplate(src, LIST_PLACES), values, src));
  const listed = readPath(value, stories.list);
  if (Array.isArray(listed)) {
    if (listed.length === 0) throw new NewsError('not-found', 'The list is empty.', { url });
    return { record: listed[0], url };
  }
  const record = readPath(value, item!.at);
  if (isRecord(record)) return { record, url };
  const why = whyMissed(value, item!.at) ?? `\`${item!.at.text}\` is no object`;
  throw new NewsError('parse', `Mapping: \`item.at\`: ${why}.`, { url });
}

/** What an address needs to know about the story: what stands in `src`, and its id, which costs a look at it. */
export async function names(
  mapping: Mapping,
  needed: readonly string[],
  src: string,
  io: Io,
): Promise<{ readonly item?: string; readonly id?: unknown }> {
  const { item, comments: own } = mapping;
  const forms = [item?.request, own?.part.request];
  const values = {
    item: forms.map((form) => form && itemOf(form, src)).find(Boolean),
    id: undefined as unknown,
  };
  if (needed.includes('item') && !values.item) {
    const given = forms.flatMap((form) => (form?.names.includes('item') ? [`\`${form.text}\``] : []));
    const known =
      given.length > 0
        ? `src is not of the form ${given.join(' or ')}`
        : '`item.request` says where it stands';
    throw new NewsError('unsupported', `Mapping: {item} is not known: ${known}.`, { url: src });
  }
  if (needed.includes('id')) values.id = get(item!.read((await storyRecord(mapping, src, io)).record), 'id');
  return values;
}
