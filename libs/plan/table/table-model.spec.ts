import fc from 'fast-check';
import { unitNames } from '../clause/testing/clause-model.js';
import { extractBlocks } from '../document/extract-blocks.js';
import type { ColumnMeaning } from './column-meaning.js';

/** What a row of a table is to say, before it is put into cells. */
interface RowModel {
  readonly group: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly month: number;
}

const rows: fc.Arbitrary<RowModel[]> = fc.array(
  fc
    .record({
      group: fc.constantFrom('兴水行动', '兴教行动'),
      title: fc.constantFrom('整治河道', '修通水渠', '办好学校', '植树造林', '硬化村道'),
      names: unitNames,
      leaders: fc.integer({ min: 1, max: 3 }),
      month: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ names, leaders, ...row }) => {
      const lead = names.filter((name) => !/^各|有关|相关/.test(name)).slice(0, leaders);
      return { ...row, lead, support: names.filter((name) => !lead.includes(name)) };
    }),
  { minLength: 1, maxLength: 8 },
);

const HEADERS: Readonly<Partial<Record<ColumnMeaning, readonly string[]>>> = {
  number: ['序号', '编号', '序 号'],
  title: ['重点任务', '工作任务', '主要工作', '任务名称', '工作事项', '目标任务'],
  lead: ['牵头单位', '牵头部门', '牵头责任单位', '主办单位', '牵头单位（部门）'],
  support: ['配合单位', '参与单位', '协办单位', '配合部门', '参加部门'],
  deadline: ['完成时限', '完成时间', '时限要求', '办结时限', '时间节点'],
  people: ['责任领导', '分管领导', '责任人', '联系人'],
  remark: ['备注', '说明'],
};
const ORDERS: readonly (readonly ColumnMeaning[])[] = [
  ['number', 'title', 'lead', 'support', 'deadline', 'people', 'remark'],
  ['number', 'title', 'deadline', 'lead', 'support'],
  ['title', 'lead', 'support', 'people', 'deadline'],
  ['number', 'people', 'lead', 'support', 'title', 'deadline'],
];

interface Look {
  readonly order: readonly ColumnMeaning[];
  readonly words: number;
  readonly separator: string;
  readonly date: (month: number) => string;
  readonly groups: 'heading' | 'numbered';
  readonly twoRows: boolean;
  readonly again: boolean;
  readonly notes: boolean;
}
const looks: fc.Arbitrary<Look> = fc.record({
  order: fc.constantFrom(...ORDERS),
  words: fc.nat({ max: 29 }),
  separator: fc.constantFrom('、', '\n', '；', ' ', '、\n', '，'),
  date: fc.constantFrom<((month: number) => string)[]>(
    (month) => `${month}月底前`,
    (month) => `2025年${month}月`,
    (month) => `2025.${month}`,
    (month) => `2025/${month}/28`,
    (month) => `${month}月`,
    (month) => `2025年1月-${Math.max(2, month)}月`,
  ),
  groups: fc.constantFrom('heading', 'numbered'),
  twoRows: fc.boolean(),
  again: fc.boolean(),
  notes: fc.boolean(),
});

function inCells(models: readonly RowModel[], look: Look): string[][] {
  const { order } = look;
  const blank = order.map(() => '');
  const word = (meaning: ColumnMeaning): string => {
    const words = HEADERS[meaning] ?? [''];
    return words[look.words % words.length] ?? '';
  };
  const header = order.map(word);
  const units = order.indexOf('lead');
  const headers = look.twoRows
    ? [
        order.map((meaning, i) => (meaning === 'lead' ? '责任分工' : i === units + 1 ? '' : word(meaning))),
        header,
      ]
    : [header];
  const alone = (text: string): string[] => [text, ...blank.slice(1)];
  const cells: string[][] = [alone('河西县2025年重点任务清单'), alone('填报单位：河西县政府办'), ...headers];
  let group = '';
  models.forEach((model, i) => {
    if (model.group !== group) {
      group = model.group;
      cells.push(
        look.groups === 'numbered' && order[0] === 'number' && order[1] === 'title'
          ? ['一', group, ...blank.slice(2)]
          : alone(`${group === '兴水行动' ? '一' : '二'}、${group}`),
      );
    }
    const cell: Partial<Record<ColumnMeaning, string>> = {
      number: String(i + 1),
      title: `${model.title}第${i + 1}段`,
      lead: model.lead.join(look.separator),
      support: model.support.length > 0 ? model.support.join(look.separator) : '无',
      deadline: look.date(model.month),
      people: '张某某',
    };
    cells.push(order.map((meaning) => cell[meaning] ?? ''));
    if (look.again && i === 2) cells.push(...headers);
  });
  if (look.notes) cells.push(alone('合计'), alone('注：本表每月5日前更新。'));
  return cells;
}

const squash = (names: readonly string[]): string[] => names.map((name) => name.replace(/\s/g, '')).sort();

describe('a table of any model in any look', () => {
  it('gives the model back (700 tables)', () => {
    fc.assert(
      fc.property(rows, looks, (models, look) => {
        const cells = inCells(models, look);
        const { extraction } = extractBlocks({
          kind: 'xlsx',
          blocks: [
            { type: 'table', sheet: '表1', rows: cells.map((row, i) => ({ row: i + 1, cells: row })) },
          ],
        });
        const read = extraction.tasks.map((task) => ({
          group: task.section,
          title: task.title,
          lead: squash(task.lead),
          support: squash(task.support),
          month: Number(task.deadlines[0]?.date.slice(5, 7)),
          place: 'row' in task.span ? cells[task.span.row - 1]?.includes(task.title ?? '') : false,
        }));
        const wanted = models.map(({ group, title, lead, support, month }, i) => ({
          group,
          title: `${title}第${i + 1}段`,
          lead: squash(lead),
          support: squash(support),
          month: look.date(1).includes('-') ? Math.max(2, month) : month,
          place: true,
        }));
        expect({ cells, read }).toEqual({ cells, read: wanted });
      }),
      { numRuns: 700, seed: 20250606 },
    );
  });
});
