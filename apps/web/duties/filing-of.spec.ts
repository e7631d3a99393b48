import { describe, expect, it } from '@jest/globals';
import { filingOf } from './filing-of.js';

describe('what a duty’s form sends', () => {
  it('of a meeting: the decisions that have words, and those that are to be tasks by their places among them', () => {
    const filed = filingOf('meeting', {
      record: { heldOn: '2024-05-08', chairedBy: '召集人', attended: ['区林业局'], state: 'confirmed' },
      decisions: [
        { words: '  ' },
        { words: '加快苗木调拨' },
        { words: '报名单', makeTask: true, task: { leadUnitIds: ['u1'], deadlineOn: '' } },
      ],
    });
    expect(filed.record).toEqual({
      heldOn: '2024-05-08',
      chairedBy: '召集人',
      attended: ['区林业局'],
      decisions: ['加快苗木调拨', '报名单'],
      note: undefined,
    });
    expect(filed.tasks).toEqual([
      { decision: 1, title: '报名单', leadUnitIds: ['u1'], supportUnitIds: [], dispatch: false },
    ]);
  });

  it('of a part: only the readings that were given', () => {
    const filed = filingOf('part', { record: { text: '无变化' }, readings: [null, 96] });
    expect(filed.record).toMatchObject({ text: '无变化', readings: [{ position: 1, value: 96 }] });
  });
});
