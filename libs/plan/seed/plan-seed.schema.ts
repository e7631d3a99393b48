import { z } from 'zod';
import { cadenceSchema, CLAUSE_MODES, indicatorSchema, taskForceSchema } from '../extraction.schema.js';

/** A unit as the plan prints it; written as one word where its canonical name is the same. */
const unitNameSchema = z
  .union([z.string().min(2), z.strictObject({ printed: z.string().min(2), canonical: z.string().min(2) })])
  .transform((name) => (typeof name === 'string' ? { printed: name, canonical: name } : name));

const seedIndicatorSchema = indicatorSchema
  .omit({ raw: true, span: true })
  .extend({ name: z.string().min(1).max(40) })
  .strict();
const seedCadenceSchema = cadenceSchema.pick({ kind: true, every: true }).strict();
/** A person said in review that a cadence of the task's own takes the place of one that it inherits. */
const seedReplacementSchema = z.strictObject({
  own: seedCadenceSchema,
  inherited: seedCadenceSchema.extend({ origin: z.enum(['plan', 'action']) }).strict(),
  reason: z.string().min(1),
  personId: z.string().optional(),
  at: z.string().optional(),
});
const seedTaskForceSchema = taskForceSchema
  .omit({ evidence: true })
  .extend({ workingGroups: z.array(z.strictObject({ name: z.string(), leadUnit: z.string() })) })
  .strict();

const numbered = { annex: z.number().int().min(0), section: z.string(), number: z.string() };
/** Where a task stands: a stretch of the document's text (code points), or a row of one of its tables. */
const placeSchema = z.union([
  z
    .strictObject({ ...numbered, start: z.number().int().min(0), end: z.number().int().min(1) })
    .refine((place) => place.start < place.end, { error: '起点应在终点之前', path: ['end'] }),
  z.strictObject({ ...numbered, sheet: z.string(), row: z.number().int().min(1) }),
]);

const seedTaskSchema = z
  .strictObject({
    code: z.string().regex(/^A\d+-\d{2,}(?:\.\d+)?[a-z]*$/),
    action: z.string(),
    section: z.string(),
    number: z.string(),
    title: z.string().min(2).optional(),
    label: z.string().min(2).max(20).optional(),
    place: placeSchema,
    lead: z.array(unitNameSchema),
    support: z.array(unitNameSchema),
    mode: z.enum(CLAUSE_MODES),
    openEnded: z.boolean(),
    leadIsInferred: z.boolean(),
    needsAssignment: z.boolean(),
    deadlines: z.array(z.strictObject({ date: z.iso.date(), inferred: z.boolean() })),
    ongoing: z.boolean(),
    cadences: z.array(seedCadenceSchema),
    replacements: z.array(seedReplacementSchema).optional(),
    indicators: z.array(seedIndicatorSchema),
  })
  .refine((task) => (task.title === undefined) !== (task.label === undefined), {
    error: '标题（title）与自拟名称（label）应有且只有一个',
    path: ['title'],
  })
  .refine((task) => task.needsAssignment === (task.lead.length === 0), {
    error: '没有牵头单位的任务应标为待指定，有牵头单位的不应标',
    path: ['needsAssignment'],
  });

/**
 * A plan as data (`luoshi.plan/1`): what was understood of its text, without the text itself. `sourceHash` is the
 * SHA-256 of the file that the places refer to, `sourceLength` the length in code points of the text that was read
 * from it (0 where all of it is tables).
 */
export const planSeedSchema = z
  .strictObject({
    schema: z.literal('luoshi.plan/1'),
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    jurisdiction: z.strictObject({ code: z.string().regex(/^\d{6}$/), name: z.string() }),
    document: z.strictObject({
      title: z.string().min(1),
      number: z.string(),
      issuedBy: z.string(),
      issuedOn: z.iso.date(),
      year: z.number().int().min(2000).max(2100),
    }),
    sourceHash: z.string().regex(/^[0-9a-f]{64}$/),
    sourceLength: z.number().int().min(0),
    headquarters: seedTaskForceSchema.nullable(),
    headlineTargets: z.array(seedIndicatorSchema),
    planCadences: z.array(seedCadenceSchema.extend({ by: z.string() })),
    actions: z.array(
      z.strictObject({
        code: z.string().regex(/^A\d+$/),
        number: z.string(),
        name: z.string().min(1),
        goals: z.array(seedIndicatorSchema),
        /** What its own text says of how often, besides what the plan does. */
        cadences: z.array(seedCadenceSchema.extend({ by: z.string().optional() })).optional(),
        taskForce: seedTaskForceSchema.nullable(),
      }),
    ),
    tasks: z.array(seedTaskSchema).min(1),
  })
  .superRefine((plan, context) => {
    const actions = new Set(plan.actions.map(({ code }) => code));
    const codes = new Set<string>();
    plan.tasks.forEach((task, i) => {
      const fail = (path: string[], message: string): void =>
        context.addIssue({ code: 'custom', path: ['tasks', i, ...path], message });
      if (codes.has(task.code)) fail(['code'], `任务编号 ${task.code} 重复`);
      codes.add(task.code);
      if (!actions.has(task.action)) fail(['action'], `没有编号为 ${task.action} 的行动`);
      if ('end' in task.place && task.place.end > plan.sourceLength)
        fail(['place', 'end'], '位置超出原文长度');
    });
  });

export type PlanSeed = z.output<typeof planSeedSchema>;
export type PlanSeedTask = PlanSeed['tasks'][number];
/** As written in the file: a unit whose canonical name is the same is one word. */
export type PlanSeedInput = z.input<typeof planSeedSchema>;
