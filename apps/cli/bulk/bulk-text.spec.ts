import { bulkText } from './bulk-text.js';

describe('work on many subjects, in words', () => {
  const run = {
    work: 'clocks' as const,
    total: 3_000,
    done: 1_000,
    startedAt: '2024-04-30T09:30:00.000Z',
    movedAt: '2024-04-30T09:31:00.000Z',
    finishedAt: null,
  };

  it('says how far it is, and whether it is over', () => {
    expect(bulkText([])).toBe('还没有成批办理过。\n');
    expect(bulkText([run])).toBe(
      '到期办理（开期、关期、催办）：1000/3000（33%），2024-04-30 17:30开始，进行中或已中断，最近一批 2024-04-30 17:31\n',
    );
    expect(bulkText([{ ...run, done: 3_000, finishedAt: '2024-04-30T09:33:00.000Z' }])).toContain(
      '3000/3000（100%），2024-04-30 17:30开始，已办完，2024-04-30 17:33',
    );
  });
});
