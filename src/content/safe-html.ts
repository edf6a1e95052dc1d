let mint: (fragment: DocumentFragment, plain: boolean) => SafeHtml;

/**
 * Sanitised content: a fragment, never a string, so that it is not parsed a second time. Opaque: a view can only put a
 * copy of it into place. Only this folder makes one.
 */
export class SafeHtml {
  /** Whether markup was given up and the words are shown as plain text, because the markup could not be made safe. */
  readonly plain: boolean;
  /** Belongs to a document without a browsing context: nothing in it loads. */
  readonly #fragment: DocumentFragment;

  private constructor(fragment: DocumentFragment, plain: boolean) {
    this.#fragment = fragment;
    this.plain = plain;
    Object.freeze(this);
  }

  /** A copy that belongs to the page. */
  clone(): DocumentFragment {
    return document.importNode(this.#fragment, true);
  }

  static {
    mint = (fragment, plain) => new SafeHtml(fragment, plain);
  }
}

/** For `renderBody()` alone. */
export function mintSafeHtml(fragment: DocumentFragment, plain: boolean): SafeHtml {
  return mint(fragment, plain);
}
