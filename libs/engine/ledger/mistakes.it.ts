import type ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { workbookCells, writeWorkbook } from '#documents';
import {
  fillInSheet,
  identitySheet,
  judgeRows,
  markedSheets,
  readFillIn,
  readIdentity,
  signedText,
  type JudgedRow,
  type LedgerIdentity,
  type OwedItem,
} from '#products';
import { libreOffice, EditedWorkbook, GOOD } from '#testing';
import { throughOffice } from './testing/through-office.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
const withOffice = libreOffice === undefined ? it.skip : inCi;
if (libreOffice === undefined)
  console.warn('skipped: LibreOffice is not installed, workbooks do not go through it');

const NOW = '2024-04-19T02:00:00.000Z';
/** The tasks of the bundled plan, each owed by its lead for one period. */
const ITEMS: OwedItem[] = bundledTasks().map(({ code, title }, at): OwedItem => ({
  obligationId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  revision: 0,
  sittingId: `00000000-0000-4000-8000-a${String(at % 7).padStart(11, '0')}`,
  unit: { id: `unit-${at % 7}`, name: `区第${(at % 7) + 1}局` },
  period: { key: '2024-04 中旬', label: '2024年4月中旬' },
  dueAt: '2024-04-19T09:30:00.000Z',
  task: { id: `task-${at}`, code, title, deadlineOn: '2024-12-31' },
  state: 'open',
  returnReason: null,
  expected: 30,
  last:
    at % 3 === 0
      ? null
      : {
          progress: 20,
          noChange: false,
          done: '开展前期工作',
          problems: '',
          helpWanted: '',
          nextSteps: '',
          readings: [],
        },
  filed: null,
  indicators: at % 5 === 1 ? [{ position: 0, name: '完成率', target: '≥96%', unit: '%', lastValue: 90 }] : [],
  noChange: { allowed: at % 3 === 1, inARow: at % 3 === 1 ? 0 : 2 },
  mayFile: true,
}));
const IDENTITY: LedgerIdentity = {
  ...{ installation: 'here', jurisdictionId: '430811', planId: 'plan', planTitle: '“八大行动”实施方案' },
  ...{ period: '2024-04 中旬', periodLabel: '2024年4月中旬', scope: 'plan:plan', madeAt: NOW },
  rows: ITEMS.map(({ obligationId, revision, task, unit, period }) => ({
    ...{ obligationId, revision, code: task.code, unit: unit.name, period: period.label },
  })),
};

