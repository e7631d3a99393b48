import { levelsOf, type ProductRules } from '#accountability';
import { periodFromKey, type Instant } from '#calendar';
import type { Transaction } from '#persistence';
import {
  periodFacts,
  type HelpWanted,
  type PeriodFacts,
  type PeriodRecord,
  type ProductScope,
  type Standing,
} from '#products';
import type { EngineContext } from '../../engine-context.js';
import { checkpointsOf, lastInstantOf } from './checkpoints-of.js';
import { indicatorsOf } from './indicators-of.js';
import {
  cardRows,
  filingRows,
  findingRows,
  indicatorRows,
  meetingRows,
  helpRows,
  saidRows,
  type Stretch,
} from './period-rows.js';
import {
  actionRows,
  planRow,
  taskEvents,
  taskRows,
  unitRows,
  type ActionRow,
  type TaskStaticRow,
} from './plan-rows.js';
import { issueOf } from './issue-of.js';
import { policiesFor } from './policies-for.js';
import { taskStandings } from './task-standings.js';

export interface WantedPeriod {
  planId: string;
  scope: ProductScope;
  /** `2024-05`, `2024-05 中旬`, `2024-Q2`, `2024` */
  period: string;
  /** What was known then; left out: at the period's end, or now if that comes sooner. */
  asOf?: Instant;
}

/**
 * The facts of a plan, an action or a unit for a period, from the record as it was known at an instant: a dozen
 * statements, whatever there is to count. Null where there is no such plan, action or unit.
 */
export async function readPeriodFacts(
  context: EngineContext,
  tx: Transaction,
  wanted: WantedPeriod,
): Promise<PeriodFacts | null> {
  const record = await readPeriodRecord(context, tx, wanted);
  return record && periodFacts(record);
}

export async function readPeriodRecord(
  context: EngineContext,
  tx: Transaction,
  { planId, scope, period: key, asOf: at }: WantedPeriod,
): Promise<PeriodRecord | null> {
  const plan = await planRow(tx, planId);
  if (!plan) return null;
  const now = context.clock.now();
  const period = periodFromKey(key);
  const asOf = at ?? earlier(lastInstantOf(period.end), now);
  const checkpoints = checkpointsOf(period, asOf);
  const stretch = {
    planId,
    from: checkpoints[0]?.from ?? asOf,
    to: checkpoints.at(-1)?.at ?? asOf,
    asOf,
  };
  const [actions, units, tasks] = [
    await actionRows(tx, planId),
    await unitRows(tx),
    await taskRows(tx, planId),
  ];
  const inScope = scoped(scope, tasks, actions);
  if (scope.per === 'action' && !actions.some(({ id }) => id === scope.actionId)) return null;
  if (scope.per === 'unit' && !units.some(({ id }) => id === scope.unitId)) return null;
  const ids = inScope.map(({ id }) => id);
  // The record may know more than how it stood at the period's end: what has become of a closed task since, for a correction.
  const standings = taskStandings(
    await taskEvents(tx, ids, asOf),
    [...checkpoints.map((checkpoint) => checkpoint.at), asOf],
    await policiesFor(context, tx, inScope),
  );
  const stoodOf = (id: string): (Standing | null)[] =>
    standings.get(id)?.slice(0, checkpoints.length) ?? checkpoints.map(() => null);
  const isClosedAt = (id: string, at: number): boolean => standings.get(id)?.at(at)?.state === 'closed';
  const rows = await rowsOf(tx, stretch, scope, ids);
  const policy = await context.book.policy(tx, plan.policyVersion);
  return {
    jurisdiction: plan.jurisdiction,
    plan: { id: plan.id, title: plan.title, documentNumber: plan.documentNumber },
    scope,
    period,
    asOf,
    issue: await issueOf(tx, plan, {
      office: nameOf(scope, actions, policy.products.issuers),
      now,
      fallback: policy.issuer,
      ...addressed(scope),
    }),
    checkpoints,
    actions: scope.per === 'action' ? actions.filter(({ id }) => id === scope.actionId) : actions,
    units,
    tasks: inScope
      .filter((task) => isTheirs(scope, actions, task, stoodOf(task.id)))
      .map((task) => ({
        id: task.id,
        code: task.code,
        title: task.title,
        actionId: task.actionId,
        originalDeadlineOn: task.originalDeadlineOn,
        indicators: rows.indicators.get(task.id) ?? [],
        said: rows.said.get(task.id) ?? null,
        helpWanted: rows.help.get(task.id) ?? [],
        stood: stoodOf(task.id),
        openAgain: isClosedAt(task.id, -2) && !isClosedAt(task.id, -1),
      })),
    filings: rows.filings,
    cards: rows.cards,
    findings: rows.findings,
    meetings: rows.meetings,
    levels: levelsOf(policy).map(({ id, label, card, rank }) => ({ id, label, card, rank })),
    behindFrom: policy.lag.behind,
  };
}

