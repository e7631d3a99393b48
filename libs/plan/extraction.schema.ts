import { z } from 'zod';
import { CADENCE_KINDS, CADENCE_PERIODS } from './cadence.js';
import { COMPARATORS } from './indicator-comparator.js';

const spanSchema = z
  .union([
    z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }),
    z.object({ sheet: z.string(), row: z.number().int().min(1) }),
  ])
  .describe('Code points of the decoded file before normalisation; for tables the sheet and row');

/** Where a field was read, and how sure that is. */
export const evidenceSchema = z.object({
  path: z.string().describe('JSON pointer to the field, from the object that carries the evidence: /lead/0'),
  span: spanSchema,
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('1: stands there just so; less: a rule made it of what stands there'),
  rule: z
    .string()
    .regex(/^[A-Z]+(?:_[A-Z]+)*$/)
    .optional()
    .describe('Stable code, where confidence is below 1'),
  reason: z.string().optional().describe('In Chinese, for a person; where confidence is below 1'),
});

export const indicatorSchema = z.object({
  name: z.string(),
  comparator: z.enum(COMPARATORS),
  value: z.number(),
  upper: z.number().optional(),
  unit: z.string(),
  per: z.enum(['year', 'half-year', 'quarter', 'month', 'week', 'day']).optional(),
  raw: z.string(),
  span: spanSchema,
});

export const cadenceSchema = z.object({
  kind: z.enum(CADENCE_KINDS),
  every: z.enum(CADENCE_PERIODS),
  raw: z.string(),
  span: spanSchema,
});

export const deadlineSchema = z.object({
  date: z.iso.date(),
  raw: z.string().describe('Empty where the date was inferred'),
  inferred: z.boolean(),
  span: spanSchema.optional(),
});

export const warningSchema = z.object({
  code: z.string().regex(/^[A-Z]+(?:_[A-Z]+)*$/),
  message: z.string(),
  span: spanSchema,
});

export const taskForceSchema = z.object({
  name: z.string(),
  convener: z.string(),
  executiveDeputyConveners: z.array(z.string()),
  deputyConveners: z.array(z.string()),
  memberUnits: z.array(z.string()),
  officeUnit: z.string(),
  workingGroups: z.array(z.object({ name: z.string(), leadUnit: z.string(), duty: z.string() })),
  evidence: z.array(evidenceSchema),
});

export const actionSchema = z.object({
  code: z.string(),
  number: z.string(),
  name: z.string(),
  goals: z.array(indicatorSchema),
  taskForce: taskForceSchema.nullable(),
  evidence: z.array(evidenceSchema),
});

export const CLAUSE_MODES = ['lead-support', 'lead-only', 'shared', 'shared-lead', 'single'] as const;

export const responsibilitySchema = z.object({
  raw: z.string(),
  span: spanSchema,
  lead: z.array(z.string()),
  support: z.array(z.string()),
  mode: z.enum(CLAUSE_MODES),
  openEnded: z.boolean().describe('等, or a group without named members: more units may be meant'),
});

export const taskSchema = z.object({
  id: z.string(),
  action: z.string(),
  section: z.string(),
  number: z.string(),
  title: z.string().nullable(),
  text: z.string(),
  span: spanSchema,
  responsibilities: z.array(responsibilitySchema),
  lead: z.array(z.string()),
  support: z.array(z.string()),
  canonicalLead: z.array(z.string()),
  canonicalSupport: z.array(z.string()),
  leadIsInferred: z
    .boolean()
    .describe('The lead follows from a rule of the text (the first-listed unit leads), not from the clause'),
  needsAssignment: z.boolean().describe('The text names no lead: a person has to'),
  people: z.array(z.object({ name: z.string(), role: z.string() })),
  subItems: z.array(z.object({ number: z.string(), text: z.string() })),
  deadlines: z.array(deadlineSchema),
  ongoing: z.boolean(),
  cadences: z.array(cadenceSchema),
  indicators: z.array(indicatorSchema),
  evidence: z.array(evidenceSchema).describe('Every field that is not empty has its place'),
  warnings: z.array(warningSchema),
});

/** What `plan extract --json` prints: a plan's text as it was understood. */
export const extractionSchema = z.object({
  schema: z.literal('luoshi.extraction/1'),
  document: z.object({
    title: z.string(),
    documentNumber: z.string(),
    issuedBy: z.string(),
    issuedOn: z.union([z.iso.date(), z.literal('')]),
    year: z.number().int(),
    throughYear: z.number().int().optional().describe('The last year that the plan covers'),
    jurisdiction: z.string(),
    evidence: z.array(evidenceSchema),
  }),
  headquarters: taskForceSchema
    .nullable()
    .describe('指挥部: its 指挥长 stands as convener; null where the plan founds none'),
  actions: z.array(actionSchema),
  tasks: z.array(taskSchema),
  planCadences: z.array(cadenceSchema.extend({ by: z.string() })),
  headlineTargets: z.array(indicatorSchema),
  warnings: z.array(warningSchema),
});

export type Extraction = z.infer<typeof extractionSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type ExtractedTask = Extraction['tasks'][number];
export type ExtractedAction = Extraction['actions'][number];
export type ExtractedIndicator = z.infer<typeof indicatorSchema>;
export type ExtractedCadence = z.infer<typeof cadenceSchema>;
export type ExtractedDeadline = z.infer<typeof deadlineSchema>;
export type ExtractedTaskForce = z.infer<typeof taskForceSchema>;
export type ExtractionWarning = z.infer<typeof warningSchema>;
