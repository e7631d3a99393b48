import { asOwner } from '#testing';
import { JURISDICTION, UNITS } from '../../testing/district.js';
import type { PopulatedWorld } from './populated-world.js';

/** Whose the thing is that an address names. */
export const WHOSE = ['own', 'otherUnit', 'otherJurisdiction'] as const;
export type Whose = (typeof WHOSE)[number];

interface Kind {
  table: string;
  /** Which of its rows, in SQL. */
  where?: string;
  /** In SQL, whose row it is; absent: things of the offices, of no single unit. */
  unit?: string;
  /** The last of them, not the first. */
  last?: true;
}

const LEAD = "(select unit_id from responsibility r where r.task_id = t.id and r.kind = 'lead' limit 1)";

/** What an `{id}` can name: where the world has such things. */
export const KINDS = {
  plan: { table: 'plan' },
  task: {
    table: 'task',
    unit: LEAD,
    where: "not exists (select 1 from responsibility r where r.task_id = t.id and r.kind = 'support')",
  },
  unit: { table: 'unit', unit: 't.id' },
  sharedTask: {
    table: 'task',
    where: "exists (select 1 from responsibility r where r.task_id = t.id and r.kind = 'support')",
  },
  sitting: {
    table: 'sitting',
    unit: 't.unit_id',
    where: "t.period = '2024-04 中旬' or t.jurisdiction_id <> '430811'",
  },
  obligation: {
    table: 'obligation',
    unit: 't.unit_id',
    where: "t.kind = 'taskReport' and t.period = '2024-04 中旬' or t.jurisdiction_id <> '430811'",
  },
  lastObligation: {
    table: 'obligation',
    unit: 't.unit_id',
    where: "t.kind = 'taskReport' and t.period = '2024-04 中旬' or t.jurisdiction_id <> '430811'",
    last: true,
  },
  submittedReport: { table: 'obligation', where: "t.state = 'submitted' or t.jurisdiction_id <> '430811'" },
  duty: {
    table: 'obligation',
    where:
      "t.kind in ('meeting', 'taskReport') and (t.task_id is null or t.jurisdiction_id <> '430811') and t.state = 'open'",
  },
  partRequest: { table: 'part_request', unit: 't.asked_by_unit_id' },
  notice: {
    table: 'notice',
    unit: 't.unit_id',
    where: "t.state = 'issued' or t.jurisdiction_id <> '430811'",
  },
  draftNotice: { table: 'notice', where: "t.state = 'drafted'" },
  evidence: { table: 'evidence', unit: 't.unit_id' },
  product: { table: 'product', where: "t.state = 'issued' or t.jurisdiction_id <> '430811'" },
  draftProduct: { table: 'product', where: "t.state = 'draft' and t.scope_kind = 'plan'" },
  assessment: { table: 'assessment' },
  objection: { table: 'assessment_objection', unit: 't.unit_id' },
  handDown: { table: 'hand_down' },
  handedDownTask: { table: 'handed_down_task' },
  draw: { table: 'verification_draw' },
  verification: { table: 'verification' },
  channel: { table: 'channel' },
  letter: { table: 'letter' },
  contact: { table: 'contact' },
  message: { table: 'message' },
  /** Whose the address is. */
  person: { table: 'person', where: "t.username = 'proof-liaison' or t.jurisdiction_id <> '430811'" },
  webhook: { table: 'webhook_subscription' },
  delivery: { table: 'webhook_delivery' },
  planReview: { table: 'plan_review' },
  draftTask: { table: 'draft_task' },
  apiToken: { table: 'api_token' },
  delegation: { table: 'delegation' },
  session: { table: 'session' },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;

export type Things = Readonly<Record<Whose, Partial<Record<KindName, string>>>>;

/** One thing of every kind, of the unit of the cast, of the other unit, of the other jurisdiction; as the owner sees them. */
export async function thingsOf(world: PopulatedWorld): Promise<Things> {
  const things: Record<Whose, Partial<Record<KindName, string>>> = {
    own: {},
    otherUnit: {},
    otherJurisdiction: {},
  };
  await asOwner(world.db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi');
    for (const [name, kind] of Object.entries<Kind>(KINDS)) {
      const find = async (condition: string): Promise<string | undefined> =>
        (
          await owner.query<{ id: string }>(
            `select t.id from ${kind.table} t where (${kind.where ?? 'true'}) and (${condition}) order by t.id ${kind.last === true ? 'desc' : 'asc'} limit 1`,
          )
        ).rows[0]?.id;
      const here = `t.jurisdiction_id = '${JURISDICTION}'`;
      const of = (unit: keyof typeof UNITS): string =>
        kind.unit === undefined ? here : `${here} and ${kind.unit} = '${UNITS[unit].id}'`;
      const put = (whose: Whose, id: string | undefined): void => {
        if (id !== undefined) things[whose][name as KindName] = id;
      };
      put('own', await find(of('farming')));
      if (kind.unit !== undefined) put('otherUnit', await find(of('forestry')));
      put('otherJurisdiction', await find(`t.jurisdiction_id = '${world.foreign.id}'`));
    }
  });
  return things;
}
