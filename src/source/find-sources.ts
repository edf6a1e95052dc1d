import { asNewsError } from '../model/news-error.js';
import { ADAPTERS } from './adapter-table.js';
import { checked } from './checked-adapter.js';
import type { Io } from './io.js';
import type { Part } from './merged-source.js';
import { findSource, type FoundSource } from './registry.js';

export interface SourcesRequest {
  /** Absolute URLs; more than one for a thread of several sources. */
  readonly sources: readonly string[];
  /** Value of the `adapter` attribute: one name for all, or one for each URL in their order (`auto` to find out). */
  readonly adapter: string;
  readonly mapping: unknown;
}

/** One adapter for all that an element reads. @throws NewsError when a single source cannot be found */
export async function findSources(request: SourcesRequest, io: Io): Promise<FoundSource> {
  const { sources, mapping } = request;
  const names = request.adapter.split(/\s+/).filter(Boolean);
  const find = async (src: string, index: number): Promise<FoundSource> => {
    const given = names.length > 1 ? names[index] : names[0];
    const name = given === 'auto' ? undefined : given;
    // Of several sources, the mapping is about the one that nobody else knows.
    const isKnown = sources.length > 1 && !name && ADAPTERS.some(({ url }) => url?.test(src));
    const found = await findSource({ src, adapter: name, mapping: isKnown ? undefined : mapping }, io);
    return { ...found, adapter: checked(found.adapter) };
  };
  if (sources.length === 1) return find(sources[0]!, 0);
  const [{ mergedAdapter }, parts] = await Promise.all([
    import('./merged-source.js'),
    Promise.all(
      sources.map((src, index) =>
        find(src, index).catch((reason: unknown): Part => {
          io.signal.throwIfAborted();
          return { src, error: asNewsError(reason) };
        }),
      ),
    ),
  ]);
  return { src: sources[0]!, adapter: mergedAdapter(parts) };
}