interface Case {
  /** On which rows: without a last report, one that may stay as it was, one that may not, one with an indicator. */
  on?: (item: OwedItem) => boolean;
  cells: Readonly<Record<string, ExcelJS.CellValue>>;
  /** The column in which it is found. */
  at: string;
  why: string;
}
const first = ({ last }: OwedItem): boolean => last === null;
const P = '本期进度（%）';
/** Every kind of mistake that a cell or a row can hold, and where it is found. */
const MISTAKES: readonly Case[] = [
  { cells: { [P]: 145, 本期进展: '完成' }, at: P, why: '超出范围' },
  { cells: { [P]: -1, 本期进展: '完成' }, at: P, why: '超出范围' },
  { cells: { [P]: '过半', 本期进展: '完成' }, at: P, why: '不是百分数' },
  { cells: { [P]: '约60%', 本期进展: '完成' }, at: P, why: '不是百分数' },
  { cells: { [P]: '40—50', 本期进展: '完成' }, at: P, why: '不是百分数' },
  { cells: { [P]: new Date('2024-04-05T00:00:00Z'), 本期进展: '完成' }, at: P, why: '成了日期' },
  {
    cells: { [P]: { error: '#DIV/0!' }, 本期进展: '完成' },
    at: P,
    why: '公式出错',
  },
  {
    cells: { [P]: { formula: 'H9+10' }, 本期进展: '完成' },
    at: P,
    why: '没有计算结果',
  },
  { cells: { 本期进展: '完成' }, at: P, why: '没有填写' },
  { cells: { [P]: 50 }, at: '本期进展', why: '没有写明' },
  { cells: { [P]: 50, 本期进展: '   ' }, at: '本期进展', why: '没有写明' },
  { cells: { 存在问题: '资金没有到位' }, at: P, why: '没有填写' },
  { cells: { [P]: 50, 本期进展: '字'.repeat(4001) }, at: '本期进展', why: '超过 4000 字' },
  {
    cells: { [P]: 50, 本期进展: '完成', 下一步打算: '字'.repeat(4001) },
    at: '下一步打算',
    why: '超过 4000 字',
  },
  { cells: { [P]: 50, 较上期无变化: '大概', 本期进展: '完成' }, at: '较上期无变化', why: '不在可选范围' },
  { on: first, cells: { 较上期无变化: '是' }, at: '较上期无变化', why: '首次填报' },
  {
    on: ({ last, noChange }) => last !== null && !noChange.allowed,
    cells: { 较上期无变化: '是' },
    at: '较上期无变化',
    why: '已连续 2 期',
  },
  {
    on: ({ last, noChange }) => last !== null && noChange.allowed,
    cells: { 较上期无变化: '是', [P]: 25 },
    at: '较上期无变化',
    why: '由 20% 改为 25%',
  },
  {
    on: ({ indicators }) => indicators.length > 0,
    cells: { ...GOOD, 指标1读数: '很高' },
    at: '指标1读数',
    why: '不是数字',
  },
  {
    on: ({ indicators }) => indicators.length === 0,
    cells: { ...GOOD, 指标1读数: 96 },
    at: '指标1读数',
    why: '没有第 1 项指标',
  },
];
/** What looks like a mistake, and is none. */
const GOOD_ROWS: readonly {
  on?: (item: OwedItem) => boolean;
  cells: Case['cells'];
  progress: number;
  done?: string;
}[] = [
  { cells: { [P]: '45%', 本期进展: '=1+1 开头的话' }, progress: 45, done: '=1+1 开头的话' },
  { cells: { [P]: 0.45, 本期进展: '-暂缓部分' }, progress: 45, done: '-暂缓部分' },
  { cells: { [P]: '百分之四十五', 本期进展: '@各镇' }, progress: 45, done: '@各镇' },
  { cells: { [P]: '４５％', 本期进展: 2024 }, progress: 45, done: '2024' },
  {
    cells: {
      [P]: { formula: 'H9+10', result: 55 },
      本期进展: { richText: [{ text: '完成' }, { text: '招标' }] },
    },
    progress: 55,
    done: '完成招标',
  },
  { cells: { [P]: 100, 较上期无变化: '否', 本期进展: '办结\n已验收' }, progress: 100, done: '办结\n已验收' },
  {
    on: ({ last, noChange }) => last !== null && noChange.allowed,
    cells: { 较上期无变化: '√' },
    progress: 20,
  },
  { on: ({ indicators }) => indicators.length > 0, cells: { ...GOOD, 指标1读数: '９６％' }, progress: 45 },
];

interface Planned {
  mistake?: Case;
  good?: (typeof GOOD_ROWS)[number];
}

/** Every row of the plan gets a mistake or a good row in turn, so far as it is one that can have it. */
function planned(): Map<string, Planned> {
  const all: Planned[] = [
    ...MISTAKES.map((mistake) => ({ mistake })),
    ...GOOD_ROWS.map((good) => ({ good })),
  ];
  const plan = new Map<string, Planned>();
  const left = new Set(ITEMS);
  for (let round = 0; left.size > 0; round += 1) {
    const one = all[round % all.length] ?? {};
    const on = (one.mistake ?? one.good)?.on;
    const item = [...left].find((each) => on?.(each) ?? true);
    if (item === undefined) continue;
    left.delete(item);
    // The last tenth is left empty.
    plan.set(item.obligationId, plan.size >= ITEMS.length * 0.9 ? {} : one);
  }
  return plan;
}

