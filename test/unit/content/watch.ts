/**
 * Notices when anything in the page runs, asks, navigates, loads from elsewhere, takes the focus or leaves something
 * behind. Nothing of it may do harm to the one who runs the tests either, so nothing is loaded at all: a policy forbids it,
 * and its reports tell who tried. Scripts are not forbidden: what could run must be able to.
 */

// Films are left out: of a track in a film Chromium reports that it would load it, even in a document where nothing loads.
const POLICY =
  "img-src 'none'; frame-src 'none'; object-src 'none'; font-src 'none'; form-action 'none'; connect-src 'self' ws:";
/** What attacks call to be seen. */
const CALLS = [
  'alert',
  'confirm',
  'prompt',
  'print',
  'open',
  'fetch',
  'eval',
  'postMessage',
  'close',
  'focus',
] as const;

export interface Watch {
  /** What has happened so far. Looked at now: globals, address, title, cookies, focus. */
  happened(): string[];
  stop(): void;
}

export function watchPage(): Watch {
  const seen: string[] = [];
  const note = (what: string) => void seen.push(what.slice(0, 200));
  const undo: (() => void)[] = [];

  for (const name of CALLS) {
    const own = window[name];
    const replaced = (...values: unknown[]) => note(`${name}(${values.map(String).join()})`);
    Object.defineProperty(window, name, { value: replaced, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(window, name, { value: own, configurable: true, writable: true }));
  }
  const listen = (target: EventTarget, type: string, listener: (event: never) => void) => {
    target.addEventListener(type, listener as EventListener, true);
    undo.push(() => target.removeEventListener(type, listener as EventListener, true));
  };
  listen(window, 'error', (event: ErrorEvent) => event.target === window && note(`error: ${event.message}`));
  listen(window, 'unhandledrejection', ({ reason }: PromiseRejectionEvent) => note(`rejection: ${reason}`));
  listen(
    document,
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (!blockedURI.startsWith(location.origin)) note(`loads ${effectiveDirective} ${blockedURI}`);
    },
  );
  listen(window, 'hashchange', () => note('hashchange'));
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    listen(navigation, 'navigate', (event: Event & { destination: { url: string } }) => {
      note(`navigates to ${event.destination.url}`);
      event.preventDefault();
    });
  }
  // A click on a link is a click; where it leads is looked at instead.
  listen(window, 'click', (event: Event) => event.preventDefault());
  listen(window, 'submit', (event: Event) => {
    note('submits a form');
    event.preventDefault();
  });
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) if (isForeign(name)) note(`asked ${name}`);
  });
  observer.observe({ type: 'resource' });
  undo.push(() => observer.disconnect());

  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);

  const globals = new Set(Object.getOwnPropertyNames(window));
  const before = state();
  return {
    happened() {
      const now = state();
      const changed = Object.keys(before).filter((name) => before[name] !== now[name]);
      const added = Object.getOwnPropertyNames(window).filter((name) => !globals.has(name));
      return [
        ...seen,
        ...changed.map((name) => `${name}: ${now[name]}`),
        ...added.map((name) => `window.${name}`),
      ];
    },
    stop() {
      for (const step of undo) step();
    },
  };
}

function isForeign(address: string): boolean {
  return /^\w+:\/\//.test(address) && new URL(address).host !== location.host;
}

function state(): Record<string, string | number> {
  const { title, cookie, designMode, documentElement, head, body } = document;
  return {
    title,
    cookie,
    designMode,
    address: location.href,
    history: history.length,
    name: window.name,
    storage: localStorage.length + sessionStorage.length,
    base: document.baseURI,
    // Attributes of the page's own elements, and how many stand in its head.
    root: (documentElement.cloneNode() as Element).outerHTML + (body.cloneNode() as Element).outerHTML,
    head: head.childElementCount,
    focus: document.activeElement?.localName ?? '',
    dialogs: document.querySelectorAll(':modal, :popover-open').length,
    prototype: JSON.stringify(Object.keys(Object.prototype)),
  };
}

const EVENTS = ['mouseover', 'pointerdown', 'focus', 'error', 'load', 'toggle', 'animationend'];

/** What a reader might do with each element, and what might happen to it. */
export function poke(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    for (const type of EVENTS) element.dispatchEvent(new Event(type));
    if (/^(?:a|img|summary|input|label)$/.test(element.localName)) element.click();
  }
}
