import { z } from 'zod';
import { idSchema, instantSchema, named } from './primitives.js';

/** 台账: downloaded, filled in offline, uploaded again. */

export const ledgerQuerySchema = z.object({
  /** Of one action alone. */
  action: idSchema.optional(),
  /** Of what one unit leads. */
  unit: idSchema.optional(),
});

/** What becomes of a row of a workbook. */
export const LEDGER_OUTCOMES = {
  file: '可提交',
  filed: '已提交',
  sent: '已送审，待负责人审签',
  untouched: '未填写',
  same: '已填报，内容相同',
  error: '有误',
  conflict: '有冲突',
  closed: '已不能填报',
  refused: '不由您填报',
} as const;
export type LedgerOutcome = keyof typeof LEDGER_OUTCOMES;

const saidSchema = z.object({
  /** `K7`, as the program shows it; null: of the whole row. */
  cell: z.string().nullable(),
  column: z.string().nullable(),
  message: z.string(),
});

export const ledgerRowSchema = named(
  'LedgerRow',
  z.object({
    sheet: z.string(),
    /** As the program shows it, from 1. */
    row: z.int(),
    code: z.string(),
    title: z.string(),
    unit: z.string(),
    periodLabel: z.string(),
    outcome: z.enum(Object.keys(LEDGER_OUTCOMES) as [LedgerOutcome, ...LedgerOutcome[]]),
    outcomeLabel: z.string(),
    /** Its due time has passed: it counts as late. */
    late: z.boolean(),
    /** Percent that is reported; null where the row is no report. */
    progress: z.number().nullable(),
    faults: z.array(saidSchema),
    /** How something was understood: no hindrance. */
    remarks: z.array(saidSchema),
  }),
);
export type LedgerRow = z.infer<typeof ledgerRowSchema>;

export const ledgerUploadSchema = named(
  'LedgerUpload',
  z.object({
    /** True: tried, and nothing was changed. */
    dryRun: z.boolean(),
    planTitle: z.string(),
    periodLabel: z.string(),
    /** By outcome, how many rows. */
    counts: z.record(z.string(), z.int()),
    rows: z.array(ledgerRowSchema),
    /** Rows that were filled in and belong to nothing that is owed. */
    strays: z.array(z.object({ sheet: z.string(), row: z.int(), text: z.string() })),
    /** Columns to be filled in that are not there any more. */
    missingColumns: z.array(z.string()),
    sittings: z.array(
      z.object({
        id: idSchema,
        unit: z.string(),
        periodLabel: z.string(),
        dueAt: instantSchema,
        late: z.boolean(),
        /** Reports that it waits for when the good rows have been filed. */
        stillOwed: z.int().nonnegative(),
        /** The good rows go to the unit's head, who signs them before they are filed. */
        signOff: z.boolean(),
      }),
    ),
    /** The rows that are not filed as a workbook, with what is wrong in each; null where nothing is left. Base64. */
    marked: z.object({ fileName: z.string(), content: z.string() }).nullable(),
  }),
);
export type LedgerUpload = z.infer<typeof ledgerUploadSchema>;

export const ledgerUploadQuerySchema = z.object({
  /** Only the workbook of this sitting is expected. */
  sitting: idSchema.optional(),
});

const upload = {
  method: 'post',
  tag: 'sitting',
  status: 200,
  query: ledgerUploadQuerySchema,
  bodyMediaType: 'application/octet-stream',
  answer: ledgerUploadSchema,
  change: true,
} as const;

export const LEDGER_ROUTES = {
  checkLedger: {
    ...upload,
    path: '/api/v1/ledgers/check',
    summary: '试读填好的台账（请求体为 .xlsx 文件），不作改动',
    about: '逐行给出将提交、有误、有冲突等结果；marked 是标注了原因的工作簿。',
    answerShownOnce: true,
    problems: ['LedgerNotTaken'],
  },
  fileLedger: {
    ...upload,
    path: '/api/v1/ledgers/filing',
    summary: '提交填好的台账（请求体为 .xlsx 文件）：无误的行即行填报',
    about: '无误的各行在一个事务中提交，其余各行不动；marked 恒为 null，提交后再试读一次即可取得。',
    problems: ['LedgerNotTaken'],
  },
} as const;
