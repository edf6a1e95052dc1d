import createDOMPurify, { type DOMPurify } from 'dompurify';
import { newsprintPolicy } from '../model/inert-document.js';
import { ALL_ATTRIBUTES, ELEMENTS, REPLACED, WITHOUT_WORDS, type BodyPurpose } from './allow-lists.js';

/** An instance of our own, made at first use: the shared one is open to every script of the page. */
let purifier: DOMPurify | undefined;

/**
 * An inert body as an inert fragment of allowed elements and attributes, or `undefined` where the page's policy refuses
 * parsing (DOMPurify, which begins with an empty document, would return nothing, silently).
 */
export function sanitise(body: HTMLElement, purpose: BodyPurpose): DocumentFragment | undefined {
  const policy = newsprintPolicy();
  if (!policy) return undefined;
  purifier ??= createDOMPurify(window);
  // Nodes, not a string: nothing is parsed twice. It takes them from a fragment only, and works on a copy.
  const dirty = body.ownerDocument.createDocumentFragment();
  dirty.append(...body.childNodes);
  // The lists are given with every call and never changed by hooks: nearly every advisory of DOMPurify needs one.
  return purifier.sanitize(dirty, {
    ALLOWED_TAGS: [...ELEMENTS[purpose], ...REPLACED],
    ALLOWED_ATTR: [...ALL_ATTRIBUTES],
    FORBID_CONTENTS: [...WITHOUT_WORDS],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    TRUSTED_TYPES_POLICY: policy as unknown as TrustedTypePolicy,
  });
}

type TrustedTypePolicy = NonNullable<Parameters<DOMPurify['sanitize']>[1]>['TRUSTED_TYPES_POLICY'];
