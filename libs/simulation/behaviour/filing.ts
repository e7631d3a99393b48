import {
  addMinutes,
  addWorkingDays,
  civilDateOf,
  civilTimeOf,
  expectedProgress,
  instantOf,
  type Instant,
} from '#calendar';
import { owedReports } from '#persistence';
import type { FiledReport } from '#engine';
import { mustWork, type Stage } from '../stage.js';
import { readingAt, type IndicatorTarget } from './reading-at.js';

interface OpenSitting {
  id: string;
  unit_id: string;
  code: string;
  period: string;
  opens_at: Instant;
  due_at: Instant;
}

/**
 * What is asked for in a finer rhythm too is filed there, and so is here: of such a sitting people file nothing by hand.
 * A line knows which of its tasks these are.
 */
const ASKS_FOR_MORE = `exists (select from obligation o join reporting_line l
    on l.jurisdiction_id = o.jurisdiction_id and l.id = s.reporting_line_id
  where o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id and o.state in ('scheduled', 'open', 'returned')
    and not coalesce(l.snapshot #> '{context,finer}' ? o.task_id::text, false))`;

/** Looks for sittings whose window has opened and plans when each unit files: on time, late, or not at all. */
export async function filing(stage: Stage): Promise<void> {
  const sittings = await stage.read<OpenSitting>(
    `select s.id, s.unit_id, u.code, s.period, s.opens_at, s.due_at from sitting s join unit u on u.jurisdiction_id = s.jurisdiction_id and u.id = s.unit_id
     where s.duty = 'taskReport' and s.filed_at is null and s.opens_at <= $1 and s.due_at > $1
       and ${ASKS_FOR_MORE}`,
    [stage.now],
  );
  for (const sitting of sittings) {
    const key = `file:${sitting.period}:${sitting.code}`;
    if (stage.agenda.knows(key)) continue;
    const at = whenFiled(stage, sitting);
    stage.agenda.plan({
      at: at ?? sitting.due_at,
      key,
      run: () => (at === null ? Promise.resolve() : file(stage, sitting.id, sitting.unit_id, sitting.code)),
    });
  }
}

/** Units that were silent make good on the last day of their silence: they file the latest sitting due. */
export function makingGood(stage: Stage): void {
  for (const { unit, until } of stage.scenario.filing.silent) {
    if (!until) continue;
    stage.agenda.plan({
      at: instantOf(until, '10:00'),
      key: `makeGood:${unit}:${until}`,
      run: async () => {
        const [latest] = await stage.read<{ id: string }>(
          `select s.id from sitting s where s.unit_id = $1 and s.duty = 'taskReport' and s.filed_at is null and s.due_at <= $2
             and exists (select from obligation o where o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id and o.state = 'open')
             and ${ASKS_FOR_MORE}
           order by s.due_at desc limit 1`,
          [stage.unitId(unit), stage.now],
        );
        if (latest) await file(stage, latest.id, stage.unitId(unit), unit);
      },
    });
  }
}

/** Null: this unit lets the due time pass. */
function whenFiled(stage: Stage, sitting: OpenSitting): Instant | null {
  const { filing: habits, liaisons } = stage.scenario;
  const dueOn = civilDateOf(sitting.due_at);
  if (
    habits.silent.some(
      ({ unit, from, until }) =>
        unit === sitting.code && from <= dueOn && (until === undefined || dueOn < until),
    )
  )
    return null;
  const late = habits.late.find(
    ({ unit, periods }) => unit === sitting.code && periods.includes(sitting.period),
  );
  if (late) return stage.morning(dueOn, late.days, sitting.code);
  // A unit without a liaison files through its head, at the last moment.
  if (
    liaisons.some(
      ({ unit, leavesOn, successorOn }) => unit === sitting.code && leavesOn < dueOn && dueOn < successorOn,
    )
  )
    return instantOf(dueOn, '16:30');
  const day = addWorkingDays(
    stage.calendar,
    civilDateOf(sitting.opens_at),
    Math.floor(stage.chance('day', sitting.period, sitting.code) * 4),
  );
  const minutes = Math.floor(stage.chance('minute', sitting.period, sitting.code) * 7 * 60);
  const at = addMinutes(instantOf(day, '09:30'), minutes);
  const lunch = civilTimeOf(at) >= '12:00' && civilTimeOf(at) < '14:00' ? 120 : 0;
  const worked = addMinutes(at, lunch);
  return worked < sitting.due_at ? worked : addMinutes(sitting.due_at, -10);
}

