import { expectedProgressOf, levelOf, upgraded, type Policy, type TaskContext } from '#accountability';
import { periodFromKey, type Instant, type WorkingCalendar } from '#calendar';
import { writeWorkbook } from '#documents';
import {
  ledgerFilings,
  ledgerPlan,
  ledgerRungs,
  ledgerTasks,
  type LedgerFilingRow,
  type LedgerTaskRow,
  type Transaction,
} from '#persistence';
import {
  tenDayLedger,
  type FilingOutcome,
  type LedgerAction,
  type LedgerTask,
  type TenDayLedgerFacts,
} from '#reporting';
import type { EngineContext } from '../engine-context.js';
import { taskStateLabel } from './task-state-labels.js';

export interface WantedLedger {
  jurisdictionId: string;
  planId: string;
  /** `2024-05 上旬` */
  period: string;
  /** Only what this unit may see. */
  unitId?: string | null | undefined;
  /** Of one action alone, or of what one unit leads. */
  of?: { actionId?: string | undefined; unitId?: string | undefined };
}

export interface WrittenLedger {
  fileName: string;
  bytes: Uint8Array;
}

/** The ten-day ledger of a plan as a workbook, from the record as it stands now; null for a plan or period that is not there. */
export async function tenDayLedgerOf(
  context: EngineContext,
  wanted: WantedLedger,
): Promise<WrittenLedger | null> {
  const scope = { jurisdictionId: wanted.jurisdictionId, unitId: wanted.unitId ?? null };
  const facts = await context.database.transaction(scope, (tx) => tenDayFacts(context, tx, wanted));
  if (facts === null) return null;
  const bytes = await writeWorkbook(tenDayLedger(facts), { date: facts.asOf.slice(0, 10) });
  return { fileName: `旬台账-${facts.period.label}.xlsx`, bytes };
}

/** What the ten-day ledger says, from the record as it stands now; null for a plan or period that is not there. */
export async function tenDayFacts(
  context: EngineContext,
  tx: Transaction,
  wanted: WantedLedger,
): Promise<TenDayLedgerFacts | null> {
  const plan = await ledgerPlan(tx, wanted.planId);
  const all = await ledgerFilings(tx, wanted.planId, wanted.period);
  const [first] = all;
  if (!plan || !first) return null;
  const { actionId, unitId: ofUnit } = wanted.of ?? {};
  const filings = ofUnit === undefined ? all : all.filter((filing) => filing.unitId === ofUnit);
  const { policy, calendar } = await context.book.rules(tx, plan.policyVersion);
  const asOf = context.clock.now();
  const rungs = new Map((await ledgerRungs(tx, wanted.planId)).map((row) => [row.unitId, row]));
  const byTask = groupByTask(filings);
  const actions = new Map<string, LedgerAction>();
  for (const row of await ledgerTasks(tx, wanted.planId)) {
    if (actionId !== undefined && row.actionId !== actionId) continue;
    if (ofUnit !== undefined && !row.leads.some(({ id }) => id === ofUnit) && !byTask.has(row.id)) continue;
    const action = actions.get(row.actionCode) ?? {
      code: row.actionCode,
      name: row.actionName,
      ...(row.office === null ? {} : { taskForceOffice: row.office }),
      tasks: [],
    };
    const unitId = row.leads.map(({ id }) => id).find((id) => rungs.has(id));
    const standing = unitId === undefined ? undefined : rungs.get(unitId);
    const ladder = standing
      ? {
          rung: standing.rung,
          colour: standing.colour,
          paint: levelOf(policy, standing.colour)?.colour ?? null,
          label: policy.reportingLadder.rungs[standing.rung - 1]?.label ?? '',
        }
      : null;
    action.tasks.push(taskOf(row, byTask.get(row.id) ?? [], { policy, calendar, asOf, ladder }));
    actions.set(row.actionCode, action);
  }
  return {
    plan: {
      title: plan.title,
      ...(plan.documentNumber === null ? {} : { documentNumber: plan.documentNumber }),
    },
    period: { label: periodFromKey(wanted.period).label, start: first.periodStart, end: first.periodEnd },
    asOf,
    actions: [...actions.values()],
  };
}

