import type { Notify, SubjectRef, TaskContext } from '#accountability';
import { project, type Instant, type WorkingCalendar } from '#calendar';
import {
  beginBulkRun,
  clocksUnderOlderCalendar,
  countBulkChunk,
  countUnderOlderCalendar,
  finishBulkRun,
  finishCalendarChanges,
  linesUnderOlderCalendar,
  openCalendarChange,
  putLinesUnderCalendar,
  saveProjections,
  standsUnderOlderCalendar,
  type CalendarChange,
  type DeadlineRead,
} from '#persistence';
import { applyEvents } from '../apply-events.js';
import { CaseShelf } from '../bulk/case-shelf.js';
import { Tangled } from '../bulk/tangled.js';
import { Desk } from '../desk.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { byEngine, type Shell } from '../envelope.js';
import { Subjects } from '../subjects.js';

const LINES = 200;
const CLOCKS = 1000;

/**
 * Lets every open deadline follow the newest calendar, a batch a transaction: first the sittings of the reporting
 * lines, by an event that stands in their trail, then every other clock. Restartable at any batch; two processes
 * share the work. Nothing is moved behind now, and nobody is escalated for what moved. Returns how many clocks moved.
 */
export async function reprojectDeadlines(context: EngineContext, jurisdictionId: string): Promise<number> {
  let moved = 0;
  const place: Place = { line: undefined, clock: undefined, begun: false };
  const together = new CaseShelf();
  for (;;) {
    const run = (shelf?: CaseShelf): Promise<Batch> =>
      inTransaction(context, jurisdictionId, async (tx) => {
        const change = await openCalendarChange(tx);
        if (change === null) return { ok: true as const, done: true, moved: 0, place };
        const { book, fault } = context;
        const shell: Shell = { tx, now: context.clock.now(), book, fault, ...(shelf && { together: shelf }) };
        return { ok: true as const, ...(await oneBatch(shell, change, place)) };
      });
    const batch = await run(together).catch((error: unknown) => {
      if (error instanceof Tangled) return run();
      throw error;
    });
    Object.assign(place, batch.place);
    moved += batch.moved;
    if (batch.done) return moved;
  }
}

/** Behind which ids the next batch goes on; what others held then is looked for once more at the end. */
interface Place {
  line: string | undefined;
  clock: string | undefined;
  begun: boolean;
}
interface Batch {
  ok: true;
  done: boolean;
  moved: number;
  place: Place;
}

async function oneBatch(shell: Shell, change: CalendarChange, place: Place): Promise<Omit<Batch, 'ok'>> {
  const { tx, now } = shell;
  const { version } = change;
  if (!place.begun) await beginBulkRun(tx, 'calendar', await countUnderOlderCalendar(tx, version), now);
  const begun = { ...place, begun: true };
  const lines = await linesUnderOlderCalendar(tx, version, LINES, place.line);
  if (lines.length > 0) {
    await moveLines(shell, lines, change);
    await countBulkChunk(tx, 'calendar', lines.length, now);
    return { done: false, moved: 0, place: { ...begun, line: lines.at(-1) } };
  }
  if (place.line !== undefined) return { done: false, moved: 0, place: { ...begun, line: undefined } };
  const clocks = await clocksUnderOlderCalendar(tx, version, CLOCKS, place.clock);
  if (clocks.length > 0) {
    const moved = await moveClocks(shell, clocks, change);
    await countBulkChunk(tx, 'calendar', clocks.length, now);
    return { done: false, moved, place: { ...begun, clock: clocks.at(-1)?.id } };
  }
  if (place.clock !== undefined) return { done: false, moved: 0, place: { ...begun, clock: undefined } };
  // What another process holds, it will put where it belongs; the next sweep finds the change finished.
  if (!(await standsUnderOlderCalendar(tx, version))) {
    await finishCalendarChanges(tx, version, now);
    await finishBulkRun(tx, 'calendar', now);
  }
  return { done: true, moved: 0, place: begun };
}