/** The unit files everything the sitting waits for. */
export async function file(stage: Stage, sittingId: string, unitId: string, code: string): Promise<void> {
  const actor = await stage.ofUnit(unitId);
  if (!actor) return;
  const owed = await stage.engine.context.database.transaction(
    { jurisdictionId: stage.jurisdictionId },
    (tx) => owedReports(tx, sittingId),
  );
  const open = owed.filter(({ state }) => state === 'open' || state === 'returned');
  if (open.length === 0) return;
  const codes = new Map(
    (
      await stage.read<{ id: string; code: string }>('select id, code from task where id = any($1::uuid[])', [
        open.map(({ taskId }) => taskId),
      ])
    ).map((row) => [row.id, row.code]),
  );
  const indicators = await indicatorsOf(
    stage,
    open.map(({ taskId }) => taskId),
  );
  const today = civilDateOf(stage.now);
  const reports = open.map((on): FiledReport => {
    const task = codes.get(on.taskId) ?? '';
    const still =
      on.lastProgress !== null &&
      on.noChangeRun < 2 &&
      stage.chance('still', sittingId, task) * 100 < stage.scenario.filing.noChangePercent;
    const progress = still
      ? (on.lastProgress ?? 0)
      : Math.max(on.lastProgress ?? 0, progressOf(stage, task, on.startOn, on.deadlineOn));
    return {
      obligationId: on.obligationId,
      progress,
      noChange: still,
      done: still ? '' : `按计划推进，累计完成约${progress}%。`,
      problems: task in stage.scenario.filing.behind && progress > 10 ? '前期工作进度偏慢，正在加快。' : '',
      helpWanted: still
        ? ''
        : (stage.scenario.help.find(
            (asked) => asked.task === task && asked.from <= today && today <= asked.until,
          )?.words ?? ''),
      nextSteps: still ? '' : '继续按序时进度推进。',
      readings: still
        ? []
        : indicators
            .filter(({ taskId }) => taskId === on.taskId)
            .map((indicator) => ({ position: indicator.position, value: readingAt(indicator, progress) })),
    };
  });
  mustWork(
    await stage.engine.fileSitting({
      jurisdictionId: stage.jurisdictionId,
      sittingId,
      reports,
      actor,
      idempotencyKey: `scenario:${stage.now}`,
    }),
    `file ${code}`,
  );
}

/** The indicators of these tasks, where the scenario has readings given. */
const indicatorsOf = (stage: Stage, taskIds: readonly string[]): Promise<IndicatorTarget[]> =>
  stage.scenario.readings
    ? stage.read<IndicatorTarget>(
        `select task_id as "taskId", position, comparator, value::float8 as target, unit from indicator where task_id = any($1::uuid[]) order by task_id, position`,
        [taskIds],
      )
    : Promise.resolve([]);

/** A little around what the schedule expects; tasks named in the scenario fall behind more and more. */
function progressOf(stage: Stage, task: string, startOn: string | null, deadlineOn: string): number {
  if (startOn === null) return 0;
  const expected = expectedProgress(stage.calendar, startOn, deadlineOn, stage.now);
  const behind = ((stage.scenario.filing.behind[task] ?? 0) * expected) / 100;
  const around = (stage.chance('around', task, civilDateOf(stage.now)) - 0.4) * 8;
  return Math.round(Math.min(100, Math.max(0, expected - behind + (behind > 0 ? 0 : around))));
}
