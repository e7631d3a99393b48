import { z } from 'zod';
import { idSchema, named, wordsSchema } from '../primitives.js';

export const AMENDMENT_KINDS = ['added', 'removed', 'changed', 'unchanged'] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];
export const AMENDMENT_KIND_LABELS: Record<AmendmentKind, string> = {
  added: '新增',
  removed: '删除',
  changed: '修改',
  unchanged: '未变',
};

export const AMENDED_FIELDS = [
  'title',
  'text',
  'lead',
  'support',
  'deadline',
  'indicators',
  'action',
  'number',
] as const;
export type AmendedField = (typeof AMENDED_FIELDS)[number];
export const AMENDED_FIELD_LABELS: Record<AmendedField, string> = {
  title: '标题',
  text: '内容',
  lead: '牵头单位',
  support: '责任（配合）单位',
  deadline: '完成时限',
  indicators: '指标',
  action: '所属行动',
  number: '序号',
};

/** One task of the running plan beside one of the revised text. */
export const amendmentItemSchema = named(
  'AmendmentItem',
  z.object({
    /** Stable within the review. */
    key: z.string(),
    /** Fingerprint of the difference: given back with a decision, one on an older difference is refused. */
    content: z.string(),
    kind: z.enum(AMENDMENT_KINDS),
    kindLabel: z.string(),
    /** The running task; null: added. */
    task: z.object({ id: idSchema, code: z.string(), title: z.string(), stateLabel: z.string() }).nullable(),
    /** The task of the revised text; null: removed. */
    draftTaskId: idSchema.nullable(),
    title: z.string(),
    /** How alike the two are, 0 to 1, and by what they were matched. */
    similarity: z.number().min(0).max(1).nullable(),
    matchedBy: z.string().nullable(),
    changes: z.array(
      z.object({
        field: z.enum(AMENDED_FIELDS),
        label: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    ),
    /** What approval would do with the running task, in words. */
    effect: z.string(),
    /** Where it may come from or have gone to: split off another task, merged into one; null: nothing speaks for it. */
    hint: z.string().nullable(),
    decision: z.enum(['approved', 'rejected']).nullable(),
    reason: z.string().nullable(),
  }),
);
export type AmendmentItem = z.infer<typeof amendmentItemSchema>;
export const amendmentSchema = named(
  'Amendment',
  z.object({
    items: z.array(amendmentItemSchema),
    undecided: z.int().nonnegative(),
  }),
);
export type Amendment = z.infer<typeof amendmentSchema>;

/** A person's word on items of the difference; `pairWith` matches a draft task with another running task by hand. */
export const decideAmendmentSchema = named(
  'DecideAmendment',
  z.strictObject({
    items: z
      .array(
        z.strictObject({
          key: z.string().max(200),
          decision: z.enum(['approved', 'rejected']).nullable(),
          reason: wordsSchema.optional(),
          /** `content` of the item as the person saw it: another one by now is refused. */
          content: z.string().max(100),
        }),
      )
      .max(2000)
      .default([]),
    pairs: z
      .array(z.strictObject({ draftTaskId: idSchema, taskId: idSchema.nullable() }))
      .max(200)
      .default([]),
  }),
);
export type DecideAmendment = z.infer<typeof decideAmendmentSchema>;
