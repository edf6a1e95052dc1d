import { expect } from 'chai';
import { NewsError } from '../../../src/model/news-error.js';

describe('an error of the library', () => {
  it('is an Error with a name, a kind and a sentence', () => {
    const error = new NewsError('not-found', 'No post matches.');
    expect(error).to.be.instanceOf(Error);
    expect(String(error)).to.equal('NewsError: No post matches.');
    expect(error.kind).to.equal('not-found');
    expect(error.stack).to.contain('news-error');
  });

  it('carries what is known', () => {
    const details = {
      status: 429,
      code: 'rest_too_many',
      fields: { email: 'Invalid.' },
      retryAfter: 30,
      url: 'https://example.org/',
      answer: { code: 'rest_too_many' },
    };
    expect({ ...new NewsError('rate-limited', 'Slow down.', details) }).to.deep.include(details);
  });

  it('says no more than is known', () => {
    const { status, code, fields, retryAfter, url, answer } = new NewsError('timeout', 'Too slow.');
    expect([status, code, retryAfter, url, answer]).to.deep.equal(Array(5).fill(undefined));
    expect(fields).to.deep.equal({});
  });
});
