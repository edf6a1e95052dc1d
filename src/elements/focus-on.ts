const FOCUSABLE = 'button,input,textarea,[tabindex]';

/** Focuses an element, or what it stands in and can be focused, such as its comment. */
export function focusOn(root: ParentNode, selector: string): void {
  const found = root.querySelector<HTMLElement>(selector);
  (found?.closest<HTMLElement>(FOCUSABLE) ?? found)?.focus();
}
