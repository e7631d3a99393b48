import { describe, expect, it } from '@jest/globals';
import { fieldsShown, shownOf } from './list-columns.js';

const columns = [
  { key: 'code', title: '编号', fields: ['code'], stays: true },
  { key: 'lead', title: '牵头单位', fields: ['leads', 'supportCount'] },
  { key: 'state', title: '状态', fields: ['stateLabel', 'leads'] },
] as const;
const keys = (hidden: string[]): string[] => shownOf(columns, hidden).map(({ key }) => key);

describe('the columns of a list', () => {
  it('are shown in their own order but for the hidden ones', () => {
    expect(keys([])).toEqual(['code', 'lead', 'state']);
    expect(keys(['lead'])).toEqual(['code', 'state']);
  });

  it('stay where they tell which row it is, and know nothing of a column that is no more', () => {
    expect(keys(['code', 'former', 'state'])).toEqual(['code', 'lead']);
  });

  it('are what a file has, each member once; if none is hidden it has everything', () => {
    expect(fieldsShown(columns, ['lead'])).toBe('code,stateLabel,leads');
    expect(fieldsShown(columns, ['state', 'lead'])).toBe('code');
    expect(fieldsShown(columns, ['code', 'former'])).toBeUndefined();
  });
});
