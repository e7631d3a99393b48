import { keptSitting, sittingIdOf, type KeptSitting } from '#accountability';
import type { Instant } from '#calendar';
import {
  obligationPlaces,
  sittingsNow,
  tasksActing,
  type DeadlineArm,
  type DeadlineDisarm,
  type SeenClock,
  type SubjectRow,
} from '#persistence';
import type { Envelope, Shell } from '../envelope.js';
import { UnitOfWork } from '../unit-of-work.js';
import { calendarChanged } from './calendar-changed.js';
import { actingBy, isToldOfTask, SeenPlaces } from './clock-places.js';
import { Earliest } from './earliest.js';
import type { ForeseenClock, ForeseenCounts, ForeseenSitting } from './foreseen.js';

/** What a line's own event does to its clocks. */
interface LineClocks {
  unitId: string;
  disarmed: DeadlineDisarm[];
  armed: Map<string, DeadlineArm>;
}

/** Clocks of sittings are told of with the sitting; that something is being verified, nobody is told beforehand. */
const UNLISTED = /^(?:sitting:|verification:)/;

/** Gathers what a new calendar moves, batch by batch, by the functions that `reprojectDeadlines` goes by; writes nothing. */
export class Foresight {
  readonly counts: ForeseenCounts = {
    sittings: { later: 0, earlier: 0, kept: 0, aheadAgain: 0, overdue: 0, window: 0 },
    obligations: 0,
    clocks: { later: 0, earlier: 0, kept: 0, ends: 0, begins: 0 },
    listedClocks: 0,
    tasks: 0,
    units: 0,
  };
  readonly #shell: Shell;
  readonly #change: { version: number; reason: string };
  readonly #sittings: Earliest<ForeseenSitting>;
  readonly #clocks: Earliest<ForeseenClock>;
  readonly #lines = new Map<string, LineClocks>();
  readonly #tasks = new Set<string>();
  readonly #units = new Set<string>();
  #places: SeenPlaces | null = null;

  /** @param shell whose book has the calendar that is asked about */
  constructor(shell: Shell, change: { version: number; reason: string }, limit: number) {
    this.#shell = shell;
    this.#change = change;
    this.#sittings = new Earliest(limit);
    this.#clocks = new Earliest(limit);
  }

  get sittings(): ForeseenSitting[] {
    return this.#sittings.rows;
  }

  get clocks(): ForeseenClock[] {
    return this.#clocks.rows;
  }

  /** The sittings of these lines, as their statechart moves them. */
  async lines(rows: readonly SubjectRow[]): Promise<void> {
    const { now } = this.#shell;
    const work = new UnitOfWork(this.#shell);
    const envelopes = calendarChanged(
      rows.map(({ id }) => id),
      this.#change,
      now,
    );
    const held = {
      kind: 'reportingLine' as const,
      rows,
      idempotencyKey: `calendar:${this.#change.version}`,
      repeated: [],
    };
    const refused = await work.take(envelopes, held, isOwed);
    if (refused) throw new Error(`a new calendar was refused: ${refused.code}`);
    const { clocks, movedSittings, toldUnitIds } = work.decided;
    for (const unitId of toldUnitIds) this.#units.add(unitId);
    for (const { id, unitIds } of rows)
      this.#lines.set(id, { unitId: unitIds[0] ?? '', disarmed: [], armed: new Map() });
    for (const one of clocks.disarmed) this.#lines.get(one.subjectId)?.disarmed.push(one);
    for (const one of clocks.armed) this.#lines.get(one.subjectId)?.armed.set(one.name, one);
    await this.#sittingsOf(movedSittings, await this.#keptOf(rows));
  }

  /** Clocks as they stand; those of lines after `lines`. */
  async clocksOf(clocks: readonly SeenClock[]): Promise<void> {
    const { book, tx, now } = this.#shell;
    this.#places ??= new SeenPlaces(await book.calendar(tx), now);
    const moved: { clock: SeenClock; row: ForeseenClock }[] = [];
    for (const clock of clocks) {
      const line = this.#lines.get(clock.subjectId);
      const armed = line?.armed.get(clock.name);
      line?.armed.delete(clock.name);
      const place =
        armed !== undefined
          ? { at: armed.projectedAt, wouldBe: null }
          : line?.disarmed.some((one) => isOf(one.name, clock.name))
            ? null
            : this.#places.of(clock);
      const row = rowOf(clock, place, line?.unitId);
      if (row !== null) moved.push({ clock, row });
    }
    await this.#placeOwed(moved);
    await this.#placeTasks(moved);
    for (const { row } of moved) this.#note(row);
  }

  /** After all: clocks that are set where none was, and who is concerned. */
  end(): void {
    for (const [subjectId, { unitId, armed }] of this.#lines)
      for (const { name, projectedAt } of armed.values())
        this.#note({
          ...{ subjectKind: 'reportingLine', subjectId, name, before: null, after: projectedAt },
          ...{ wouldBe: null, fate: 'begins', unitIds: [unitId], taskId: null },
        });
    this.counts.tasks = this.#tasks.size;
    this.counts.units = this.#units.size;
  }

