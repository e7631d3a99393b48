import { z } from 'zod';
import {
  civilDateSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  wordsSchema,
} from './primitives.js';

/** 代办: a person lends roles for some days to another of the same unit or office. */

/** What can be lent: nothing that accepts, verifies, scores, audits or administers. */
export const DELEGABLE_ROLE_NAMES = [
  'commander',
  'deputyCommander',
  'headquartersOffice',
  'taskForceConvener',
  'leadUnitHead',
  'liaison',
  'supportUnitLiaison',
] as const;
const roleSchema = z.enum(DELEGABLE_ROLE_NAMES);
const reason = wordsSchema.max(500);

export const DELEGATION_STATES = {
  coming: '未开始',
  current: '代办中',
  over: '已到期',
  ended: '已结束',
} as const;
export type DelegationState = keyof typeof DELEGATION_STATES;

export const delegationSchema = named(
  'Delegation',
  z.object({
    id: idSchema,
    /** Whose roles they are, and who acts. */
    delegator: personRefSchema,
    delegate: personRefSchema,
    unitName: z.string(),
    roles: z.array(z.object({ role: roleSchema, label: z.string() })),
    from: civilDateSchema,
    /** The last day. */
    to: civilDateSchema,
    reason: z.string(),
    grantedAt: instantSchema,
    state: z.enum(Object.keys(DELEGATION_STATES) as [DelegationState, ...DelegationState[]]),
    stateLabel: z.string(),
    endedAt: instantSchema.nullable(),
    endedByName: z.string().nullable(),
    mayEnd: z.boolean(),
  }),
);
export type DelegationView = z.infer<typeof delegationSchema>;

export const delegationListSchema = named(
  'DelegationList',
  z.object({
    items: z.array(delegationSchema),
    /** Roles that the person who asks can lend, and to whom. */
    roles: z.array(z.object({ role: roleSchema, label: z.string() })),
    candidates: z.array(z.object({ id: idSchema, name: z.string(), unitName: z.string() })),
    /** By the record’s clock. */
    today: civilDateSchema,
  }),
);
export type DelegationList = z.infer<typeof delegationListSchema>;

export const newDelegationSchema = named(
  'NewDelegation',
  z.object({
    delegateId: idSchema,
    roles: z.array(roleSchema).min(1).max(DELEGABLE_ROLE_NAMES.length),
    from: civilDateSchema,
    to: civilDateSchema,
    reason,
  }),
);
export type NewDelegation = z.infer<typeof newDelegationSchema>;

const delegations = '/api/v1/delegations';

export const DELEGATION_ROUTES = {
  delegations: {
    method: 'get',
    path: delegations,
    summary: '代办授权：本人授出和受托的；督查室和审计看全部',
    tag: 'session',
    status: 200,
    answer: delegationListSchema,
  },
  grantDelegation: {
    method: 'post',
    path: delegations,
    summary: '授权他人代办',
    tag: 'session',
    status: 201,
    body: newDelegationSchema,
    answer: delegationListSchema,
    change: true,
    problems: [
      'DelegationNotHeld',
      'DelegationOutside',
      'DelegationApart',
      'DelegationSpan',
      'DelegationThere',
    ],
  },
  endDelegation: {
    method: 'post',
    path: `${delegations}/{id}/end`,
    summary: '结束代办（授权人、代办人、督查室）',
    tag: 'session',
    status: 200,
    params: idParamsSchema,
    body: named('EndDelegation', z.object({ reason })),
    answer: delegationListSchema,
    change: true,
    problems: ['NotFound', 'DelegationNotYours', 'DelegationOver'],
  },
} as const;
