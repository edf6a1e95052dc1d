import createDOMPurify, { type DOMPurify } from 'dompurify';
import { newsprintPolicy, withoutReports } from '../model/inert-document.js';
import { ALL_ATTRIBUTES, ELEMENTS, REPLACED, type BodyPurpose } from './allow-lists.js';

/** An instance of our own, made at first use: the shared one is open to every script of the page. */
let purifier: DOMPurify | undefined;

/**
 * HTML as an inert fragment of allowed elements and attributes, or `undefined` where the page's policy refuses parsing
 * (DOMPurify would return nothing, silently).
 *
 * @throws TypeError from DOMPurify on `<frameset>`
 */
export function sanitise(html: string, purpose: BodyPurpose): DocumentFragment | undefined {
  const policy = newsprintPolicy();
  if (!policy) return undefined;
  purifier ??= createDOMPurify(window);
  // The lists are given with every call and never changed by hooks: nearly every advisory of DOMPurify needs one.
  return purifier.sanitize(withoutReports(html), {
    ALLOWED_TAGS: [...ELEMENTS[purpose], ...REPLACED],
    ALLOWED_ATTR: [...ALL_ATTRIBUTES],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    TRUSTED_TYPES_POLICY: policy as unknown as TrustedTypePolicy,
  });
}

type TrustedTypePolicy = NonNullable<Parameters<DOMPurify['sanitize']>[1]>['TRUSTED_TYPES_POLICY'];
