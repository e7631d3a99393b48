import { letterLinks, secretBox } from './index.js';

const TO = {
  letterId: '0d5d7d6e-4f43-4b4e-9d56-000000000001',
  personId: '1b2c3d4e-4f43-4b4e-9d56-000000000002',
  expiresAt: '2024-10-15T01:00:00.000Z',
};
const links = letterLinks(secretBox(Buffer.alloc(32, 7)));
const token = links.make(TO);

describe('the link of a letter', () => {
  it('names its letter and its end, and is for its addressee alone', () => {
    const claim = links.read(token);
    expect(claim).toMatchObject({ letterId: TO.letterId, expiresAt: TO.expiresAt });
    expect(claim?.isFor(TO.personId)).toBe(true);
    expect(claim?.isFor('1b2c3d4e-4f43-4b4e-9d56-000000000003')).toBe(false);
  });

  it('is the same each time, so that a repeat has the same words', () => {
    expect(links.make(TO)).toBe(token);
  });

  it('with any one sign changed is nobody’s', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const claim = links.read(`${token.slice(0, at)}${other}${token.slice(at + 1)}`);
      expect(claim?.isFor(TO.personId)).toBe(false);
    }
  });

  it('cannot be made to last longer, nor for another letter, without the key', () => {
    const mac = Buffer.from(token, 'base64url').subarray(20);
    const longer = Buffer.from(links.make({ ...TO, expiresAt: '2034-10-15T01:00:00.000Z' }), 'base64url');
    const pasted = Buffer.concat([longer.subarray(0, 20), mac]).toString('base64url');
    expect(links.read(pasted)?.expiresAt).toBe('2034-10-15T01:00:00.000Z');
    expect(links.read(pasted)?.isFor(TO.personId)).toBe(false);
  });

  it('of another installation is nobody’s here', () => {
    const made = letterLinks(secretBox(Buffer.alloc(32, 8))).make(TO);
    expect(links.read(made)?.isFor(TO.personId)).toBe(false);
  });

  it.each(['', 'x', 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(63)}=`, `${'a'.repeat(63)}/`])(
    'made up as “%s” has not even the form',
    (made) => {
      expect(links.read(made)).toBeNull();
    },
  );
});
