import { z } from 'zod';
import {
  idParamsSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  unitRefSchema,
  wordsSchema,
} from './primitives.js';

/** 佐证材料: a file that was handed in for a task. */
export const evidenceFileSchema = named(
  'EvidenceFile',
  z.object({
    id: idSchema,
    taskId: idSchema,
    /** The report that it belongs to, where it belongs to one. */
    obligationId: idSchema.nullable(),
    period: z.string().nullable(),
    /** For whom it was handed in; null: an office, whose evidence units do not see. */
    unit: unitRefSchema.nullable(),
    name: z.string(),
    /** By its content. */
    mediaType: z.string(),
    kindLabel: z.string(),
    /** Bytes. */
    size: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    /** A virus scanner has seen it. */
    scanned: z.boolean(),
    note: z.string(),
    addedAt: instantSchema,
    addedBy: personRefSchema.nullable(),
    withdrawn: z.object({ at: instantSchema, by: z.string().nullable(), reason: z.string() }).nullable(),
    mayWithdraw: z.boolean(),
  }),
);
export type EvidenceFileView = z.infer<typeof evidenceFileSchema>;

export const evidenceFileListSchema = named(
  'EvidenceFileList',
  z.object({ items: z.array(evidenceFileSchema), mayAdd: z.boolean() }),
);
export type EvidenceFileList = z.infer<typeof evidenceFileListSchema>;

/** The file is the body; what is said of it stands in the address. */
export const addEvidenceQuerySchema = z.object({
  name: z.string().min(1).max(400),
  /** The report that it belongs to. */
  obligation: idSchema.optional(),
  note: z.string().max(500).default(''),
});

export const withdrawEvidenceSchema = named('WithdrawEvidence', z.object({ reason: wordsSchema }));

const TAG = 'evidence';
const path = '/api/v1/evidence/{id}';

export const EVIDENCE_ROUTES = {
  taskEvidence: {
    method: 'get',
    path: '/api/v1/tasks/{id}/evidence',
    summary: '任务的佐证材料',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: evidenceFileListSchema,
  },
  addEvidence: {
    method: 'post',
    path: '/api/v1/tasks/{id}/evidence',
    summary: '上传佐证材料（请求体为文件本身，最大 20 MB）',
    tag: TAG,
    status: 201,
    params: idParamsSchema,
    query: addEvidenceQuerySchema,
    bodyMediaType: 'application/octet-stream',
    answer: evidenceFileSchema,
    change: true,
  },
  evidenceContent: {
    method: 'get',
    path: `${path}/content`,
    summary: '下载佐证材料',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    mediaType: 'application/octet-stream',
  },
  withdrawEvidence: {
    method: 'post',
    path: `${path}/withdrawal`,
    summary: '撤回佐证材料（留存，注明理由）',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    body: withdrawEvidenceSchema,
    answer: evidenceFileSchema,
    change: true,
  },
} as const;
