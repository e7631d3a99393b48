import { describe, expect, test } from '@jest/globals';
import { differences } from './differences.js';

describe('what differs between before and after', () => {
  test('is named place by place, and what is the same is left out', () => {
    expect(
      differences(
        { name: '张三', phone: '138', roles: [{ role: 'liaison' }], active: true },
        { name: '张三', phone: '139', roles: [{ role: 'liaison' }, { role: 'auditor' }], active: false },
      ),
    ).toEqual([
      { path: 'phone', before: '138', after: '139' },
      { path: 'active', before: 'true', after: 'false' },
      { path: 'roles.1.role', before: null, after: 'auditor' },
    ]);
  });

  test('tells a list of words as one', () => {
    expect(differences({ fields: ['name'] }, { fields: ['name', 'phone'] })).toEqual([
      { path: 'fields', before: 'name', after: 'name、phone' },
    ]);
  });

  test('is all that is there now where there was nothing, and nothing where there is nothing', () => {
    expect(differences(null, { a: { b: 0 } })).toEqual([{ path: 'a.b', before: null, after: '0' }]);
    expect(differences(null, null)).toEqual([]);
  });
});
