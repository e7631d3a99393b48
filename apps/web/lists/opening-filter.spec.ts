import type { SessionView } from '#contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { placeOfFilters, type KeptFilters } from './kept-filters.js';
import { openingFilter, type Entering } from './opening-filter.js';

const schema = z.object({
  q: z.string().optional().catch(undefined),
  state: z.enum(['open']).optional().catch(undefined),
});
const session = { person: { id: 'p1' } } as SessionView;
const shelf = new Map<string, string>();
const keep = (kept: KeptFilters): unknown => shelf.set(placeOfFilters('tasks', 'p1'), JSON.stringify(kept));

let places = 0;
const entering = (change: Partial<Entering> = {}): Entering => ({
  cause: 'enter',
  location: { state: { __TSR_key: `place-${(places += 1)}` } },
  search: {},
  context: { session },
  ...change,
});
const opening = (change?: Partial<Entering>) => openingFilter('tasks', schema, entering(change));

describe('a page opens', () => {
  beforeAll(() => {
    // The kept things are those of a browser's window.
    Object.assign(globalThis, {
      window: { localStorage: { getItem: (at: string) => shelf.get(at) ?? null } },
    });
    keep({ saved: [{ name: '在办', conditions: { state: 'open' } }], opensWith: '在办' });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  it('with the filter that the person chose for it', () => {
    expect(opening()).toEqual({ state: 'open' });
    expect(openingFilter('lines', schema, entering())).toBeNull();
    const another = { person: { id: 'p2' } } as SessionView;
    expect(opening({ context: { session: another } })).toBeNull();
  });

  it('with what its address says, if that says anything', () => {
    expect(opening({ search: { q: '创业' } })).toBeNull();
    expect(opening({ search: { q: undefined } })).toEqual({ state: 'open' });
  });

  it('as it was left, for one who cleared it there or comes back', () => {
    expect(opening({ cause: 'stay' })).toBeNull();
    const location = { state: { __TSR_key: 'the same place' } };
    expect(opening({ cause: 'stay', location })).toBeNull();
    expect(opening({ location })).toBeNull();
  });

  it('with nothing while one only points at a link to it', () => {
    const location = { state: { __TSR_key: 'pointed at' } };
    expect(opening({ cause: 'preload', location })).toBeNull();
    expect(opening({ location })).toEqual({ state: 'open' });
  });

  it('with everything where the filter is gone, or nothing of it is a condition any more', () => {
    keep({ saved: [], opensWith: '在办' });
    expect(opening()).toBeNull();
    keep({ saved: [{ name: '在办', conditions: { state: 'elsewhere' } }], opensWith: '在办' });
    expect(opening()).toBeNull();
  });
});
