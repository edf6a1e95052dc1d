import { expect } from 'chai';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NewsError } from '../../../src/model/news-error.js';
import type { Io } from '../../../src/source/io.js';
import { Loader, type LoadRequest } from '../../../src/source/loader.js';
import { closeSource, deferred, newSite, serve, soon } from './support.js';

/** An element that does what Lit's does: asks its controllers when it is connected and before it draws. */
function host(style: Partial<CSSStyleDeclaration> = {}) {
  const controllers: ReactiveController[] = [];
  const element = document.createElement('div');
  element.textContent = 'news';
  Object.assign(element.style, style);
  let drawn = 0;
  const draw = () => {
    drawn++;
    for (const controller of controllers) controller.hostUpdate?.();
  };
  const reactive: ReactiveControllerHost & HTMLElement = Object.assign(element, {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => {},
    requestUpdate: draw,
    updateComplete: Promise.resolve(true),
  });
  return {
    element: reactive,
    draw,
    get drawn() {
      return drawn;
    },
    connect() {
      document.body.append(element);
      for (const controller of controllers) controller.hostConnected?.();
      draw();
    },
    disconnect() {
      element.remove();
      for (const controller of controllers) controller.hostDisconnected?.();
    },
  };
}

const hosts: ReturnType<typeof host>[] = [];

/** A loader whose answers are given by hand. */
function start(first?: Partial<LoadRequest>, style?: Partial<CSSStyleDeclaration>) {
  const own = host(style);
  hosts.push(own);
  const loads: { io: Io; answer(value: string): void; refuse(reason: unknown): void }[] = [];
  const told: unknown[] = [];
  let wanted: LoadRequest | undefined;
  const want = (request?: Partial<LoadRequest>) => {
    wanted = request && { subject: 'a', key: 'a', lazy: false, ...request };
  };
  want(first);
  const loader = new Loader<string>(own.element, {
    request: () => wanted,
    load: (io) => {
      const { promise, resolve, reject } = deferred<string>();
      loads.push({ io, answer: resolve, refuse: reject });
      return promise;
    },
    loaded: (value) => told.push(value),
    failed: (error) => told.push(error.kind),
  });
  return { host: own, loader, loads, told, want };
}

const BELOW = { position: 'absolute', top: '20000px' };
/** Long enough for the browser to have looked at what is visible. */
const looked = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20))));

