/**
 * Defines a custom element, quietly: a tag that is taken stays as it is, since a page may carry two copies of the
 * library, or an element of its own. Said once on the console when the other one is not ours or of another version.
 */
export function define(tag: string, element: CustomElementConstructor & { readonly version?: string }): void {
  const taken = customElements.get(tag) as { version?: string } | undefined;
  if (!taken) {
    try {
      customElements.define(tag, element);
    } catch {
      // The page has defined this class under a name of its own, and a class can have only one.
      customElements.define(tag, class extends element {});
    }
    return;
  }
  if (taken.version === element.version) return;
  console.warn(
    `[newsprint] <${tag}> is already defined (version ${taken.version ?? 'unknown'}); this copy stays out.`,
  );
}
