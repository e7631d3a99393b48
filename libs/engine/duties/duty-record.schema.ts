import { refuse, type ObligationKind, type Outcome } from '#accountability';
import { z } from 'zod';

/** What is filed for a duty, by its kind. Every mistake is said in Chinese, with where it stands. */

const date = z
  .string({ error: '请填写日期' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, '日期应写成 2024-05-20');
const words = (what: string, most: number) =>
  z
    .string({ error: `请填写${what}` })
    .trim()
    .min(1, `请填写${what}`)
    .max(most, `${what}最多${most}字`);
const note = z.string().trim().max(4_000, '说明最多4000字').default('');

/** A meeting that was held: on which day, who chaired, who came, what was decided. */
const meetingRecord = z
  .object({
    heldOn: date,
    chairedBy: words('主持人', 60),
    attended: z
      .array(words('参会单位或人员', 60))
      .min(1, '请列出参会单位或人员')
      .max(200, '参会名单最多200项'),
    decisions: z.array(words('议定事项', 2_000)).max(100, '议定事项最多100项').default([]),
    note,
  })
  .strict();

/** A product of the office: confirmed, or issued, with where it is to be found or what is to be said of it. */
const productRecord = z
  .object({
    state: z.enum(['confirmed', 'issued'], { error: '请选择“已确认”或“已印发”' }),
    /** Where the product is: its number, its title, its address. */
    reference: z.string().trim().max(500, '文号或存放位置最多500字').default(''),
    note,
  })
  .strict()
  .refine(({ reference, note: said }) => reference !== '' || said !== '', {
    path: ['reference'],
    message: '请填写文号、存放位置，或写明说明',
  });

/** What a unit says of a task when it is asked: words, readings of the task's indicators, references to evidence. */
const partRecord = z
  .object({
    text: words('情况', 4_000),
    readings: z
      .array(
        z
          .object({
            position: z.int('指标序号应为整数').min(0, '指标序号应为整数'),
            value: z.number({ error: '指标读数应为数字' }),
          })
          .strict(),
      )
      .max(50, '指标读数最多50项')
      .default([]),
    evidence: z.array(words('佐证出处', 500)).max(50, '佐证最多50项').default([]),
  })
  .strict();

export const DUTY_RECORDS = {
  meeting: meetingRecord,
  ledger: productRecord,
  bulletin: productRecord,
  review: productRecord,
  assessment: productRecord,
  part: partRecord,
  requestedReport: partRecord,
} as const;

export type MeetingRecord = z.infer<typeof meetingRecord>;
export type ProductRecord = z.infer<typeof productRecord>;
export type PartRecord = z.infer<typeof partRecord>;
export type DutyRecord = MeetingRecord | ProductRecord | PartRecord;
export type DutyRecordKind = Exclude<ObligationKind, 'taskReport'>;

/** What was filed, checked against what its kind asks for. */
export function readDutyRecord(kind: DutyRecordKind, record: unknown): Outcome<DutyRecord> {
  const read = DUTY_RECORDS[kind].safeParse(record);
  if (read.success) return { ok: true, value: read.data };
  const issues = read.error.issues.map(({ path, message, code }) => ({
    path: path.map(String).join('.'),
    message: code === 'unrecognized_keys' ? '有不认识的字段' : message,
  }));
  return refuse('InputInvalid', issues.map(({ message }) => message).join('；') + '。', {
    field: issues[0]?.path ?? '',
    issues,
  });
}