describe('Loader', () => {
  afterEach(() => {
    for (const { disconnect } of hosts.splice(0)) disconnect();
    scrollTo(0, 0);
    closeSource();
  });

  it('loads, keeps the value, tells it and draws again', async () => {
    const { host, loader, loads, told } = start({});
    expect(loader.state).to.equal('idle');
    host.connect();
    expect(loader.state).to.equal('loading');
    const { drawn } = host;
    loads[0]!.answer('news');
    await soon();
    expect(loader).to.include({ state: 'ready', value: 'news', error: undefined });
    expect(told).to.deep.equal(['news']);
    expect(host.drawn).to.be.greaterThan(drawn);
    expect(loads.length, 'drawing again does not load again').to.equal(1);
  });

  it('is idle without a request, and when there is none any more', async () => {
    const { host, loader, loads, want } = start();
    host.connect();
    expect(loader.state).to.equal('idle');
    want({});
    host.draw();
    want();
    host.draw();
    expect(loader).to.include({ state: 'idle', value: undefined });
    expect(loads[0]!.io.signal.aborted).to.equal(true);
  });

  it('tells what went wrong', async () => {
    const { host, loader, loads, told } = start({});
    host.connect();
    const error = new NewsError('not-found', 'gone');
    loads[0]!.refuse(error);
    await soon();
    expect(loader).to.include({ state: 'error', error, value: undefined });
    expect(told).to.deep.equal(['not-found']);
  });

  for (const reason of [new TypeError('x is not a function'), 'x is not a function']) {
    it(`a bug that throws ${typeof reason === 'string' ? 'a word' : 'an error'} is parse, in its own words`, async () => {
      const { host, loader, loads } = start({});
      host.connect();
      loads[0]!.refuse(reason);
      await soon();
      expect(loader.error).to.be.instanceOf(NewsError).and.to.include({ kind: 'parse' });
      expect(loader.error!.message).to.contain('x is not a function');
    });
  }

  it('aborts the old load when the request changes, and takes no late answer', async () => {
    const { host, loader, loads, told, want } = start({ subject: 'a', key: 'a' });
    host.connect();
    want({ subject: 'b', key: 'b' });
    host.draw();
    expect(loads.map(({ io }) => io.signal.aborted)).to.deep.equal([true, false]);
    loads[1]!.answer('b');
    loads[0]!.answer('a');
    await soon();
    expect(loader.value).to.equal('b');
    want({ subject: 'c', key: 'c' });
    host.draw();
    want({ subject: 'd', key: 'd' });
    host.draw();
    loads[2]!.refuse(new NewsError('server', 'late'));
    await soon();
    expect(loader).to.include({ state: 'loading', error: undefined });
    expect(told).to.deep.equal(['b']);
  });

  it('keeps what is shown while the same subject is loaded in another way, and drops it for another subject', async () => {
    const { host, loader, loads, want } = start({ subject: 'a', key: 'a newest' });
    host.connect();
    loads[0]!.answer('newest');
    await soon();
    want({ subject: 'a', key: 'a oldest' });
    host.draw();
    expect(loader).to.include({ state: 'loading', value: 'newest' });
    want({ subject: 'b', key: 'b' });
    host.draw();
    expect(loader).to.include({ state: 'loading', value: undefined });
  });

  describe('reload', () => {
    it('keeps the value while it loads, and when that fails', async () => {
      const { host, loader, loads, told } = start({});
      host.connect();
      loads[0]!.answer('old');
      await soon();
      loader.reload();
      expect(loader).to.include({ state: 'loading', value: 'old' });
      loads[1]!.refuse(new NewsError('server', 'down'));
      await soon();
      expect(loader).to.include({ state: 'error', value: 'old' });
      loader.reload();
      expect(loader.error).to.equal(undefined);
      loads[2]!.answer('new');
      await soon();
      expect(loader).to.include({ state: 'ready', value: 'new', error: undefined });
      expect(told).to.deep.equal(['old', 'server', 'new']);
    });

    it('goes past what the page remembers', async () => {
      const url = `${newSite()}/posts`;
      const asked = serve({ [url]: {} });
      const { host, loader, loads } = start({});
      host.connect();
      await loads[0]!.io.json(url);
      loads[0]!.answer('old');
      await soon();
      loader.reload();
      await loads[1]!.io.json(url);
      expect(asked.map(({ cache }) => cache)).to.deep.equal(['default', 'no-cache']);
    });

    it('goes past it too when it was cut and is taken up again', async () => {
      const url = `${newSite()}/posts`;
      const asked = serve({ [url]: {} });
      const { host, loader, loads } = start({});
      host.connect();
      await loads[0]!.io.json(url);
      loads[0]!.answer('old');
      await soon();
      loader.reload();
      host.disconnect();
      host.connect();
      await loads[2]!.io.json(url);
      expect(asked.map(({ cache }) => cache)).to.deep.equal(['default', 'no-cache']);
    });

    it('cuts a load that is under way', async () => {
      const { host, loader, loads, told } = start({});
      host.connect();
      loader.reload();
      expect(loads.map(({ io }) => io.signal.aborted)).to.deep.equal([true, false]);
      loads[0]!.answer('first');
      loads[1]!.answer('second');
      await soon();
      expect(told).to.deep.equal(['second']);
    });

    it('does nothing without a request', () => {
      const { host, loader, loads } = start();
      host.connect();
      loader.reload();
      expect(loader.state).to.equal('idle');
      expect(loads.length).to.equal(0);
    });
  });

  describe('disconnected', () => {
    it('is aborted, and resumes when it is connected again', async () => {
      const { host, loader, loads, told } = start({});
      host.connect();
      host.disconnect();
      expect(loads[0]!.io.signal.aborted).to.equal(true);
      loads[0]!.answer('late');
      await soon();
      expect(told).to.deep.equal([]);
      host.connect();
      expect(loads.length).to.equal(2);
      loads[1]!.answer('news');
      await soon();
      expect(loader).to.include({ state: 'ready', value: 'news' });
    });

    it('does not load again what has been loaded, or has failed', async () => {
      for (const settle of ['answer', 'refuse'] as const) {
        const { host, loads } = start({});
        host.connect();
        loads[0]![settle]('news');
        await soon();
        host.disconnect();
        host.connect();
        expect(loads.length, settle).to.equal(1);
      }
    });

    it('ends a request for a next page too', async () => {
      const { host, loader, loads } = start({});
      host.connect();
      loads[0]!.answer('news');
      await soon();
      expect(loader.io.signal).to.equal(loads[0]!.io.signal);
      const { signal } = loader.io;
      host.disconnect();
      expect(signal.aborted).to.equal(true);
      host.connect();
      expect(loader.io.signal.aborted).to.equal(false);
    });
  });

  describe('lazy', () => {
    it('loads at once what is on screen', async () => {
      const { host, loads } = start({ lazy: true });
      host.connect();
      expect(loads.length).to.equal(0);
      await looked();
      expect(loads.length).to.equal(1);
    });

    it('waits until the element comes near, then loads once', async () => {
      const { host, loader, loads } = start({ lazy: true }, BELOW);
      host.connect();
      await looked();
      expect(loads.length).to.equal(0);
      expect(loader.state).to.equal('loading');
      scrollTo(0, 20_000 - innerHeight - 1100);
      await looked();
      expect(loads.length).to.equal(1);
      scrollTo(0, 0);
      await looked();
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(1);
    });

    it('asks for what is wanted when it comes near, not for what was wanted before', async () => {
      const { host, loads, want } = start({ lazy: true, key: 'a' }, BELOW);
      host.connect();
      want({ lazy: true, subject: 'b', key: 'b' });
      host.draw();
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(1);
      expect(loads[0]!.io.signal.aborted).to.equal(false);
    });

    it('does not wait again once it was near', async () => {
      const { host, loads, want } = start({ lazy: true });
      host.connect();
      await looked();
      want({ lazy: true, subject: 'b', key: 'b' });
      host.draw();
      expect(loads.length).to.equal(2);
    });

    it('an element without a box of its own loads at once', async () => {
      const { host, loads } = start({ lazy: true }, { display: 'contents' });
      host.connect();
      await looked();
      expect(loads.length).to.equal(1);
    });

    it('a hidden element waits until it is shown', async () => {
      const { host, loads } = start({ lazy: true }, { display: 'none' });
      host.connect();
      await looked();
      expect(loads.length).to.equal(0);
      host.element.style.display = 'block';
      await looked();
      expect(loads.length).to.equal(1);
    });

    it('does not load what nobody wants any more', async () => {
      const { host, loader, loads, want } = start({ lazy: true }, BELOW);
      host.connect();
      want();
      host.draw();
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(0);
      expect(loader.state).to.equal('idle');
    });

    it('loads at once when it is no longer lazy', async () => {
      const { host, loads, want } = start({ lazy: true }, BELOW);
      host.connect();
      want({ lazy: false });
      host.draw();
      expect(loads.length).to.equal(1);
      want({ lazy: true });
      host.draw();
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(1);
    });

    it('does not wait for a reload', async () => {
      const { host, loader, loads } = start({ lazy: true }, BELOW);
      host.connect();
      loader.reload();
      expect(loads.length).to.equal(1);
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(1);
    });

    it('stops looking when it is disconnected, and looks again when it is back', async () => {
      const { host, loads } = start({ lazy: true }, BELOW);
      host.connect();
      host.disconnect();
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(0);
      host.connect();
      scrollTo(0, 20_000);
      await looked();
      expect(loads.length).to.equal(1);
    });
  });
});
