import { z } from 'zod';
import { allowedActionSchema } from './allowed-action.js';
import { listQuery } from './lists/declare-list.js';
import { PRODUCT_LIST } from './lists/of-products.js';
import {
  PRODUCT_ACTIONS,
  PRODUCT_ACTS,
  PRODUCT_KINDS,
  PRODUCT_SCOPES,
  PRODUCT_STATES,
} from './product-names.js';
import {
  idParamsSchema,
  idSchema,
  instantSchema,
  labelledSchema,
  named,
  pageOf,
  versionSchema,
} from './primitives.js';

/** A product as lists show it: a bulletin, a review, a brief of one plan or action and one period. */
export const productSummarySchema = named(
  'ProductSummary',
  z.object({
    id: idSchema,
    kind: z.enum(PRODUCT_KINDS),
    kindLabel: z.string(),
    plan: z.object({ id: idSchema, title: z.string() }),
    scopeKind: z.enum(PRODUCT_SCOPES),
    scopeId: idSchema,
    /** The name of the plan, action, unit or task that it is about. */
    scopeName: z.string(),
    /** `2024-05`, `2024-Q2`, `2024-05 上旬`; a day for what has no period. */
    period: z.string(),
    /** 2 and more: a correction of what was issued before. */
    edition: z.int().positive(),
    state: z.enum(PRODUCT_STATES),
    stateLabel: z.string(),
    title: z.string(),
    /** Given when it is issued. */
    number: z.string().nullable(),
    /** By when it is owed, where it is owed. */
    dueAt: instantSchema.nullable(),
    producedAt: instantSchema,
    issuedAt: instantSchema.nullable(),
    withdrawnAt: instantSchema.nullable(),
    /** To how many people it went, as far as who asks sees them, and how many of these have acknowledged it. */
    delivered: z.int().nonnegative(),
    acknowledged: z.int().nonnegative(),
    /** What who asks may do with it now. */
    acts: z.array(z.enum(PRODUCT_ACTS)),
    /** As `If-Match` and batches want it. */
    version: versionSchema,
  }),
);
export type ProductSummary = z.infer<typeof productSummarySchema>;

const runSchema = named(
  'ProductRun',
  z.object({
    kind: z.enum(['text', 'figure']),
    text: z.string(),
    /** Of a figure the name of the fact behind it. */
    source: z.string().optional(),
    /** Written by a person, not by the system. */
    edited: z.literal(true).optional(),
    strong: z.literal(true).optional(),
  }),
);
const lineSchema = z.array(runSchema);

/** A block of the body as it is read: `text` is the form in which it is edited, each figure as `{{name}}`. */
export const productBlockSchema = named(
  'ProductBlock',
  z.object({
    kind: z.enum(['heading', 'paragraph', 'table', 'picture']),
    level: z.int().min(0).max(4),
    text: z.string(),
    /** Of a heading its number, which the writers set: `一、`. */
    number: z.string().optional(),
    /** Of a table or a picture. */
    caption: z.string().optional(),
    line: lineSchema.optional(),
    columns: z.array(z.object({ title: z.string(), align: z.enum(['left', 'center', 'right']) })).optional(),
    rows: z.array(z.array(lineSchema)).optional(),
    /** Of a picture what it says, in words. */
    alternative: z.string().optional(),
    svg: z.string().optional(),
  }),
);
export type ProductBlock = z.infer<typeof productBlockSchema>;

/** What an official document has besides its text, in the words in which they are printed. */
const productPaperSchema = named(
  'ProductPaper',
  z.object({
    form: z.enum(['document', 'letter', 'minutes']),
    above: z.array(z.string()),
    mark: z.string(),
    /** Of a joint issue the names of the mark, the main issuer first, and the word to their right. */
    joint: z.object({ names: z.array(z.string()), word: z.string() }).nullable(),
    /** 签发人 of what goes upward, empty until it is issued; null for all else. */
    signers: z.array(z.string()).nullable(),
    annexNote: z.array(z.string()),
    annexMarks: z.array(z.string()),
    date: z.string(),
    foot: z
      .object({ copies: z.string().nullable(), printedBy: z.string(), printedOn: z.string() })
      .nullable(),
  }),
);

/** Something in the text of a draft that a person should look at, and how to mend it; it does not forbid the issue. */
const productCheckSchema = named(
  'ProductCheck',
  z.object({
    /** The place of the block in `blocks`. */
    block: z.int().nonnegative(),
    code: z.enum(['typedNumber', 'doubledMark', 'emptyBracket', 'openEnd', 'emptyPhrase', 'tooLong']),
    message: z.string(),
    mend: z.string(),
  }),
);
export type ProductCheck = z.infer<typeof productCheckSchema>;

