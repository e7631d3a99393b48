import type { Block } from '../model/block.js';
import { figure, strong, text } from '../model/inline.js';
import type { OfficialDocument } from '../model/official-document.js';

const ACTION =
  '今年以来，各镇（街道）、区直各单位围绕高质量发展年度目标任务，压实责任、细化措施，总体进展平稳。';

const chart = (bars: readonly number[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="360" viewBox="0 0 800 360"><rect width="800" height="360" fill="#fff"/>${bars
    .map(
      (height, at) =>
        `<rect x="${70 + at * 90}" y="${300 - height * 2.5}" width="50" height="${height * 2.5}" fill="#444"/><text x="${95 + at * 90}" y="325" font-size="18" text-anchor="middle">行动${at + 1}</text><text x="${95 + at * 90}" y="${292 - height * 2.5}" font-size="16" text-anchor="middle">${height}%</text>`,
    )
    .join('')}<line x1="60" y1="300" x2="780" y2="300" stroke="#000"/></svg>`;

const body = (paragraphs: number): Block[] => [
  { kind: 'heading', level: 1, line: [text('总体情况')] },
  ...Array.from({ length: paragraphs }, (_, at): Block => ({
    kind: 'paragraph',
    line: [
      strong(`${['一', '二', '三'][at % 3] ?? ''}是`),
      text('全区共有任务'),
      figure('tasks.all', '149项'),
      text('，其中按期推进'),
      figure('tasks.onTrack', 131),
      text('项，占'),
      figure('tasks.onTrack.share', '87.9%'),
      text('；进展滞后'),
      figure('tasks.behind', 18),
      text(`项，涉及《武陵源区高质量发展年度行动方案》“十大行动”中的第${(at % 10) + 1}项。${ACTION}`),
      { kind: 'text', text: '望有关单位对照清单逐项整改，务求实效。', edited: true },
    ],
  })),
  { kind: 'heading', level: 1, line: [text('存在问题')] },
  { kind: 'heading', level: 2, line: [text('部分任务进展滞后')] },
  { kind: 'heading', level: 3, line: [text('项目前期手续办理较慢')] },
  { kind: 'paragraph', line: [text(ACTION)] },
  { kind: 'heading', level: 4, line: [text('用地报批')] },
  { kind: 'paragraph', line: [text(ACTION)] },
  { kind: 'heading', level: 2, line: [text('个别单位报送不及时')] },
  { kind: 'paragraph', line: [text(ACTION)] },
];

export const table = (rows: number): Block => ({
  kind: 'table',
  caption: '附表1　各行动进展情况',
  columns: [
    { title: '序号', width: 1, align: 'center' },
    { title: '行动名称', width: 4, align: 'left' },
    { title: '任务数', width: 1.4, align: 'center' },
    { title: '完成率', width: 1.6, align: 'right' },
    { title: '牵头单位', width: 3, align: 'left' },
  ],
  rows: Array.from({ length: rows }, (_, at) => [
    [text(String(at + 1))],
    [text(`科技创新能力提升行动${at % 3 === 0 ? '暨重点产业链供应链韧性提升工程' : ''}`)],
    [figure(`action.${at}.tasks`, 12)],
    [figure(`action.${at}.share`, `${(at * 7) % 100}.5%`)],
    [text('区发展和改革局')],
  ]),
});

export const picture: Block = {
  kind: 'picture',
  caption: '各行动完成率',
  alternative: '八个行动的完成率，最高92%，最低35%。',
  svg: chart([62, 80, 35, 92, 71, 55, 48, 66]),
  size: { width: 800, height: 360 },
};

/** A bulletin of two to three pages with everything in it; more with `rows`. */
export const bulletin = (paragraphs = 3, rows = 8): OfficialDocument => ({
  form: 'document',
  issuersMark: '武陵源区高质量发展督查室',
  number: { organ: '武政督', year: 2024, serial: 8 },
  title: '关于2024年一季度全区高质量发展重点任务落实情况的通报',
  addressees: ['各镇人民政府、街道办事处', '区直各单位'],
  body: [...body(paragraphs), picture, table(rows)],
  annexes: [
    { title: '进展滞后任务清单', body: [table(rows)] },
    {
      title: '一季度报送情况统计以及各牵头单位在规定时限内反馈情况的逐项说明和下一步工作安排建议',
      body: body(1),
    },
  ],
  signature: { issuers: ['武陵源区高质量发展督查室'], date: '2024-04-08', sealed: true },
  foot: {
    copiesTo: ['区委办公室', '区人大常委会办公室', '区政协办公室', '区纪委监委机关'],
    printedBy: '武陵源区高质量发展督查室办公室',
    printedOn: '2024-04-09',
  },
});

export const letter = (): OfficialDocument => ({
  form: 'letter',
  issuersMark: '武陵源区高质量发展督查室',
  number: { organ: '武政督函', year: 2024, serial: 12 },
  urgency: '特急',
  title: '关于报送4月上旬任务进展情况的提醒函',
  addressees: ['区文化旅游广电体育局'],
  body: [
    {
      kind: 'paragraph',
      line: [
        text('你单位牵头的'),
        figure('unit.behind', '3项'),
        text(`任务尚未报送4月上旬进展情况。${ACTION}`),
      ],
    },
    { kind: 'paragraph', line: [text('请于收到本函后2个工作日内补报，并说明原因。')] },
  ],
  annexes: [],
  signature: { issuers: ['武陵源区高质量发展督查室'], date: '2024-04-11', sealed: false },
  foot: null,
});

export const minutes = (): OfficialDocument => ({
  ...bulletin(2, 4),
  form: 'minutes',
  issuersMark: '武陵源区高质量发展调度会议',
  title: '2024年4月全区高质量发展调度会议纪要',
  addressees: [],
  annexes: [],
});

/** A report upward, issued jointly by three: signers beside the number, three names in the mark, three seals. */
export const jointReport = (): OfficialDocument => ({
  ...bulletin(2, 4),
  title: '关于一季度重点任务推进情况的专报',
  jointIssuers: ['武陵源区发展和改革局', '武陵源区财政局'],
  signers: ['张建国', '李明', '欧阳晓东'],
  addressees: ['指挥长'],
  annexes: [],
  signature: {
    issuers: ['武陵源区高质量发展督查室', '武陵源区发展和改革局', '武陵源区财政局'],
    date: '2024-04-08',
    sealed: true,
  },
});
