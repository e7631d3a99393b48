import { levelsOf } from '#accountability';
import { periodFromKey, type Instant } from '#calendar';
import type { Transaction } from '#persistence';
import { caseFacts, type CaseFacts, type CaseStep } from '#products';
import type { EngineContext } from '../../engine-context.js';
import { issueOf } from './issue-of.js';
import { cardRows, filingRows, findingRows } from './period-rows.js';
import { actionRows, planRow, taskEvents, taskRows, unitRows } from './plan-rows.js';
import { policiesFor } from './policies-for.js';
import { taskStandings } from './task-standings.js';

interface StepRow {
  seq: number;
  type: string;
  at: Instant;
  unitId: string | null;
  words: string;
  progress: number | null;
  on: string | null;
}

/** Every step of a task with the words that were written for it. */
const stepRows = (tx: Transaction, taskId: string, asOf: Instant): Promise<StepRow[]> =>
  tx.query<StepRow>(
    `select e.seq, e.type, e.at, nullif(e.payload ->> 'unitId', '')::uuid as "unitId",
       coalesce(e.payload ->> 'reason', e.payload ->> 'statement', e.payload ->> 'words', e.payload ->> 'finding', '') as words,
       case when e.type = 'FIGURE_CORRECTED' then (e.payload ->> 'progress')::numeric end as progress,
       case when e.type in ('EXTENDED', 'CARRIED_OVER') then (e.payload ->> 'deadlineOn')::date
         when e.type = 'SUSPENDED' then (e.payload ->> 'until')::date end as "on"
     from event e where e.subject_kind = 'task' and e.subject_id = $1 and e.at <= $2 order by e.seq`,
    [taskId, asOf],
  );

/** One matter with its whole history, as it was known at an instant (left out: now). Null where there is no such task. */
export async function readCaseFacts(
  context: EngineContext,
  tx: Transaction,
  { taskId, asOf: at }: { taskId: string; asOf?: Instant },
): Promise<CaseFacts | null> {
  const now = context.clock.now();
  const asOf = at ?? now;
  const [of] = await tx.query<{ planId: string }>('select plan_id as "planId" from task where id = $1', [
    taskId,
  ]);
  const plan = of && (await planRow(tx, of.planId));
  if (!plan) return null;
  const [task] = await taskRows(tx, plan.id, taskId);
  if (!task) return null;
  const standings = taskStandings(
    await taskEvents(tx, [taskId], asOf),
    [asOf],
    await policiesFor(context, tx, [task]),
  );
  const stood = standings.get(taskId)?.[0];
  if (!stood) return null;
  const policy = await context.book.policy(tx, plan.policyVersion);
  const stretch = { planId: plan.id, from: '2000-01-01T00:00:00.000Z', to: asOf, asOf };
  const filings = (await filingRows(tx, stretch)).filter((one) => one.taskId === taskId);
  const periods = await periodsOf(
    tx,
    filings.map(({ id }) => id),
  );
  return caseFacts({
    plan: { id: plan.id, title: plan.title, documentNumber: plan.documentNumber },
    action: (await actionRows(tx, plan.id)).find(({ id }) => id === task.actionId)?.name ?? '',
    task,
    asOf,
    issue: await issueOf(tx, plan, {
      office: policy.products.issuers.supervisor ?? policy.issuer,
      now,
      fallback: policy.issuer,
      addressees: ['指挥长', '副指挥长'],
      copiesTo: ['指挥部办公室'],
    }),
    stood,
    units: await unitRows(tx),
    steps: (await stepRows(tx, taskId, asOf)).map((step): CaseStep => ({
      ...step,
      // A finding is a word of the chart's, not of a person.
      words: ['true', 'partlyTrue', 'untrue'].includes(step.words) ? '' : step.words,
    })),
    filings: filings.map((filing) => ({ ...filing, period: periods.get(filing.id) ?? '' })),
    cards: (await cardRows(tx, stretch)).filter(({ taskIds }) => taskIds.includes(taskId)),
    findings: (await findingRows(tx, plan.id, asOf)).filter((one) => one.taskId === taskId),
    levels: levelsOf(policy).map(({ id, label, card, rank }) => ({ id, label, card, rank })),
  });
}

async function periodsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; period: string }>(
    'select id, period from obligation where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, period }) => [id, periodFromKey(period).label]));
}
