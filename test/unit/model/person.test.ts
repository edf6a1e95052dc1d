import { expect } from 'chai';
import { toPerson } from '../../../src/model/person.js';
import { fromJson, plain, WRONG_TYPES } from './support.js';

describe('a person', () => {
  it('has an id, a name, a page, a picture and a badge', () => {
    const input = {
      id: 7,
      name: ' Jo\u202E  Doe ',
      url: '/jo',
      avatar: 'jo.png',
      badge: 'staff',
      email: 'jo@example.org',
    };
    expect(toPerson(input, 'https://example.org/people/')).to.deep.equal({
      id: '7',
      name: 'Jo Doe',
      url: 'https://example.org/jo',
      avatar: 'https://example.org/people/jo.png',
      badge: 'staff',
    });
  });

  it('may be a bare name', () => {
    expect(toPerson(' Jo  Doe ')).to.deep.equal({ name: 'Jo Doe' });
    expect(toPerson(1984)).to.deep.equal({ name: '1984' });
  });

  it('has an empty name when the source gave none', () => {
    for (const value of WRONG_TYPES) {
      expect(toPerson(value).name, typeof value).to.equal('');
      expect(plain(toPerson({ name: value })), typeof value).to.deep.equal({ name: '' });
    }
  });

  it('has no page and no picture that runs or embeds anything', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://a:b@example.org/', {}, 5]) {
      const person = toPerson({ name: 'Jo', url, avatar: url }, 'https://example.org/');
      expect(plain(person), String(url)).to.deep.equal({ name: 'Jo' });
    }
    expect(toPerson({ name: 'Jo', url: 'mailto:jo@example.org' }).url).to.equal('mailto:jo@example.org');
    expect(toPerson({ name: 'Jo', avatar: 'mailto:jo@example.org' }).avatar).to.equal(undefined);
  });

  it('has no badge but those that we know', () => {
    for (const badge of ['author', 'staff', 'bot'])
      expect(toPerson({ name: 'Jo', badge }).badge).to.equal(badge);
    for (const badge of ['Author', 'admin', '', 'constructor', ['author'], true, null, {}]) {
      expect(toPerson({ name: 'Jo', badge }).badge, String(badge)).to.equal(undefined);
    }
  });

  it('has nothing that is inherited', () => {
    const fields = { name: 'Eve', badge: 'staff', url: 'https://example.org/' };
    expect(plain(toPerson(Object.create(fields)))).to.deep.equal({ name: '' });
    const json = `{"name": "Jo", "__proto__": ${JSON.stringify(fields)}}`;
    expect(plain(toPerson(fromJson(json)))).to.deep.equal({ name: 'Jo' });
  });
});
