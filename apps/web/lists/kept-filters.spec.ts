import { describe, expect, it } from '@jest/globals';
import {
  conditionsOf,
  faultsOfNames,
  filterInForce,
  isNarrowed,
  keptFiltersSchema,
  NO_FILTERS,
  withFilter,
} from './kept-filters.js';

const late = { name: '滞后', conditions: { schedule: 'behind', needs: true } };
const forestry = { name: '林业', conditions: { unit: 'u1' } };
const kept = { saved: [late, forestry], opensWith: '林业' };

describe('the conditions of an address', () => {
  it('are what is said in it', () => {
    expect(conditionsOf({ q: '创业', needs: true, state: undefined })).toEqual({ q: '创业', needs: true });
    expect(isNarrowed({ state: undefined })).toBe(false);
    expect(isNarrowed({ needs: true })).toBe(true);
  });

  it('are those of a saved filter, in whatever order they come', () => {
    expect(filterInForce(kept, { needs: true, schedule: 'behind', q: undefined })).toBe(late);
    expect(filterInForce(kept, { needs: true, schedule: 'behind', q: '创业' })).toBeNull();
    expect(filterInForce(kept, { unit: 'u2' })).toBeNull();
    expect(filterInForce(kept, {})).toBeNull();
  });
});

describe('a filter', () => {
  it('is kept at the end, or in the place of the one that had its name', () => {
    const more = withFilter(kept, '缺牵头', { needs: true, q: undefined }, false);
    expect(more.saved).toEqual([late, forestry, { name: '缺牵头', conditions: { needs: true } }]);
    const changed = withFilter(kept, '滞后', { schedule: 'seriouslyBehind' }, false);
    expect(changed.saved).toEqual([{ name: '滞后', conditions: { schedule: 'seriouslyBehind' } }, forestry]);
  });

  it('is what the page opens with if that was asked for, and no more if it was not', () => {
    expect(withFilter(kept, '滞后', { needs: true }, true).opensWith).toBe('滞后');
    expect(withFilter(kept, '滞后', { needs: true }, false).opensWith).toBe('林业');
    expect(withFilter(kept, '林业', { unit: 'u2' }, false).opensWith).toBeNull();
    expect(withFilter(NO_FILTERS, '全部', {}, false).opensWith).toBeNull();
  });

  it('needs a name of its own', () => {
    expect(faultsOfNames(['甲', ' ', '乙', '甲 '])).toEqual([null, 'empty', null, 'twice']);
  });

  it('is nothing where what was kept is something else', () => {
    expect(keptFiltersSchema.safeParse(kept).data).toEqual(kept);
    expect(keptFiltersSchema.safeParse({ saved: [{ name: '', conditions: {} }] }).success).toBe(false);
    expect(
      keptFiltersSchema.safeParse({ ...kept, saved: [{ name: 'a', conditions: { q: {} } }] }).success,
    ).toBe(false);
  });
});