async function moveLines(shell: Shell, ids: readonly string[], change: CalendarChange): Promise<void> {
  const applied = await applyEvents(
    shell,
    ids.map((id) =>
      byEngine(
        { kind: 'reportingLine', id },
        {
          type: 'CALENDAR_CHANGED',
          at: shell.now,
          calendarVersion: change.version,
          reason: change.reason,
        },
        `calendar:${change.version}`,
      ),
    ),
  );
  if (!applied.ok) throw new Error(`a new calendar was refused: ${applied.rejection.code}`);
  await putLinesUnderCalendar(shell.tx, ids, change.version);
}

async function moveClocks(
  shell: Shell,
  clocks: readonly DeadlineRead[],
  change: CalendarChange,
): Promise<number> {
  const calendar = await shell.book.calendar(shell.tx);
  const rows = clocks.map((clock) => ({
    clock,
    id: clock.id,
    before: clock.projectedAt,
    after: whereItGoes(clock, calendar, shell.now),
  }));
  await saveProjections(
    shell.tx,
    rows.map(({ id, before, after }) => ({ id, before, after })),
    change.version,
    shell.now,
  );
  const moved = rows.filter(({ before, after }) => before !== after);
  await tellUnits(shell, moved, change);
  return moved.length;
}

/** Its new instant; but one that the calendar would put behind now keeps the instant it had. */
function whereItGoes(clock: DeadlineRead, calendar: WorkingCalendar, now: Instant): Instant | null {
  const { at } = project(clock.budget, clock.suspensions, calendar);
  const before = clock.projectedAt;
  if (at === null || before === null || before <= now) return before;
  return at <= now ? before : at;
}

/** A unit hears of the clocks that it acts by; those of the offices that review stand on their own desks. */
const OF_OFFICES = /^(?:gate|dispute|issue|silentAcceptance|rung)/;

/** Who acts by a clock of a task: the unit that is waited for, or has the card to answer; else those that lead. */
function actingBy({ name }: DeadlineRead, { leadUnitIds, blockage, cards }: TaskContext): readonly string[] {
  if (name === 'awaited' && blockage) return [blockage.byUnitId];
  // Contested, it is for the supervision office to decide.
  if (name === 'blockage' && blockage) return blockage.state === 'claimed' ? [blockage.byUnitId] : [];
  const [, generation] = /^answer:(\d+):/.exec(name) ?? [];
  const card = cards.find((one) => String(one.generation) === generation);
  return card ? [card.unitId] : leadUnitIds;
}

async function tellUnits(
  shell: Shell,
  moved: readonly { clock: DeadlineRead; before: Instant | null; after: Instant | null }[],
  change: CalendarChange,
): Promise<void> {
  const ofTasks = moved.filter(({ clock }) => clock.subjectKind === 'task' && !OF_OFFICES.test(clock.name));
  if (ofTasks.length === 0) return;
  const subjects = new Subjects(shell);
  const refs = ofTasks.map(({ clock }): SubjectRef => ({ kind: 'task', id: clock.subjectId }));
  await subjects.lock(refs);
  const desk = new Desk(shell);
  for (const { clock, before, after } of ofTasks) {
    const task = subjects.get({ kind: 'task', id: clock.subjectId });
    if (!task) continue;
    const rules = await shell.book.rules(shell.tx, task.policyVersion);
    for (const unitId of actingBy(clock, task.snapshot.context as unknown as TaskContext)) {
      const effect: Notify = {
        type: 'notify',
        message: 'deadlineMoved',
        audience: ['liaison'],
        unitId,
        facts: { taskIds: [task.id], dueBefore: before, dueAfter: after, reason: change.reason },
      };
      desk.notify(effect, task, { seq: task.version, at: shell.now, personId: null }, rules);
    }
  }
  await desk.write();
}
