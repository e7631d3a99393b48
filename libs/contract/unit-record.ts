import { z } from 'zod';
import { ROLES } from './labels.js';
import { listQuery } from './lists/declare-list.js';
import { taskToHandOverSchema } from './new-task.js';
import { UNIT_RECORD_LIST } from './lists/of-units.js';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  labelledSchema,
  named,
  pageOf,
  personRefSchema,
  unitRefSchema,
  wordsSchema,
} from './primitives.js';

/** The directory of units (domain.md §3): what units are called, what became of them, who stands behind a group, who works there. */

const count = z.int().nonnegative();

/** What became of a unit. */
export const UNIT_SUCCESSION_LABELS = { rename: '更名', merge: '并入', split: '拆分' } as const;
export type UnitSuccessionKind = keyof typeof UNIT_SUCCESSION_LABELS;
const successionKindSchema = z.enum(
  Object.keys(UNIT_SUCCESSION_LABELS) as [UnitSuccessionKind, ...UnitSuccessionKind[]],
);

/** What somebody may do to this unit now: the page shows no other button. */
export const UNIT_ACTS = [
  'learnAlias',
  'takeBackAlias',
  'succeed',
  'takeBackSuccession',
  'setMembers',
  'succeedInTasks',
] as const;
export type UnitActName = (typeof UNIT_ACTS)[number];

/** A unit in the list. */
export const unitRecordSchema = named(
  'UnitRecord',
  unitRefSchema.extend({
    code: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    isGroup: z.boolean(),
    /** Other names in use, of the directory's file and learned. */
    aliases: z.array(z.string()),
    /** How many units a group stands for; 0 of others. */
    members: count,
    /** What became of it, in words; null: nothing. */
    succeeded: z.string().nullable(),
    /** What it was before, or what was merged into it. */
    predecessors: z.array(z.string()),
    /** How many people belong to it and are in office. */
    people: count,
    /** Posts that its tasks need and nobody holds, as far as the record knows. */
    vacant: z.array(labelledSchema),
    /** Tasks that it leads, closed and withdrawn ones not counted. */
    tasksLed: count,
  }),
);
export type UnitRecord = z.infer<typeof unitRecordSchema>;

export const unitRecordPageSchema = named(
  'UnitRecordPage',
  pageOf(unitRecordSchema).extend({ mayRegister: z.boolean() }),
);
export type UnitRecordPage = z.infer<typeof unitRecordPageSchema>;
export const unitRecordQuerySchema = listQuery(UNIT_RECORD_LIST);

const unitAliasSchema = z.object({
  printed: z.string(),
  /** `directory`: with the unit; `learned`: said by somebody later, and can be taken back. */
  origin: z.enum(['directory', 'learned']),
  /** Names of its desks that alone are meant; none: the unit as a whole. */
  desks: z.array(z.string()),
  /** The document it stood in. */
  learnedFrom: z.string().nullable(),
  learnedAt: instantSchema.nullable(),
  /** Null: with the directory, or at the command line. */
  learnedBy: personRefSchema.nullable(),
});

const successionSchema = z.object({
  unit: unitRefSchema,
  kind: successionKindSchema,
  kindLabel: z.string(),
  /** The first day on which the successor answers. */
  from: civilDateSchema,
  reason: z.string(),
  recordedAt: instantSchema,
  recordedBy: personRefSchema.nullable(),
});

/** One unit with all that is known of it. */
export const unitFileSchema = named(
  'UnitFile',
  unitRecordSchema.omit({ aliases: true, members: true, predecessors: true, people: true }).extend({
    aliases: z.array(unitAliasSchema),
    desks: z.array(z.object({ name: z.string(), aliases: z.array(z.string()) })),
    /** Of a group. */
    members: z.array(unitRefSchema),
    /** Groups that it is a member of. */
    groups: z.array(unitRefSchema),
    predecessors: z.array(successionSchema),
    successors: z.array(successionSchema),
    /** Who holds which post of this unit, today. */
    posts: z.array(
      z.object({
        role: z.enum(ROLES),
        label: z.string(),
        person: personRefSchema,
        validTo: civilDateSchema.nullable(),
      }),
    ),
    /** People of the unit; `roles` in words, none: they hold no post anywhere. */
    people: z.array(
      z.object({ id: idSchema, name: z.string(), barred: z.boolean(), roles: z.array(z.string()) }),
    ),
    /** Tasks that it supports, closed and withdrawn ones not counted. */
    tasksSupported: count,
    /** Registrations and changes of members, the latest first. */
    changes: z.array(
      z.object({
        kind: z.enum(['registered', 'membersSet']),
        kindLabel: z.string(),
        at: instantSchema,
        by: personRefSchema.nullable(),
        reason: z.string(),
      }),
    ),
    /** What can go to a successor; none for who may not hand over. */
    toHandOver: z.array(taskToHandOverSchema),
    allowedActs: z.array(z.enum(UNIT_ACTS)),
    /** A mark of the members, to be sent back as If-Match by who sets them. */
    etag: z.string(),
  }),
);
export type UnitFile = z.infer<typeof unitFileSchema>;

const name = z.string().trim().min(2).max(100);
const reason = wordsSchema.max(500);

export const newUnitSchema = named(
  'NewUnit',
  z.object({
    name,
    /** One of the directory's kinds, such as `government-department`; `group`: it stands for others. Left out: as its name tells. */
    kind: z.string().min(1).max(60).optional(),
    aliases: z.array(name).max(20).default([]),
    /** Of a group. */
    memberIds: z.array(idSchema).max(500).default([]),
    reason,
  }),
);
export const newUnitAliasSchema = named(
  'NewUnitAlias',
  z.object({
    printed: name,
    /** The document it stands in. */
    learnedFrom: wordsSchema.max(300),
  }),
);
export const unitAliasWithdrawalSchema = named('UnitAliasWithdrawal', z.object({ printed: name, reason }));
export const newUnitSuccessionSchema = named(
  'NewUnitSuccession',
  z.object({
    kind: successionKindSchema,
    /** One; several where the unit is split. */
    successorIds: z.array(idSchema).min(1).max(20),
    from: civilDateSchema,
    reason,
    /** Say what it would mean, and record nothing. */
    dryRun: z.boolean().default(false),
  }),
);
export const unitReasonSchema = named('UnitReason', z.object({ reason }));
export const groupMembersSchema = named(
  'GroupMembers',
  z.object({ memberIds: z.array(idSchema).max(500), reason }),
);

/** A succession recorded, or what recording it would mean: it moves no task and no person by itself. */
export const unitSuccessionDoneSchema = named(
  'UnitSuccessionDone',
  z.object({
    note: z.string(),
    dryRun: z.boolean(),
    /** Tasks that the unit still leads: somebody has to reassign them. */
    tasksToReassign: count,
    /** Of these and of what it is waited for in, those under way: `succeedInTasks` moves them to one successor at once. */
    tasksToHandOver: count,
    /** People whose account still belongs to the unit. */
    people: count,
    /** Groups that still name it as a member. */
    groups: z.array(unitRefSchema),
  }),
);
export type UnitSuccessionDone = z.infer<typeof unitSuccessionDoneSchema>;
