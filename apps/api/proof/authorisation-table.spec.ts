import { describe, expect, test } from '@jest/globals';
import { ROUTES } from '#contract';
import { AUTHORISATION } from './testing/authorisation-table.js';

describe('the table of who may use which endpoint', () => {
  test('has an entry for every endpoint of the API, and for no other', () => {
    const missing = Object.entries(ROUTES)
      .filter(([id]) => !(id in AUTHORISATION))
      .map(
        ([id, { method, path }]) =>
          `${method.toUpperCase()} ${path} has no entry: say in apps/api/proof/testing/authorisation-table.ts, under "${id}", ` +
          'which roles may use it (may), and what {id} names (of)',
      );
    const left = Object.keys(AUTHORISATION)
      .filter((id) => !(id in ROUTES))
      .map(
        (id) => `"${id}" in apps/api/proof/testing/authorisation-table.ts is no endpoint any more: remove it`,
      );
    expect([...missing, ...left]).toEqual([]);
  });
});