describe('149 rows that were filled in with every kind of mistake', () => {
  const plan = planned();
  const columnOf = (book: EditedWorkbook, header: string): number => book.column(header);
  const fillAll = (book: EditedWorkbook): void => {
    const { row: head } = book.head;
    const id = columnOf(book, '标识（勿改）');
    const columns = book.head.columns;
    for (let at = head + 1; at <= book.sheet.rowCount; at += 1) {
      const { mistake, good } = plan.get(book.sheet.getCell(at, id).text) ?? {};
      for (const [header, value] of Object.entries(mistake?.cells ?? good?.cells ?? {})) {
        const cell = book.sheet.getCell(at, columns.get(header) ?? 0);
        cell.value = value;
        if (value instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy-mm-dd' };
      }
    }
  };
  const made = async (many = ITEMS.length): Promise<EditedWorkbook> => {
    const items = ITEMS.slice(0, many);
    const identity = { ...IDENTITY, rows: IDENTITY.rows.slice(0, many) };
    return EditedWorkbook.open(
      await writeWorkbook([
        fillInSheet(
          identity,
          items.map((item) => ({ item })),
          NOW,
        ),
        identitySheet(identity, signedText(identity)),
      ]),
    );
  };
  const judge = (
    bytes: Uint8Array,
  ): { rows: JudgedRow[]; strays: ReturnType<typeof readFillIn>['strays'] } => {
    const sheets = workbookCells(bytes);
    const read = readIdentity(sheets);
    if (!read.found) throw new Error('no identity');
    expect(read.signature).toBe(signedText(read.identity));
    const { rows, strays } = readFillIn(sheets, read.identity);
    return {
      rows: judgeRows(rows, new Map(ITEMS.map((item) => [item.obligationId, item])), read.identity, NOW),
      strays,
    };
  };
  const expectAll = (rows: readonly JudgedRow[]): void => {
    expect(rows).toHaveLength(149);
    for (const { typed, outcome, faults, report } of rows) {
      const { mistake, good } = plan.get(typed.obligationId) ?? {};
      if (mistake !== undefined) {
        expect([mistake.cells, outcome]).toEqual([mistake.cells, 'error']);
        const key = {
          [P]: 'progress',
          本期进展: 'done',
          较上期无变化: 'noChange',
          下一步打算: 'nextSteps',
          指标1读数: 'reading1',
        }[mistake.at];
        expect(faults).toContainEqual({
          field: key,
          message: expect.stringContaining(mistake.why) as string,
        });
      } else if (good !== undefined) {
        expect([good.cells, outcome, faults]).toEqual([good.cells, 'file', []]);
        expect(report).toMatchObject({
          progress: good.progress,
          ...(good.done === undefined ? {} : { done: good.done }),
        });
      } else expect(outcome).toBe('untouched');
    }
  };

  inCi(
    'are each found at their cell, the good ones are good, and nothing that was typed is lost',
    async () => {
      expect(new Set([...plan.values()].flatMap(({ mistake }) => mistake ?? [])).size).toBe(MISTAKES.length);
      const book = await made();
      fillAll(book);
      const { rows, strays } = judge(await book.bytes());
      expectAll(rows);

      const back = await EditedWorkbook.open(await writeWorkbook(markedSheets(IDENTITY, rows, strays, NOW)));
      const left = rows.filter(({ outcome }) => outcome !== 'file');
      expect(back.codes()).toHaveLength(left.length);
      const id = back.column('标识（勿改）');
      const { row: head, columns } = back.head;
      for (let at = head + 1, n = 0; n < left.length; at += 1, n += 1) {
        const mistake = plan.get(back.sheet.getCell(at, id).text)?.mistake;
        for (const [header, value] of Object.entries(mistake?.cells ?? {}))
          if (typeof value === 'string' && value.trim() !== '')
            expect(back.sheet.getCell(at, columns.get(header) ?? 0).text).toBe(value);
        if (mistake !== undefined)
          expect(back.sheet.getCell(at, columns.get('需处理的问题') ?? 0).text).toContain(mistake.why);
      }
    },
  );

  it('are the same rows after they were sorted, deleted, hidden, moved, renamed, joined and added to', async () => {
    const book = await made(9);
    const [a = '', b = '', c = '', d = '', e = ''] = book.codes();
    book
      .fill(a, GOOD)
      .fill(b, { ...GOOD, 本期进展: '二' })
      .fill(d, { ...GOOD, 本期进展: '并' })
      .fill(e, { [P]: 50 });
    const { sheet } = book;
    const done = book.column('本期进展');
    // The text of d stands for e too.
    sheet.mergeCells(book.row(d), done, book.row(e), done);
    sheet.getRow(book.row(b)).hidden = true;
    sheet.getCell(book.head.row, done).value = '进展情况（各单位填）';
    sheet.spliceRows(book.row(c), 1);
    const values = sheet.getRow(book.row(a)).values as ExcelJS.CellValue[];
    sheet.spliceRows(book.row(a), 1);
    sheet.spliceColumns(2, 0, []);
    const below = sheet.rowCount + 3;
    values.forEach((value, at) => (sheet.getCell(below, at >= 2 ? at + 1 : at).value = value));
    // A row of somebody's own, and one whose mark was lost.
    sheet.getCell(below + 1, 1).value = '自加任务';
    sheet.getCell(below + 1, done + 1).value = '自加的内容';
    const { rows, strays } = judge(await book.bytes());
    const of = (code: string) => rows.find(({ item }) => item?.task.code === code);
    expect([a, b, d, e].map((code) => [of(code)?.outcome, of(code)?.report?.done])).toEqual([
      ['file', GOOD.本期进展],
      ['file', '二'],
      ['file', '并'],
      ['file', '并'],
    ]);
    expect(of(c)).toBeUndefined();
    expect(strays.map(({ texts }) => texts)).toEqual([['自加任务', '自加的内容']]);
    const marked = markedSheets(IDENTITY, rows, strays, NOW);
    expect(marked.at(-1)).toMatchObject({
      name: '未对应的行',
      rows: [['填报', expect.any(Number), '自加任务', '自加的内容']],
    });
  });

  it('that are there twice are asked about, where they differ', async () => {
    const book = await made(9);
    const [a = '', b = ''] = book.codes();
    book.fill(a, GOOD).fill(b, GOOD);
    const last = book.sheet.rowCount + 1;
    for (const [code, words, at] of [
      [a, '另一种说法', last],
      [b, GOOD.本期进展, last + 1],
    ] as const) {
      (book.sheet.getRow(book.row(code)).values as ExcelJS.CellValue[]).forEach(
        (value, column) => (book.sheet.getCell(at, column).value = value),
      );
      book.sheet.getCell(at, book.column('本期进展')).value = words;
    }
    const { rows } = judge(await book.bytes());
    const of = (code: string) => rows.filter(({ item }) => item?.task.code === code);
    expect(of(a).map(({ outcome }) => outcome)).toEqual(['error', 'error']);
    expect(of(a)[0]?.faults[0]?.message).toContain(`与第 ${last} 行是同一事项而内容不同`);
    expect(of(b).map(({ outcome }) => outcome)).toEqual(['file']);
  });

  withOffice(
    'are read alike after LibreOffice has opened and saved them',
    async () => {
      const book = await made();
      fillAll(book);
      const saved = await throughOffice(await book.bytes(), 'xlsx');
      const { rows } = judge(saved);
      // A formula that was never worked out is worked out by it.
      expectAll(
        rows
          .filter(({ typed }) => plan.get(typed.obligationId)?.mistake?.why !== '没有计算结果')
          .concat(
            rows
              .filter(({ typed }) => plan.get(typed.obligationId)?.mistake?.why === '没有计算结果')
              .map((row) => ({
                ...row,
                outcome: 'error' as const,
                faults: [{ field: 'progress', message: '没有计算结果' }],
              })),
          ),
      );
    },
    120_000,
  );
});

function bundledTasks(): { code: string; title: string }[] {
  const yaml = readFileSync(
    new URL('../../../seeds/plans/wulingyuan-2024-eight-actions.yaml', import.meta.url),
    'utf8',
  );
  return yaml
    .split(/^ {2}- code: (?=A\S+\n {4}action:)/mu)
    .slice(1)
    .map((task) => ({
      code: /^\S+/u.exec(task)?.[0] ?? '',
      title: (/^ {4}title: (.+)$/mu.exec(task)?.[1] ?? '').replaceAll('"', ''),
    }));
}
