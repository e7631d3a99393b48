import { z } from 'zod';
import { idSchema, named, versionSchema } from './primitives.js';

/** What offices do with many things at once, each act as it is done with one. */
export const BATCH_ACTS = {
  acceptReports: '批量审核通过',
  returnReports: '批量退回重报',
  confirmTasks: '批量校核确认',
  dispatchTasks: '批量下发',
  signTasks: '批量签收任务',
  passGates: '批量通过办结审核',
  agreeToNotices: '批量同意签发',
  issueNotices: '批量签发文书',
  acknowledgeNotices: '批量签收文书',
  recordFindings: '批量登记核实结果',
  reviewProducts: '批量核稿',
  issueProducts: '批量印发',
  acknowledgeProducts: '批量签收产品',
} as const;
export type BatchAct = keyof typeof BATCH_ACTS;
export const BATCH_ACT_NAMES = Object.keys(BATCH_ACTS) as [BatchAct, ...BatchAct[]];

/** More are sent as several batches. */
export const BATCH_AT_MOST = 200;

const inputSchema = z.record(z.string().max(60), z.unknown());

export const batchSchema = named(
  'Batch',
  z.strictObject({
    /** Says how many there are and what would come of each, and changes nothing. */
    dryRun: z.boolean().default(false),
    /** As the single act has it (`reason`, `finding` …), for every item that has none of its own. */
    input: inputSchema.optional(),
    items: z
      .array(
        z.strictObject({
          id: idSchema,
          /** As it was seen: what If-Match is to a single act. */
          version: versionSchema,
          input: inputSchema.optional(),
        }),
      )
      .min(1)
      .max(BATCH_AT_MOST, `一次最多 ${BATCH_AT_MOST} 项，请分批提交`),
  }),
);
export type Batch = z.infer<typeof batchSchema>;

export const batchItemResultSchema = named(
  'BatchItemResult',
  z.object({
    id: idSchema,
    /** As the single act would have answered; 200: done, or in a dry run: could be done. */
    status: z.int(),
    /** Of a refusal; null: done. */
    code: z.string().nullable(),
    message: z.string(),
    /** Of the thing as it is now; null: refused, or nothing was done. */
    etag: z.string().nullable(),
  }),
);
export type BatchItemResult = z.infer<typeof batchItemResultSchema>;

export const batchResultSchema = named(
  'BatchResult',
  z.object({
    act: z.enum(BATCH_ACT_NAMES),
    dryRun: z.boolean(),
    count: z.int(),
    /** Done, or in a dry run: would be done. */
    done: z.int(),
    refused: z.int(),
    items: z.array(batchItemResultSchema),
  }),
);
export type BatchResult = z.infer<typeof batchResultSchema>;

export const batchParamsSchema = z.object({ act: z.enum(BATCH_ACT_NAMES) });

export const BATCH_ROUTES = {
  batch: {
    method: 'post',
    path: '/api/v1/batches/{act}',
    summary: '批量办理（dryRun 只算不办），逐项给出结果',
    tag: 'batch',
    status: 200,
    params: batchParamsSchema,
    body: batchSchema,
    answer: batchResultSchema,
    change: true,
    problems: ['BatchItemTwice'],
  },
} as const;