function groupByTask(filings: readonly LedgerFilingRow[]): Map<string, LedgerFilingRow[]> {
  const groups = new Map<string, LedgerFilingRow[]>();
  for (const filing of filings) groups.set(filing.taskId, [...(groups.get(filing.taskId) ?? []), filing]);
  return groups;
}

/** What could be expected of the task by then: of the lead that answers for it the longest. */
function expectedOf(row: LedgerTaskRow, calendar: WorkingCalendar, at: Instant): number {
  const task = upgraded('task', row.snapshot).context as unknown as TaskContext;
  return Math.max(0, ...row.leads.map(({ id }) => expectedProgressOf(calendar, task, id, at)));
}

interface Around {
  policy: Policy;
  calendar: WorkingCalendar;
  asOf: Instant;
  ladder: LedgerTask['ladder'];
}

function taskOf(row: LedgerTaskRow, filings: readonly LedgerFilingRow[], around: Around): LedgerTask {
  const at = filings[0] && filings[0].dueAt < around.asOf ? filings[0].dueAt : around.asOf;
  const expected =
    row.startOn === null || filings.length === 0 ? null : round(expectedOf(row, around.calendar, at));
  const figures = filings.map(({ progress, progressBefore }) => progress ?? progressBefore);
  const known = figures.filter((figure): figure is number => figure !== null);
  const reported = known.length === 0 ? null : Math.min(...known);
  const lag = expected === null || reported === null ? null : round(expected - reported);
  const said = (pick: (filing: LedgerFilingRow) => string | null): string =>
    filings
      .map((filing) => pick(filing))
      .filter(Boolean)
      .join('；');
  return {
    code: row.code,
    title: row.title,
    leadUnits: row.leads.map(({ name }) => name),
    supportUnits: row.supports,
    stateLabel: taskStateLabel(row.state),
    expected,
    reported,
    lag,
    schedule: scheduleOf(lag, around.policy),
    problems: said(({ problems }) => problems),
    nextSteps: said(({ nextSteps }) => nextSteps),
    changes: said(changeOf),
    filings: filings.map((filing) => ({
      unit: filing.unit,
      dueAt: filing.dueAt,
      outcome: outcomeOf(filing, around.asOf),
      ...(filing.filedAt === null ? {} : { filedAt: filing.filedAt }),
    })),
    ladder: around.ladder,
  };
}

function changeOf({ progress, progressBefore, noChange, done }: LedgerFilingRow): string {
  if (progress === null) return '';
  if (noChange === true) return '与上期相比无变化';
  const points = progressBefore === null ? null : round(progress - progressBefore);
  const moved =
    points === null || points === 0
      ? ''
      : `（较上期${points > 0 ? '提高' : '回落'}${Math.abs(points)}个百分点）`;
  return `${done ?? ''}${moved}`;
}

function outcomeOf(filing: LedgerFilingRow, asOf: Instant): FilingOutcome {
  if (filing.state === 'excused') return 'excused';
  if (filing.filedAt !== null) return filing.late ? 'late' : 'onTime';
  if (filing.state === 'missed') return 'missed';
  return filing.dueAt <= asOf ? 'silent' : 'pending';
}

function scheduleOf(lag: number | null, policy: Policy): LedgerTask['schedule'] {
  if (lag === null) return { code: 'notMeasured', label: '未评定' };
  if (lag >= policy.lag.seriouslyBehind) return { code: 'seriouslyBehind', label: '严重滞后' };
  if (lag >= policy.lag.behind) return { code: 'behind', label: '滞后' };
  return lag < 0 ? { code: 'ahead', label: '超前' } : { code: 'onTrack', label: '正常' };
}

const round = (value: number): number => Math.round(value * 10) / 10;
