import { describe, expect, it } from '@jest/globals';
import { arrangementSchema, fieldsShown, inOrder, movedTo, shownOf } from './list-columns.js';

const columns = [
  { key: 'code', title: '编号', fields: ['code'], stays: true },
  { key: 'lead', title: '牵头单位', fields: ['leads', 'supportCount'] },
  { key: 'state', title: '状态', fields: ['stateLabel', 'leads'] },
  { key: 'due', title: '下一时限', fields: ['nextDue'] },
] as const;
const keys = (hidden: string[], order: string[] = []): string[] =>
  shownOf(inOrder(columns, order), hidden).map(({ key }) => key);

describe('the columns of a list', () => {
  it('are shown in their own order but for the hidden ones', () => {
    expect(keys([])).toEqual(['code', 'lead', 'state', 'due']);
    expect(keys(['lead'])).toEqual(['code', 'state', 'due']);
  });

  it('stay where they tell which row it is, and know nothing of a column that is no more', () => {
    expect(keys(['code', 'former', 'state', 'due'])).toEqual(['code', 'lead']);
  });

  it('stand as they were moved, behind those that stay; a new one follows the one that it follows in the list', () => {
    expect(keys([], ['due', 'code', 'state', 'lead'])).toEqual(['code', 'due', 'state', 'lead']);
    expect(keys([], ['former', 'due', 'lead'])).toEqual(['code', 'due', 'lead', 'state']);
    expect(keys(['lead'], ['due', 'lead'])).toEqual(['code', 'due', 'state']);
    expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  });

  it('are what a file has, each member once and in their order; as the list has them, it has everything', () => {
    const of = (hidden: string[], order: string[] = []) => fieldsShown(columns, { hidden, order });
    expect(of(['lead', 'due'])).toBe('code,stateLabel,leads');
    expect(of(['due'], ['due', 'state', 'lead'])).toBe('code,stateLabel,leads,supportCount');
    expect(of(['state', 'lead', 'due'])).toBe('code');
    expect(of(['code', 'former'], ['lead', 'state', 'due'])).toBeUndefined();
  });

  it('are hidden as they were before they could be moved', () => {
    expect(arrangementSchema.parse(['lead'])).toEqual({ hidden: ['lead'], order: [] });
    expect(arrangementSchema.parse({ hidden: [], order: ['due'] })).toEqual({ hidden: [], order: ['due'] });
    expect(arrangementSchema.safeParse({ hidden: 1 }).success).toBe(false);
  });
});
