import {
  ladderOf,
  refuse,
  upgraded,
  type Actor,
  type Outcome,
  type ReportingLineContext,
  type TaskContext,
} from '#accountability';
import {
  deadlinesOf,
  eventsOf,
  lockSubjects,
  readOutlook,
  unitNames,
  type DeadlineRead,
  type EventRead,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { moveSentence, movesOf } from './clock-moves.js';
import { explainedClock, type ExplainedClock } from './explained-clock.js';
import { IN_CHINESE, type Spoken } from '../spoken-language.js';
import { wordsIn } from './words/words-in.js';
import { todayIn } from '../today.js';
import {
  clockSentence,
  lineSentences,
  matterSentences,
  taskSentences,
  type StandingNow,
} from './sentences.js';

export interface ExplainTaskCommand {
  jurisdictionId: string;
  taskId: string;
  actor: Actor;
  /** Left out: in Chinese. */
  spoken?: Spoken;
}

/** Why a task stands where it stands: sentences, and what they rest on as data. */
export interface Explanation {
  sentences: string[];
  rules: { kind: string; label: string; version: number }[];
  clocks: ExplainedClock[];
  events: { subjectKind: string; subjectId: string; seq: number; type: string; at: string }[];
}

interface Line {
  id: string;
  unit_id: string;
  snapshot: { context: ReportingLineContext };
}

/** Reads what is recorded and says it: the task's own state, its lag, and for each lead unit its line and ladder. */
export function explainTask(
  context: EngineContext,
  command: ExplainTaskCommand,
): Promise<Outcome<Explanation>> {
  const scope = { jurisdictionId: command.jurisdictionId };
  const say = wordsIn(command.spoken ?? IN_CHINESE);
  return context.database.transaction(scope, async (tx): Promise<Outcome<Explanation>> => {
    const [row] = await lockSubjects(tx, 'task', [command.taskId]);
    if (!row) return refuse('SubjectNotFound', '找不到该任务。');
    const { policy, calendar } = await context.book.rules(tx, row.policyVersion);
    const task = upgraded('task', row.snapshot).context as unknown as TaskContext;
    const lines = await linesOf(tx, row.planId, task.leadUnitIds, row.id);
    const names = await unitNames(tx, unitsIn(task));
    const nameOf = (unitId: string): string => names.get(unitId) ?? unitId;
    const unitOfLine = new Map(lines.map((line) => [line.id, nameOf(line.unit_id)]));
    const isToldOf = toldTo(command.actor);
    const clocks = (await runningClocks(tx, row.id, lines)).filter(({ name }) => isToldOf(name));
    const sentences = [
      ...taskSentences(
        task,
        task.leadUnitIds.map(nameOf),
        policy,
        say,
        await standingNow(context, tx, row.id),
      ),
      ...matterSentences(task, nameOf, policy, say),
      ...lines.flatMap((line) => lineSentences(nameOf(line.unit_id), line.snapshot.context, policy, say)),
      ...clocks
        // When the next report is due has been said of the line already.
        .filter(({ name, projectedAt }) => projectedAt !== null && name !== 'sitting:due')
        .sort((a, b) => ((a.projectedAt ?? '') < (b.projectedAt ?? '') ? -1 : 1))
        .map((clock) => clockSentence(clock, unitOfLine.get(clock.subjectId) ?? null, say)),
    ];
    const rules = [
      { kind: 'policy', label: say.word(policy.label), version: policy.version },
      { kind: 'ladder', label: say.word(policy.reportingLadder.basis), version: policy.version },
      ...[...new Set(task.climbs.flatMap((climb) => ladderOf(policy, climb)?.basis ?? []))].map((label) => ({
        kind: 'ladder',
        label: say.word(label),
        version: policy.version,
      })),
      { kind: 'calendar', label: say.calendar(calendar.id), version: calendar.version },
    ];
    const explained = clocks.map((clock) =>
      explainedClock(clock, unitOfLine.get(clock.subjectId) ?? null, calendar, say),
    );
    const moves = await movesOf(
      tx,
      clocks.map(({ id }) => id),
    );
    sentences.push(...moves.map(moveSentence(say)));
    return {
      ok: true,
      value: {
        sentences,
        rules,
        clocks: explained,
        events: (await tellingEvents(tx, row.id, lines)).filter(({ type }) => isToldOf(type)),
      },
    };
  });
}

/** How the task stands now; null where no working days go by for it. */
async function standingNow(
  context: EngineContext,
  tx: Transaction,
  taskId: string,
): Promise<StandingNow | null> {
  const row = await readOutlook(tx, taskId);
  const today = await todayIn(context.book, tx, context.clock.now());
  const stands = row && today.standingOf(row);
  return stands?.runs ? { ...stands, at: today.at } : null;
}

/** That somebody is on the way to look at a report on the spot is for the offices to know: clocks and events by name. */
const toldTo =
  ({ personId, roles }: Actor) =>
  (name: string): boolean =>
    !/^(verification:|VERIFICATION_ORDERED$|VERIFICATION_OVERDUE$)/u.test(name) ||
    personId === null ||
    roles.some(({ scopeKind }) => scopeKind !== 'unit');

/** Every unit that the task's own matters speak of. */
const unitsIn = ({ leadUnitIds, blockage, handover, cards }: TaskContext): string[] => [
  ...new Set([
    ...leadUnitIds,
    ...(blockage ? [blockage.byUnitId] : []),
    ...(handover ? [...handover.fromUnitIds, ...handover.toUnitIds] : []),
    ...cards.map(({ unitId }) => unitId),
  ]),
];

/** The lines on which the task is reported; a unit's other rhythms say nothing of this task. */
const linesOf = (
  tx: Transaction,
  planId: string,
  unitIds: readonly string[],
  taskId: string,
): Promise<Line[]> =>
  tx.query<Line>(
    `select id, unit_id, snapshot from reporting_line where plan_id = $1 and duty = 'taskReport'
       and unit_id = any($2::uuid[])
       and (snapshot->'context'->'taskIds' ? $3 or position($3 in snapshot->'context'->>'climb') > 0)
     order by id`,
    [planId, unitIds, taskId],
  );

async function runningClocks(
  tx: Transaction,
  taskId: string,
  lines: readonly Line[],
): Promise<DeadlineRead[]> {
  const ofTask = await deadlinesOf(tx, 'task', [taskId]);
  const lineIds = lines.map(({ id }) => id);
  const ofLines = await deadlinesOf(tx, 'reportingLine', lineIds);
  return [...ofTask, ...ofLines].filter(({ state }) => state === 'armed');
}

const TELLING = new Set(['SITTING_DUE', 'SITTING_FILED', 'RUNG_DUE', 'NOTICE_AGREED', 'NOTICE_ISSUED']);

/** The events that a colour rests on: those of the task, and those of its lines that moved the ladder. */
async function tellingEvents(
  tx: Transaction,
  taskId: string,
  lines: readonly Line[],
): Promise<Explanation['events']> {
  const events: EventRead[] = await eventsOf(tx, 'task', taskId);
  for (const { id } of lines) {
    const ofLine = await eventsOf(tx, 'reportingLine', id);
    events.push(...ofLine.filter(({ type }) => TELLING.has(type)));
  }
  return events
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ subjectKind, subjectId, seq, type, at }) => ({ subjectKind, subjectId, seq, type, at }));
}
