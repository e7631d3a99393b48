import { z } from 'zod';
import { PRODUCT_CHANGES_ROUTES } from './product-changes.js';
import { PRODUCT_KINDS } from './product-names.js';
import { productBlockSchema } from './product.js';
import {
  idParamsSchema,
  idSchema,
  instantSchema,
  labelledSchema,
  named,
  versionSchema,
} from './primitives.js';

/** What a figure can be counted from: rows of the record. */
export const FIGURE_SOURCES = {
  task: '任务',
  obligation: '填报',
  notice: '督办文书',
  verification: '督查核实',
  meeting: '调度会',
  unit: '单位',
} as const;
export type FigureSource = keyof typeof FIGURE_SOURCES;
const SOURCES = Object.keys(FIGURE_SOURCES) as [FigureSource, ...FigureSource[]];

const figureShape = {
  name: z.string(),
  value: z.union([z.number(), z.string()]),
  /** As it stands in the text. */
  printed: z.string(),
  /** How many of what it was counted from; none: it was taken from the plan, the calendar, or worked out from other figures. */
  of: z.array(z.object({ kind: z.enum(SOURCES), label: z.string(), count: z.int().positive() })),
};

export const productFiguresSchema = named(
  'ProductFigures',
  z.object({
    /** When the record was looked at. */
    figuresAt: instantSchema,
    /** Issued: they stay as they are. A draft’s follow the data when it is refreshed. */
    frozen: z.boolean(),
    items: z.array(z.object(figureShape)),
  }),
);
export type ProductFigures = z.infer<typeof productFiguresSchema>;

/** One row of the record that a figure was counted from. */
export const figureRowSchema = named(
  'ProductFigureRow',
  z.object({
    kind: z.enum(SOURCES),
    id: idSchema,
    title: z.string(),
    /** Whose, which period, when: what does not change any more. */
    detail: z.string(),
    /** The task that it belongs to, or itself; null: of none. */
    taskId: idSchema.nullable(),
  }),
);
export type FigureRow = z.infer<typeof figureRowSchema>;

export const productFigureSchema = named(
  'ProductFigure',
  z.object({
    ...figureShape,
    figuresAt: instantSchema,
    frozen: z.boolean(),
    items: z.array(figureRowSchema),
    /** How many of the rows who asks may see; what is of other units is not shown to a unit. */
    total: z.int().nonnegative(),
    nextCursor: z.string().nullable(),
  }),
);
export type ProductFigure = z.infer<typeof productFigureSchema>;

export const productVersionSchema = named(
  'ProductVersion',
  z.object({
    version: versionSchema,
    act: labelledSchema,
    at: instantSchema,
    by: z.string().nullable(),
    title: z.string(),
    blocks: z.array(productBlockSchema),
  }),
);
export type ProductVersionView = z.infer<typeof productVersionSchema>;

/** What the issue would do, before it is done. */
export const issuePreviewSchema = named(
  'ProductIssuePreview',
  z.object({
    kind: z.enum(PRODUCT_KINDS),
    /** The series and the number that is next in it now; null: what has no number. */
    number: z.object({ series: z.string(), next: z.string() }).nullable(),
    people: z.int().nonnegative(),
    units: z.int().nonnegative(),
    /** To whom, by office. */
    roles: z.array(z.object({ label: z.string(), people: z.int().positive() })),
    /** When the messages about it are handed out. */
    deliverAt: instantSchema,
    /** The duty that it fulfils. */
    fulfilsDuty: z.boolean(),
  }),
);
export type IssuePreview = z.infer<typeof issuePreviewSchema>;

const TAG = 'product';
const path = '/api/v1/products/{id}';

export const PRODUCT_BEHIND_ROUTES = {
  productFigures: {
    method: 'get',
    path: `${path}/figures`,
    summary: '产品中的数字，各由什么数出',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: productFiguresSchema,
  },
  productFigure: {
    method: 'get',
    path: `${path}/figures/{name}`,
    summary: '一个数字由哪些任务、填报、文书等数出',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ name: z.string().min(1).max(300) }),
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z.string().max(2_000).optional(),
    }),
    answer: productFigureSchema,
  },
  productVersion: {
    method: 'get',
    path: `${path}/versions/{version}`,
    summary: '草稿在某一步时的文字',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ version: z.coerce.number().int().positive().max(1_000_000) }),
    answer: productVersionSchema,
  },
  issuePreview: {
    method: 'get',
    path: `${path}/issue-preview`,
    summary: '印发前：编什么号、发给谁',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: issuePreviewSchema,
  },
  productPage: {
    method: 'get',
    path: `${path}/page`,
    summary: '公文格式的网页，供阅读和打印',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    mediaType: 'text/html',
  },
  productWallCharts: {
    method: 'get',
    path: `${path}/wall-charts`,
    summary: '会议挂图（16:9）：总览、各行动、单位排名、提请决定的事项；调度单、月通报、季讲评有',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    mediaType: 'application/pdf',
  },
  ...PRODUCT_CHANGES_ROUTES,
} as const;
