import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next.js';

describe('where one goes on after signing in', () => {
  it.each(['/', '/tasks', '/tasks/1?view=a#b', '/filing/%E5%8C%BA'])(
    'is %s where that is a page of ours',
    (next) => {
      expect(safeNext(next)).toBe(next);
    },
  );

  it.each([
    undefined,
    ['/tasks', '/inbox'],
    '',
    'tasks',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/sign-in/oidc',
    '/x"><script>',
    '/tasks\r\nSet-Cookie: a=b',
  ])('is the first page for %j', (next) => {
    const gone = safeNext(next);
    if (gone !== '/') expect(new URL(gone, 'https://here.example').origin).toBe('https://here.example');
    expect(gone).not.toMatch(/[\r\n\\]|^\/\//);
    if (typeof next !== 'string' || !next.startsWith('/x')) expect(gone).toBe('/');
  });
});
