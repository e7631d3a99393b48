import { z } from 'zod';

/** The format of the data set; a change that a reader must know of gives it another number. */
export const OPEN_DATA_FORMAT = 'luoshi-open-data/1';

const count = (about: string) => z.int().nonnegative().describe(about);
const day = (about: string) => z.iso.date().describe(about);
const instant = (about: string) => z.iso.datetime().describe(about);
const words = (about: string) => z.string().describe(about);

/** 进度状态: of what was verified beside the working days gone by. */
export const SCHEDULE_WORDS = {
  onTrack: '达到序时进度',
  behind: '滞后',
  seriouslyBehind: '严重滞后',
} as const;
export const OUTCOME_WORDS = { closed: '已销号', foundTrue: '核实属实' } as const;

export const openTaskSchema = z.strictObject({
  id: words('稳定标识：行政区划代码/方案代号/任务编号'),
  code: words('任务编号'),
  action: words('所属行动的代号'),
  title: z.string().nullable().describe('任务名称；公开规定只写编号的为空'),
  leadUnits: z.array(z.string()).nullable().describe('牵头单位；公开规定不列单位的为空'),
  outcome: z
    .enum(['closed', 'foundTrue'])
    .describe('核实情况：closed 已销号，foundTrue 最近一次督查核实属实'),
  verifiedOn: z.iso.date().nullable().describe('最近一次督查核实的日期；未经抽查而按程序销号的为空'),
  progress: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .describe('经核实的进度（%）；已销号的、由几个单位牵头的、公开规定不列的为空'),
  schedule: z
    .enum(['onTrack', 'behind', 'seriouslyBehind'])
    .nullable()
    .describe(
      '经核实的进度与序时进度相比：onTrack 达到，behind 滞后，seriouslyBehind 严重滞后；核实后又有新进展、尚未再次核实的为空',
    ),
});

export const openIndicatorSchema = z.strictObject({
  id: words('稳定标识：任务标识/指标序号'),
  task: words('任务标识'),
  name: words('指标名称'),
  target: words('目标值（含比较符和计量单位）'),
  reading: z.string().nullable().describe('经核实的读数（含计量单位）；没有的为空'),
  reached: z.boolean().nullable().describe('是否达到目标；没有读数的为空'),
});

const tallies = {
  tasks: count('任务总数'),
  closed: count('其中已销号'),
  verified: count('其中经核实可以公开的（含已销号）'),
  onTrack: count('').nullable().describe('经核实的任务中达到序时进度的；公开规定不列的为空'),
  behind: count('').nullable().describe('经核实的任务中滞后的；公开规定不列的为空'),
  seriouslyBehind: count('').nullable().describe('经核实的任务中严重滞后的；公开规定不列的为空'),
};

export const openActionSchema = z.strictObject({
  id: words('稳定标识：行政区划代码/方案代号/行动代号'),
  code: words('行动代号'),
  name: words('行动名称'),
  ...tallies,
});

export const openTenDaysSchema = z.strictObject({
  period: words('旬，如 2024-05 上旬'),
  endsOn: day('该旬最后一天'),
  closed: count('该旬末已销号的任务数'),
  verified: count('该旬末经核实可以公开的任务数'),
});

/** 公开数据集: what of one plan or action and one period was released, frozen on the day. */
export const openDataSchema = z
  .strictObject({
    schema: z.literal(OPEN_DATA_FORMAT).describe('数据格式及其版本'),
    id: words('稳定标识：行政区划代码/方案代号[/行动代号]/报告期'),
    edition: z.int().positive().describe('第几版；2 以上为更正'),
    division: z.strictObject({ code: words('行政区划代码（GB/T 2260）'), name: words('行政区划名称') }),
    plan: z.strictObject({
      code: words('方案代号'),
      title: words('方案名称'),
      documentNumber: z.string().nullable().describe('方案文号'),
    }),
    action: z
      .strictObject({ code: words('行动代号'), name: words('行动名称') })
      .nullable()
      .describe('只关于一个行动的，该行动；关于整个方案的为空'),
    period: z.strictObject({
      key: words('报告期，如 2024-05'),
      label: words('报告期的中文写法'),
      start: day('第一天'),
      end: day('最后一天'),
    }),
    asOf: instant('数据截至的时刻（UTC）'),
    releasedAt: instant('发布的时刻（UTC）'),
    source: z.strictObject({
      publisher: words('发布机关'),
      document: words('所依据的公示的标题'),
    }),
    licence: z.strictObject({
      text: words('使用条件'),
      url: z.url().nullable().describe('使用条件全文的网址'),
    }),
    contact: z.string().nullable().describe('意见反映方式'),
    overview: z.strictObject({ ...tallies, undispatched: count('尚未下发的任务数') }),
    actions: z.array(openActionSchema).describe('各行动'),
    tasks: z.array(openTaskSchema).describe('经核实的任务'),
    indicators: z.array(openIndicatorSchema).describe('经核实的任务的指标；公开规定不列的为空表'),
    tenDays: z.array(openTenDaysSchema).describe('各旬末的数量；公开规定不列的为空表'),
  })
  .describe('落实情况公开数据集：只含已销号或最近一次督查核实属实的任务');

export type OpenData = z.infer<typeof openDataSchema>;
export type OpenTask = z.infer<typeof openTaskSchema>;
export type OpenIndicator = z.infer<typeof openIndicatorSchema>;
export type OpenTenDays = z.infer<typeof openTenDaysSchema>;

/** The published JSON Schema (2020-12) of the data set. */
export const openDataJsonSchema = (): object => ({
  ...z.toJSONSchema(openDataSchema),
  title: '落实情况公开数据集',
});

/** A data set as the bytes that are frozen: the same data, the same bytes. */
export const openDataBytes = (data: OpenData): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(openDataSchema.parse(data), null, 2)}\n`);

/** @throws ZodError where the bytes are no data set of this format */
export const readOpenData = (bytes: Uint8Array): OpenData =>
  openDataSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
