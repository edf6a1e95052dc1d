import { NewsError } from '../model/news-error.js';

type ContentDoor = typeof import('../content/render-body.js');

/**
 * The sanitiser, which only elements with a body load.
 *
 * @throws NewsError `unreachable` when its code does not arrive
 */
export async function loadContentDoor(): Promise<ContentDoor> {
  try {
    return await import('../content/render-body.js');
  } catch {
    throw new NewsError('unreachable', 'The code that makes content safe could not be loaded.');
  }
}