export const productSchema = named(
  'Product',
  productSummarySchema.extend({
    addressees: z.array(z.string()),
    blocks: z.array(productBlockSchema),
    annexes: z.array(z.object({ title: z.string(), blocks: z.array(productBlockSchema) })),
    issuers: z.array(z.string()),
    /** The office that takes every step of it. */
    maker: z.string(),
    copiesTo: z.array(z.string()),
    /** When the record was looked at. */
    figuresAt: instantSchema,
    reviewedAt: instantSchema.nullable(),
    reviewedBy: z.string().nullable(),
    issuedBy: z.string().nullable(),
    withdrawn: z.object({ by: z.string().nullable(), reason: z.string() }).nullable(),
    /** What went out, with the SHA-256 of its bytes. */
    files: z.array(
      z.object({
        format: z.enum(['docx', 'pdf', 'xlsx']),
        sha256: z.string(),
        size: z.int(),
        href: z.string(),
      }),
    ),
    /** What was done to the draft, and by whom; null: by itself. Empty for who only receives it. */
    versions: z.array(
      z.object({ version: versionSchema, act: labelledSchema, at: instantSchema, by: z.string().nullable() }),
    ),
    /** To whom it went; a unit sees its own people only. */
    deliveries: z.array(
      z.object({
        person: z.string(),
        unit: z.string().nullable(),
        deliveredAt: instantSchema,
        readAt: instantSchema.nullable(),
        acknowledgedAt: instantSchema.nullable(),
      }),
    ),
    /** What stands round the text on paper. */
    paper: productPaperSchema,
    /** Of a draft what a reader would stumble over, each at its block. */
    checks: z.array(productCheckSchema),
    allowedActions: z.array(allowedActionSchema),
  }),
);
export type ProductView = z.infer<typeof productSchema>;

export const productPageSchema = named('ProductPage', pageOf(productSummarySchema));
export const productQuerySchema = listQuery(PRODUCT_LIST);

export const produceSchema = named(
  'ProduceProduct',
  z.object({
    kind: z.enum(PRODUCT_KINDS),
    planId: idSchema,
    scopeKind: z.enum(PRODUCT_SCOPES),
    scopeId: idSchema,
    period: z.string().trim().min(4).max(20),
  }),
);

/** The body as a person edited it: blocks that stay (`keep`, by their place), and words, in the place of a block or new. */
export const editProductSchema = named(
  'EditProduct',
  z.object({
    title: z.string().trim().min(1).max(120).optional(),
    blocks: z
      .array(
        z.union([
          z.object({ keep: z.int().min(0).max(2_000) }),
          z.object({
            instead: z.int().min(0).max(2_000).optional(),
            level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
            text: z.string().max(4_000),
          }),
        ]),
      )
      .min(1)
      .max(2_000),
  }),
);

export const productActionSchema = named(
  'ProductActionInput',
  z.object({
    /** Why it is withdrawn. */
    reason: z.string().max(4_000).optional(),
    /** Of the issue of a publication: that it shows the public no task at all is known, and wanted. */
    publishEmpty: z.boolean().optional(),
  }),
);

const TAG = 'product';
const path = '/api/v1/products';

export const PRODUCT_ROUTES = {
  products: {
    method: 'get',
    path,
    summary: '产品（通报、讲评、调度单、公示等）',
    tag: TAG,
    status: 200,
    query: productQuerySchema,
    answer: productPageSchema,
  },
  produceProduct: {
    method: 'post',
    path,
    summary: '拟制一份产品（已有的原样返回）',
    tag: TAG,
    status: 201,
    body: produceSchema,
    answer: productSchema,
    change: true,
  },
  product: {
    method: 'get',
    path: `${path}/{id}`,
    summary: '一份产品',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: productSchema,
  },
  editProduct: {
    method: 'put',
    path: `${path}/{id}/text`,
    summary: '修改草稿的文字',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    body: editProductSchema,
    answer: productSchema,
    change: true,
    conditional: true,
  },
  actOnProduct: {
    method: 'post',
    path: `${path}/{id}/actions/{action}`,
    summary: '更新、核稿、退回、印发、撤回、更正、作废、签收',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ action: z.enum(PRODUCT_ACTIONS) }),
    body: productActionSchema,
    answer: productSchema,
    change: true,
    conditional: true,
  },
  productFile: {
    method: 'get',
    path: `${path}/{id}/files/{format}`,
    summary: '印发的原件',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ format: z.enum(['docx', 'pdf', 'xlsx']) }),
    mediaType: 'application/octet-stream',
  },
} as const;
