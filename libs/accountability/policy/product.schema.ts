import { z } from 'zod';
import { role } from './ladder.schema.js';

/** 机关代字: the word in the number of what this office issues: `武指`. */
const word = (usual: string) => z.string().min(1).max(12).default(usual);

/** As it stands in the red head, without 文件. */
const name = z.string().min(1).max(40).optional();

/**
 * 产品: the words in their numbers, what is produced by itself, who gets it. What is produced by itself comes with a duty: on the
 * day after the period's end the draft is there.
 */
export const productRules = z
  .object({
    organs: z
      .object({
        headquartersOffice: word('指办'),
        taskForceOffice: word('专办'),
        taskForceConvener: word('专班'),
        supervisor: word('督'),
        assessor: word('考'),
        /** Of single task forces, by their actions' codes; else the word of task forces with the action's number. */
        ofActions: z.record(z.string(), z.string().min(1).max(12)).default({}),
      })
      .strict()
      .prefault({}),
    /** 发文机关: under whose name each office issues; left out: of task forces (here by their actions' codes) the name that
     * the plan gives them, else the unit whose people hold the office. */
    issuers: z
      .object({
        headquartersOffice: name,
        supervisor: name,
        assessor: name,
        ofActions: z.record(z.string(), z.string().min(1).max(40)).default({}),
      })
      .strict()
      .prefault({}),
    /** 联合行文: of a kind of product those who issue it together with its maker, in their order after it; the number is the maker's. */
    issuedJointly: z.record(z.string(), z.array(z.string().min(1).max(40)).min(1).max(8)).default({}),
    /**
     * 上行文: kinds that go to those above, and so name who signed them for issue (签发人). Named here: those, in the order of the issuers;
     * none named: the person who issues it.
     */
    goesUpward: z
      .array(
        z
          .object({ kind: z.string().min(1), signers: z.array(z.string().min(1).max(20)).max(9).default([]) })
          .strict(),
      )
      .default([{ kind: 'specialReport', signers: [] }]),
    /** Who reviews a draft is somebody else than who issues it. */
    reviewedByAnother: z.boolean().default(false),
    /** What is drafted by itself, with which duty, about what. */
    produce: z
      .array(
        z
          .object({ with: z.string().min(1), kind: z.string().min(1), per: z.enum(['plan', 'action']) })
          .strict(),
      )
      .default([]),
    /** To whom what is issued goes, besides those it is addressed to; units: those of its plan or action. */
    deliverTo: z
      .array(role)
      .default([
        'commander',
        'deputyCommander',
        'headquartersOffice',
        'taskForceConvener',
        'taskForceOffice',
        'supervisor',
        'leadUnitHead',
        'liaison',
      ]),
  })
  .strict();

export type ProductRules = z.infer<typeof productRules>;
