import { describe, expect, it } from '@jest/globals';
import { startOf } from './draft.js';
import { pasteInto, type Column } from './paste.js';
import { anItem, aReport } from './testing.js';

const task = anItem('a').task;
const items = ['A1-01', 'A1-02', 'A1-03'].map((code, index) =>
  anItem('abc'[index] ?? '', { task: { ...task, code }, lastReport: aReport() }),
);
const entries = Object.fromEntries(items.map((item) => [item.obligationId, startOf(item)]));
const paste = (text: string, obligationId = 'a', column: Column = 'progress') =>
  pasteInto(items, entries, text, { obligationId, column });

describe('a block pasted into the form', () => {
  it('goes by place from the cell that it was pasted in, and leaves what is empty in it', () => {
    const found = paste('45%\t完成选址\n50\t\t缺用地指标', 'b');
    expect(found.entries['b']).toMatchObject({ progress: 45, done: '完成选址', nextSteps: '启动招标' });
    expect(found.entries['c']).toMatchObject({ progress: 50, done: '完成方案', problems: '缺用地指标' });
    expect(found).toMatchObject({ rows: 2, cells: 4, errors: {}, left: [] });
    expect(found.entries['b']?.carried).toEqual(['nextSteps']);
  });

  it('goes by the numbers of the tasks where it has them, whatever their order', () => {
    const found = paste('A1-03\t30\t三\nA1-01\t10\t一\nB9-09\t90\t九');
    expect(found.entries['c']).toMatchObject({ progress: 30, done: '三' });
    expect(found.entries['a']).toMatchObject({ progress: 10, done: '一' });
    expect(found.left).toEqual(['“B9-09”不在本期要报的任务中，未填入']);
  });

  it('goes by headings where the first line has them', () => {
    const found = paste(
      '任务编号\t下步打算\t需协调事项\t本期完成情况\t完成进度\nA1-02\t验收\t请国土局定界\t开工\t66',
    );
    expect(found.entries['b']).toMatchObject({
      progress: 66,
      done: '开工',
      helpWanted: '请国土局定界',
      nextSteps: '验收',
    });
  });

  it('says of each cell that it cannot take why, and leaves that cell as it was', () => {
    const found = paste('四十\t做了\n0.45\t做了\n101%\t做了');
    expect(Object.values(found.errors).map((row) => row['progress']?.code)).toEqual([
      'ProgressOutOfRange',
      'ProgressAmbiguous',
      'ProgressOutOfRange',
    ]);
    expect(found.entries['a']).toMatchObject({ progress: 20, done: '做了' });
    expect(paste(`10\t${'长'.repeat(4001)}`).errors['a']?.['done']?.code).toBe('WordsTooLong');
  });

  it('says how much of it belongs to no task and to no column', () => {
    const found = paste('10\t一\n20\t二', 'c');
    expect(found.left).toEqual(['第 2 行没有对应的任务，未填入']);
    expect(paste('一\t二\t三', 'a', 'nextSteps').left).toEqual(['右边多出 2 列，未填入']);
  });

  it('takes "no change" for what it says, where it is still allowed', () => {
    expect(paste('10\t无变化').entries['a']).toMatchObject({ noChange: true, progress: 20 });
    const used = [anItem('a', { noChange: { allowed: false, inARow: 2 } })];
    const found = pasteInto(used, { a: startOf(anItem('a')) }, '无变化', {
      obligationId: 'a',
      column: 'done',
    });
    expect(found.errors['a']?.['done']?.code).toBe('NoChangeUsedUp');
  });
});
