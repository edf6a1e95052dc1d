export type ElementState = 'loading' | 'ready' | 'empty' | 'error';

/** `:state(ready)` for a page's CSS, without touching attributes that belong to the page. */
export class ElementStates {
  readonly #internals: ElementInternals;
  #current: ElementState | undefined;

  constructor(element: HTMLElement) {
    this.#internals = element.attachInternals();
  }

  get current(): ElementState | undefined {
    return this.#current;
  }

  set current(state: ElementState | undefined) {
    if (state === this.#current) return;
    this.#current = state;
    try {
      // Browsers of before 2024 lack this set, or take only names that begin with two dashes.
      this.#internals.states.clear();
      if (state) this.#internals.states.add(state);
    } catch {
      // The state is a convenience for styling; nothing else hangs on it.
    }
  }
}