  async #keptOf(rows: readonly SubjectRow[]): Promise<Map<string, KeptSitting>> {
    const { tx, now, book } = this.#shell;
    const kept = new Map<string, KeptSitting>();
    for (const { id, snapshot, policyVersion } of rows) {
      const found = keptSitting(snapshot, now, await book.rules(tx, policyVersion));
      if (found) kept.set(sittingIdOf(id, found.period), found);
    }
    return kept;
  }

  async #sittingsOf(
    moved: readonly { id: string; opensAt: Instant; dueAt: Instant }[],
    kept: ReadonlyMap<string, KeptSitting>,
  ): Promise<void> {
    const goes = new Map(moved.map((one) => [one.id, one]));
    const ids = [...new Set([...goes.keys(), ...kept.keys()])];
    if (ids.length === 0) return;
    for (const { dueAt: before, opensAt: _, taskIds, ...sitting } of await sittingsNow(this.#shell.tx, ids)) {
      const after = goes.get(sitting.id)?.dueAt ?? before;
      const wouldBe = kept.get(sitting.id)?.wouldBe ?? null;
      const fate = wouldBe === null ? fateOf(before, after, this.#shell.now) : 'kept';
      this.counts.sittings[fate] += 1;
      this.#sittings.add({ ...sitting, before, after, wouldBe, fate });
      if (before === after) continue;
      this.counts.obligations += sitting.owed;
      for (const taskId of taskIds) this.#tasks.add(taskId);
    }
  }

  async #placeOwed(moved: readonly { row: ForeseenClock }[]): Promise<void> {
    const owed = moved.flatMap(({ row }) => (row.subjectKind === 'obligation' ? [row] : []));
    const ids = [...new Set(owed.map(({ subjectId }) => subjectId))];
    const places = new Map((await obligationPlaces(this.#shell.tx, ids)).map((place) => [place.id, place]));
    for (const row of owed) {
      const place = places.get(row.subjectId);
      Object.assign(row, { unitIds: place ? [place.unitId] : [], taskId: place?.taskId ?? null });
    }
  }

  async #placeTasks(moved: readonly { clock: SeenClock; row: ForeseenClock }[]): Promise<void> {
    const told = moved.filter(({ clock }) => isToldOfTask(clock));
    const ids = [...new Set(told.map(({ row }) => row.subjectId))];
    const tasks = new Map((await tasksActing(this.#shell.tx, ids)).map((task) => [task.id, task]));
    for (const { clock, row } of told) {
      const task = tasks.get(row.subjectId);
      if (!task) continue;
      const unitIds = actingBy(clock, task);
      row.unitIds = unitIds;
      if (row.fate !== 'kept') for (const unitId of unitIds) this.#units.add(unitId);
    }
  }

  #note(row: ForeseenClock): void {
    this.counts.clocks[row.fate] += 1;
    if (row.taskId !== null && row.fate !== 'kept') this.#tasks.add(row.taskId);
    if (UNLISTED.test(row.name)) return;
    this.counts.listedClocks += 1;
    this.#clocks.add(row);
  }
}

/** What is owed only takes its sitting's due time over: that is read off the sitting. */
const isOwed = ({ to, event }: Envelope): boolean =>
  to.kind === 'obligation' && event.type === 'CALENDAR_CHANGED';

/** A clock is taken off by its name, or by what its name begins with. */
const isOf = (taken: string, name: string): boolean => name === taken || name.startsWith(`${taken}:`);

function rowOf(
  { subjectKind, subjectId, name, projectedAt: before }: SeenClock,
  place: { at: Instant | null; wouldBe: Instant | null } | null,
  unitId: string | undefined,
): ForeseenClock | null {
  const { at: after, wouldBe } = place ?? { at: null, wouldBe: null };
  if (place !== null && before === after && wouldBe === null) return null;
  return {
    ...{ subjectKind, subjectId, name, before, after, wouldBe },
    fate:
      place === null
        ? 'ends'
        : wouldBe !== null
          ? 'kept'
          : (after ?? '') > (before ?? '')
            ? 'later'
            : 'earlier',
    unitIds: unitId === undefined ? [] : [unitId],
    taskId: subjectKind === 'task' ? subjectId : null,
  };
}

function fateOf(before: Instant, after: Instant, now: Instant): ForeseenSitting['fate'] {
  if (before === after) return 'window';
  if (before <= now) return after > now ? 'aheadAgain' : 'overdue';
  return after > before ? 'later' : 'earlier';
}
