import { expect } from 'chai';
import { HostGate, MOST_IN_FLIGHT } from '../../../src/source/host-gate.js';
import { deferred, soon } from './support.js';

const never = new AbortController().signal;
const URL_A = 'https://a.example/x';

describe('HostGate', () => {
  it('lets so many through to one host, and the next when one is done, in their order', async () => {
    const gate = new HostGate();
    const begun: number[] = [];
    const requests = Array.from({ length: MOST_IN_FLIGHT + 2 }, () => deferred<void>());
    const all = requests.map(({ promise }, index) =>
      gate.run(`${URL_A}?${index}`, never, () => {
        begun.push(index);
        return promise;
      }),
    );
    await soon();
    expect(begun).to.deep.equal([0, 1, 2, 3, 4, 5]);
    requests[3]!.resolve();
    await soon();
    expect(begun).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
    for (const { resolve } of requests) resolve();
    await Promise.all(all);
    expect(begun.length).to.equal(MOST_IN_FLIGHT + 2);
  });

  it('keeps no host waiting for another one', async () => {
    const gate = new HostGate();
    const stuck = deferred<void>();
    for (let i = 0; i < MOST_IN_FLIGHT; i++) void gate.run(URL_A, never, () => stuck.promise);
    expect(await gate.run('https://b.example/', never, async () => 'through')).to.equal('through');
    stuck.resolve();
  });

  it('gives a place back also after a failure', async () => {
    const gate = new HostGate();
    for (let i = 0; i < MOST_IN_FLIGHT * 2; i++) {
      const failed = await gate
        .run(URL_A, never, () => Promise.reject(new Error('no')))
        .catch(() => 'failed');
      expect(failed).to.equal('failed');
    }
    expect(await gate.run(URL_A, never, async () => 'through')).to.equal('through');
  });

  it('who no longer wants to wait leaves the queue', async () => {
    const gate = new HostGate();
    const stuck = deferred<void>();
    const running = Array.from({ length: MOST_IN_FLIGHT }, () => gate.run(URL_A, never, () => stuck.promise));
    const controller = new AbortController();
    let ran = false;
    const waiting = gate.run(URL_A, controller.signal, async () => {
      ran = true;
    });
    const next = gate.run(URL_A, never, async () => 'next');
    controller.abort();
    expect(await waiting.catch(({ name }) => name)).to.equal('AbortError');
    stuck.resolve();
    await Promise.all(running);
    expect(await next).to.equal('next');
    expect(ran).to.equal(false);
  });

  it('knows how long a host wants to be left alone', () => {
    const gate = new HostGate();
    gate.close(URL_A, 5000);
    gate.close(URL_A, 1000);
    expect(gate.closedFor('https://a.example/y')).to.be.within(4500, 5000);
    expect(gate.closedFor('https://b.example/')).to.equal(0);
  });
});