/** 发文机关: of an action its task force, as the policy names it, else its office's unit; of all else the headquarters office. */
function nameOf(
  scope: ProductScope,
  actions: readonly ActionRow[],
  issuers: ProductRules['issuers'],
): string | null {
  if (scope.per !== 'action') return issuers.headquartersOffice ?? null;
  const action = actions.find(({ id }) => id === scope.actionId);
  return issuers.ofActions[action?.code ?? ''] ?? action?.taskForce ?? action?.office ?? null;
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

/** Of a unit all tasks of the plan are looked at, as it may have led one before; its rows are its own. */
const scoped = (
  scope: ProductScope,
  tasks: readonly TaskStaticRow[],
  actions: readonly ActionRow[],
): readonly TaskStaticRow[] => {
  if (scope.per === 'action') return tasks.filter(({ actionId }) => actionId === scope.actionId);
  // Whose units lead what is known only when the tasks have been played; whose actions they are, before.
  if (scope.per !== 'person' || scope.ofWholePlan || scope.unitIds.length > 0) return tasks;
  return tasks.filter(({ actionId }) => isOfActions(scope.actionCodes, actions, actionId));
};

const isOfActions = (codes: readonly string[], actions: readonly ActionRow[], actionId: string): boolean =>
  codes.includes(actions.find(({ id }) => id === actionId)?.code ?? '');

function isTheirs(
  scope: ProductScope,
  actions: readonly ActionRow[],
  { actionId }: TaskStaticRow,
  stood: readonly (Standing | null)[],
): boolean {
  const leads = (unitId: string): boolean => stood.some((one) => one?.leadUnitIds.includes(unitId) ?? false);
  if (scope.per === 'unit') return leads(scope.unitId);
  return (
    scope.per !== 'person' ||
    scope.ofWholePlan ||
    isOfActions(scope.actionCodes, actions, actionId) ||
    scope.unitIds.some(leads)
  );
}

/** To whom it is addressed; what is for one person goes to that person alone. */
const addressed = (scope: ProductScope): { addressees: readonly string[]; copiesTo?: readonly string[] } => {
  if (scope.per === 'person') return { addressees: [`${scope.name}同志`], copiesTo: [] };
  return {
    addressees:
      scope.per === 'action' ? ['本行动各牵头单位', '各责任（配合）单位'] : ['各工作专班', '各牵头单位'],
  };
};

async function rowsOf(tx: Transaction, stretch: Stretch, scope: ProductScope, taskIds: readonly string[]) {
  const { planId, asOf } = stretch;
  const of = new Set(taskIds);
  const isOurs = ({ taskId, unitId }: { taskId: string; unitId: string }): boolean =>
    scope.per === 'unit' ? unitId === scope.unitId : of.has(taskId);
  const filings = (await filingRows(tx, stretch)).filter(isOurs);
  const cards = (await cardRows(tx, stretch)).filter(({ taskIds: about, unitId }) =>
    scope.per === 'plan'
      ? true
      : scope.per === 'unit'
        ? unitId === scope.unitId
        : about.some((id) => of.has(id)),
  );
  const findings = (await findingRows(tx, planId, asOf)).filter(isOurs);
  const meetings = (await meetingRows(tx, stretch)).filter(
    ({ actionId }) => scope.per !== 'action' || actionId === scope.actionId,
  );
  const said = new Map((await saidRows(tx, planId, asOf)).map(({ taskId, ...words }) => [taskId, words]));
  const help = new Map<string, HelpWanted[]>();
  for (const { taskId, unitId, words } of await helpRows(tx, planId, asOf))
    help.set(taskId, [...(help.get(taskId) ?? []), { unitId, words }]);
  const indicators = indicatorsOf(await indicatorRows(tx, planId, asOf));
  return { filings, cards, findings, meetings, said, help, indicators };
}
