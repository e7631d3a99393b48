import {
  extentOf,
  LEAST_TEXT,
  SHEET_HEIGHT,
  SHEET_WIDTH,
  sheetSvg,
  type Sheet,
  type SheetText,
} from '#charts';
import { periodFacts, wallSheets } from '../index.js';
import { busyMonth, filing, sampleRecord, standing, task } from '../testing/sample-record.js';

/** A plan of eight actions, 45 units with long names, 160 tasks of which every third is late. */
const large = () => {
  const actions = Array.from({ length: 8 }, (_, at) => ({
    id: `a${at}`,
    code: `A${at + 1}`,
    name: `${'提升'.repeat(at + 2)}行动`,
    office: null,
  }));
  const units = Array.from({ length: 45 }, (_, at) => ({
    id: `u${at}`,
    name: `示例区${'长'.repeat(at % 27)}局`,
  }));
  const tasks = Array.from({ length: 160 }, (_, at) =>
    task(`t${at}`, {
      code: `A${(at % 8) + 1}-${String(Math.floor(at / 8) + 1).padStart(2, '0')}`,
      title: `${'推进重点工程'.repeat(9)}${at}`,
      actionId: `a${at % 8}`,
      stood: [
        standing({ leadUnitIds: [`u${at % 45}`] }),
        standing({
          leadUnitIds: [`u${at % 45}`, `u${(at + 1) % 45}`],
          ...(at % 3 === 0 && {
            lag: 25.25,
            schedule: 'seriouslyBehind' as const,
            pastDeadline: at % 2 === 0,
          }),
        }),
      ],
    }),
  );
  const filings = tasks.map(({ id }, at) =>
    filing(`f${at}`, { taskId: id, unitId: `u${at % 45}`, outcome: at % 4 === 0 ? 'late' : 'onTime' }),
  );
  return sampleRecord('2024-05', { actions, units, tasks, filings });
};

const RECORDS = {
  'a busy month': busyMonth(),
  'a large plan': large(),
  'an empty plan': sampleRecord('2024-05', { tasks: [], filings: [] }),
  'one task': sampleRecord('2024-05'),
};

const texts = ({ marks }: Sheet): SheetText[] => marks.filter((mark) => mark.kind === 'text');

describe.each(Object.entries(RECORDS))('the wall charts of %s', (_, record) => {
  const sheets = wallSheets(periodFacts(record));

  it('are read from the back row: no text is smaller than a thirty-sixth of the height', () => {
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets)
      for (const { size, text } of texts(sheet)) expect([text, size >= LEAST_TEXT]).toEqual([text, true]);
  });

  it('have nothing over the edge, and no two texts one over the other', () => {
    for (const sheet of sheets) {
      const placed = texts(sheet).map((one) => ({ one, at: extentOf(one) }));
      for (const { one, at } of placed) {
        expect(at[0]).toBeGreaterThanOrEqual(0);
        expect(at[1]).toBeLessThanOrEqual(SHEET_WIDTH);
        expect(one.y).toBeLessThanOrEqual(SHEET_HEIGHT - one.size * 0.12);
      }
      const overlaps = placed.flatMap(({ one, at }, index) =>
        placed
          .slice(index + 1)
          .filter(
            ({ one: other, at: there }) =>
              at[0] < there[1] - 1 &&
              there[0] < at[1] - 1 &&
              one.y - one.size * 0.84 < other.y + other.size * 0.08 &&
              other.y - other.size * 0.84 < one.y + one.size * 0.08,
          )
          .map(({ one: other }) => `${one.text} | ${other.text}`),
      );
      expect(overlaps).toEqual([]);
    }
  });

  it('are the same bytes for the same facts', () => {
    expect(wallSheets(periodFacts(record)).map(sheetSvg)).toEqual(sheets.map(sheetSvg));
  });
});

describe('the wall charts of a plan', () => {
  it('are an overview, a sheet for each action with tasks, the units, and what is to be decided', () => {
    const titles = wallSheets(periodFacts(busyMonth())).map(({ title }) => title);
    expect(titles).toEqual([
      '2024年5月　《示例区“八大行动”实施方案》',
      '产业提升行动　2024年5月',
      '环境整治行动　2024年5月',
      '牵头单位填报按时率　2024年5月',
      '提请会议决定的事项　2024年5月',
    ]);
  });

  it('name every unit and lose no task that wants a decision without saying so', () => {
    const sheets = wallSheets(periodFacts(large()));
    const all = sheets.flatMap(texts).map(({ text }) => text);
    expect(sheets.filter(({ title }) => title.startsWith('牵头单位'))).toHaveLength(2);
    for (let place = 1; place <= 45; place += 1)
      expect(all.filter((text) => text.startsWith('示例区')).length).toBeGreaterThanOrEqual(45);
    expect(all).toContain('其余见调度单');
  });
});
