import { readClauseLine } from './read-clause-line.js';

describe('a line with a clause', () => {
  it('gives who leads and who takes part, by when', () => {
    expect(readClauseLine('牵头单位：省医保局；配合单位：财政厅；完成时限：6月底前', 2025)).toEqual({
      lead: ['省医保局'],
      support: ['财政厅'],
      canonicalLead: ['省医保局'],
      canonicalSupport: ['省财政厅'],
      openEnded: false,
      deadline: '2025-06-30',
      mode: 'lead-support',
    });
  });

  it('gives an answer of the same shape when it holds none', () => {
    const nothing = { lead: [], support: [], canonicalLead: [], canonicalSupport: [] };
    for (const line of ['', '（集装箱）', '茶叶、葛根'])
      expect(readClauseLine(line)).toEqual({ ...nothing, openEnded: false, deadline: null, mode: null });
  });
});
