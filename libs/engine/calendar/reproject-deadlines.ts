import type { Notify, SubjectRef, TaskContext } from '#accountability';
import type { Instant } from '#calendar';
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
import type { Cause, Shell } from '../envelope.js';
import { Subjects } from '../subjects.js';
import { calendarChanged } from './calendar-changed.js';
import { actingBy, isToldOfTask, whereItGoes } from './clock-places.js';

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
  const applied = await applyEvents(shell, calendarChanged(ids, change, shell.now));
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
    after: whereItGoes(clock, calendar, shell.now).at,
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

async function tellUnits(
  shell: Shell,
  moved: readonly { clock: DeadlineRead; before: Instant | null; after: Instant | null }[],
  change: CalendarChange,
): Promise<void> {
  const ofTasks = moved.filter(({ clock }) => isToldOfTask(clock));
  if (ofTasks.length === 0) return;
  const subjects = new Subjects(shell);
  const refs = ofTasks.map(({ clock }): SubjectRef => ({ kind: 'task', id: clock.subjectId }));
  await subjects.lock(refs);
  const desk = new Desk(shell);
  // Nothing is added to the task's trail: by that alone, a second calendar would say what the first has said already.
  const cause = (seq: number): Cause => ({
    ...{ seq, at: shell.now, personId: null },
    besides: `calendar:${change.version}`,
  });
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
      desk.notify(effect, task, cause(task.version), rules);
    }
  }
  await desk.write();
}
