import type { Actor, Role } from '#accountability';
import { civilDateOf } from '#calendar';
import { issueProduct, makerOf, produceProduct, reviewProduct, type WantedProduct } from '#engine';
import { roleHolders, type ProductRead } from '#persistence';
import type { EngineContext } from '../../../engine-context.js';

export interface YearOf {
  readonly context: EngineContext;
  readonly jurisdictionId: string;
  readonly planId: string;
  readonly planCode: string;
}

/** Who makes products here: the first who holds the role of a plan or an action. */
export async function makers({
  context,
  jurisdictionId,
  planCode,
}: YearOf): Promise<(role: Role, actionCode: string | null) => Actor> {
  const held = await context.database.transaction({ jurisdictionId }, (tx) =>
    roleHolders(tx, civilDateOf(context.clock.now())),
  );
  return (role, actionCode) => {
    const scopeId = actionCode === null ? planCode : `${planCode}/${actionCode}`;
    const holder = held.find((one) => one.role === role && one.scopeId === scopeId);
    if (!holder) throw new Error(`nobody is ${role} of ${scopeId}`);
    const { personId, unitId } = holder;
    return { personId, unitId, roles: held.filter((one) => one.personId === personId) };
  };
}

/** All periods of a year that products are made of. */
const PERIODS = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}`);
const TEN_DAYS = PERIODS.flatMap((month) => ['上旬', '中旬', '下旬'].map((part) => `${month} ${part}`));
const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];

/** Every product of every period of the year: of the plan, of each action, of each matter and meeting. */
export async function everyWanted({ context, jurisdictionId, planId }: YearOf): Promise<WantedProduct[]> {
  const read = <T extends object>(sql: string): Promise<T[]> =>
    context.database.transaction({ jurisdictionId }, (tx) => tx.query<T>(sql, [planId]));
  const actions = await read<{ id: string }>('select id from action where plan_id = $1 order by position');
  const scopes = [
    { scopeKind: 'plan' as const, scopeId: planId },
    ...actions.map(({ id }) => ({ scopeKind: 'action' as const, scopeId: id })),
  ];
  const of = (kind: WantedProduct['kind'], periods: readonly string[]): WantedProduct[] =>
    periods.flatMap((period) => scopes.map((scope) => ({ kind, planId, ...scope, period })));
  const matters = await read<{ id: string; day: string }>(
    `select distinct t.id, to_char(max(n.issued_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
     from notice n join task t on t.plan_id = n.plan_id and t.code in (select x ->> 'code' from jsonb_array_elements(n.facts -> 'tasks') x)
     where n.plan_id = $1 and n.colour is not null and n.issued_at is not null group by t.id order by t.id`,
  );
  const meetings = await read<{ id: string; day: string }>(
    `select o.id, max(r.body ->> 'heldOn') as day from obligation o join duty_record r on r.obligation_id = o.id and r.kind = 'meeting'
     where o.plan_id = $1 group by o.id order by o.id`,
  );
  return [
    ...of('dispatchBrief', TEN_DAYS),
    ...of('monthlyBulletin', PERIODS),
    ...of('publication', PERIODS),
    ...of('quarterlyReview', QUARTERS),
    ...matters.map(({ id, day }): WantedProduct => ({
      kind: 'specialReport',
      planId,
      scopeKind: 'task',
      scopeId: id,
      period: day,
    })),
    ...meetings.map(({ id, day }): WantedProduct => ({
      kind: 'meetingMinutes',
      planId,
      scopeKind: 'meeting',
      scopeId: id,
      period: day,
    })),
    // Last: before it the year is assessed, which takes days.
    { kind: 'annualAssessment', planId, scopeKind: 'plan', scopeId: planId, period: '2024' },
  ];
}

/** Drafts it, or finds it drafted; null: that period has nothing to write about. */
export async function produced(
  year: YearOf,
  actorOf: (role: Role, actionCode: string | null) => Actor,
  wanted: WantedProduct,
): Promise<ProductRead | null> {
  const actor = await whoMakes(year, actorOf, wanted);
  const made = await produceProduct(year.context, {
    ...wanted,
    jurisdictionId: year.jurisdictionId,
    actor,
  });
  if (made.ok) return made.value;
  if (made.rejection.code === 'NothingToReport') return null;
  throw new Error(`${wanted.kind} ${wanted.period}: ${made.rejection.code} ${made.rejection.message}`);
}

/** Reviews and issues a draft, as its office does. */
export async function issued(
  year: YearOf,
  actorOf: (role: Role, actionCode: string | null) => Actor,
  draft: ProductRead,
): Promise<ProductRead> {
  const command = {
    jurisdictionId: year.jurisdictionId,
    actor: await whoMakes(year, actorOf, draft as unknown as WantedProduct),
    productId: draft.id,
  };
  const reviewed = draft.state === 'reviewed' ? null : await reviewProduct(year.context, command);
  if (reviewed !== null && !reviewed.ok) throw new Error(`${draft.title}: ${reviewed.rejection.message}`);
  // Of the first weeks nothing is verified yet.
  const out = await issueProduct(year.context, { ...command, publishEmpty: true });
  if (!out.ok) throw new Error(`${draft.title}: ${out.rejection.code} ${out.rejection.message}`);
  return out.value;
}

async function whoMakes(
  { context, jurisdictionId }: YearOf,
  actorOf: (role: Role, actionCode: string | null) => Actor,
  { kind, scopeKind, scopeId }: Pick<WantedProduct, 'kind' | 'scopeKind' | 'scopeId'>,
): Promise<Actor> {
  const role = makerOf(kind, scopeKind);
  if (role === null) throw new Error(`nobody makes ${kind} of a ${scopeKind}`);
  const [row] = await context.database.transaction({ jurisdictionId }, (tx) =>
    tx.query<{ code: string }>(
      `select a.code from action a where a.id = $1
       union all select a.code from obligation o join action a on a.id = o.action_id where o.id = $1`,
      [scopeId],
    ),
  );
  return actorOf(role, role.startsWith('taskForce') ? (row?.code ?? null) : null);
}
