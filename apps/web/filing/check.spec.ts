import { describe, expect, it } from '@jest/globals';
import { checkAll, errorsOf, filingOf } from './check.js';
import { confirmed, touched, type Entry } from './draft.js';
import { anItem } from './testing.js';

const entry = (part: Partial<Entry> = {}): Entry => ({
  progress: 30,
  noChange: false,
  done: '完成招标',
  problems: '',
  helpWanted: '',
  carried: [],
  nextSteps: '',
  readings: {},
  ...part,
});
const [first, second] = [anItem('a'), anItem('b')];

describe('a filing before it is sent', () => {
  it('is complete with a figure and words for every task', () => {
    expect(checkAll([first, second], { a: entry(), b: entry() })).toEqual({});
  });

  it('needs words where something changed, and none for "no change"', () => {
    const found = checkAll([first, second], {
      a: entry({ done: ' ' }),
      b: entry({ done: '', noChange: true }),
    });
    expect(Object.keys(found)).toEqual(['a']);
    expect(found['a']).toHaveProperty('done');
  });

  it('does not offer "no change" in its words where it was used too often', () => {
    const used = anItem('a', { noChange: { allowed: false, inARow: 2 } });
    expect(checkAll([used], { a: entry({ done: '' }) })['a']?.['done']?.text).not.toContain('无变化');
    expect(checkAll([first], { a: entry({ done: '' }) })['a']?.['done']?.text).toContain('无变化');
  });

  it('takes no words of the last period for this one, until they are confirmed or changed', () => {
    const carried = entry({ carried: ['done', 'problems'] });
    expect(checkAll([first], { a: carried })['a']?.['done']).toMatchObject({ code: 'WordsNotConfirmed' });
    expect(checkAll([first], { a: confirmed(carried) })).toEqual({});
    expect(checkAll([first], { a: touched(carried, { done: '开工' }) })).toEqual({});
    expect(touched(carried, { done: '开工' }).carried).toEqual(['problems']);
  });

  it('sends no words that nobody sees, where "no change" is chosen', () => {
    const { reports } = filingOf([first], { a: entry({ noChange: true, helpWanted: '请协调用地' }) });
    expect(reports[0]).toMatchObject({ noChange: true, done: '', helpWanted: '', progress: 30 });
  });

  it.each([null, -1, 101])('refuses %p as progress', (progress) => {
    expect(checkAll([first], { a: entry({ progress }) })['a']).toHaveProperty('progress');
  });

  it('carries only readings that were entered', () => {
    const { reports } = filingOf([first], { a: entry({ readings: { '0': 12.5, '1': null } }) });
    expect(reports[0]?.readings).toEqual([{ position: 0, value: 12.5 }]);
  });
});

describe("the server's findings", () => {
  it('go to the row and field they speak of, by place in the package or by id', () => {
    const { rows } = errorsOf(
      [first, second],
      [
        { path: '/reports/1/progress', message: '超出范围' },
        { path: '/reports/a/done', message: '过于简单' },
      ],
      'InputInvalid',
    );
    expect(rows).toEqual({
      b: { progress: { code: 'InputInvalid', text: '超出范围' } },
      a: { done: { code: 'InputInvalid', text: '过于简单' } },
    });
  });

  it('that belong to no row are shown all the same', () => {
    const { rows, others } = errorsOf([first], [{ path: '/reports', message: '缺少两项' }], 'InputInvalid');
    expect(rows).toEqual({});
    expect(others).toEqual(['缺少两项']);
  });
});
