import {
  begin,
  replay,
  stateName,
  type Policy,
  type Snapshot,
  type TaskContext,
  type TaskInput,
} from '#accountability';
import type { Instant } from '#calendar';
import type { Standing } from '#products';
import type { TaskEventRow } from './plan-rows.js';

/** Policies to replay under: the task's own first; an event that it would refuse today was taken under another. */
export type PoliciesOf = (taskId: string) => readonly Policy[];

/**
 * How every task stood at each of these instants: its recorded events, played again by the statechart itself. Of the
 * reports of one unit in a row only the last is played, as each puts the figure of the one before it out of force.
 *
 * @param events of whole tasks, in their order; those of the supervision region may be left out
 * @param at rising instants
 */
export function taskStandings(
  events: readonly TaskEventRow[],
  at: readonly Instant[],
  policiesOf: PoliciesOf,
): Map<string, (Standing | null)[]> {
  const found = new Map<string, (Standing | null)[]>();
  for (const [id, own] of byTask(events)) found.set(id, standingsOfTask(own, at, policiesOf(id)));
  return found;
}

function byTask(events: readonly TaskEventRow[]): Map<string, TaskEventRow[]> {
  const tasks = new Map<string, TaskEventRow[]>();
  for (const event of events) {
    const own = tasks.get(event.id);
    if (own) own.push(event);
    else tasks.set(event.id, [event]);
  }
  return tasks;
}

function standingsOfTask(
  events: readonly TaskEventRow[],
  at: readonly Instant[],
  policies: readonly Policy[],
): (Standing | null)[] {
  const player = new Player(policies);
  let next = 0;
  return at.map((instant) => {
    for (; next < events.length; next += 1) {
      const event = events[next];
      if (!event || event.at > instant) break;
      player.take(event);
    }
    return player.standing();
  });
}

class Player {
  #snapshot: Snapshot | null = null;
  /** The last report of each unit that has not been played yet. */
  readonly #reports = new Map<string, TaskEventRow>();

  constructor(readonly policies: readonly Policy[]) {}

  take(event: TaskEventRow): void {
    if (event.type === 'PROGRESS_REPORTED') {
      const unitId = String(event.payload['unitId']);
      this.#reports.delete(unitId);
      this.#reports.set(unitId, event);
      return;
    }
    this.#playReports();
    this.#play(event);
  }

  standing(): Standing | null {
    this.#playReports();
    return this.#snapshot && standingOf(this.#snapshot);
  }

  #playReports(): void {
    for (const event of this.#reports.values()) this.#play(event);
    this.#reports.clear();
  }

  #play({ id, type, at, payload }: TaskEventRow): void {
    const [own] = this.policies;
    if (!own) throw new Error('no policy to replay under');
    if (this.#snapshot === null) {
      // A trail that does not begin with the draft tells of nothing that could be counted.
      if (payload['input'] === undefined) return;
      this.#snapshot = begin({ kind: 'task', input: payload['input'] as TaskInput }, own);
      return;
    }
    for (const policy of this.policies) {
      const after = replay('task', this.#snapshot, { type, at, payload }, policy);
      if (after === null) continue;
      this.#snapshot = after;
      return;
    }
    throw new Error(`task ${id} refuses ${type} of ${at} in a replay`);
  }
}

/** Expectations have two decimals: a half is rounded up as it is on paper, not as binary fractions have it. */
const oneDecimal = (points: number): number => Math.round(Math.round(points * 100) / 10) / 10;

function standingOf({ value, context }: Snapshot): Standing {
  const task = context as unknown as TaskContext;
  const { life, schedule } = value as { life: unknown; schedule: Standing['schedule'] };
  const reported = task.leadUnitIds.filter((unitId) => task.progressOf[unitId] !== undefined);
  const lags = reported.map((unitId) => (task.expectedOf[unitId] ?? 0) - (task.progressOf[unitId] ?? 0));
  return {
    state: stateName(life),
    leadUnitIds: task.leadUnitIds,
    progress: reported.length === 0 ? null : task.progress,
    lag: lags.length === 0 ? null : oneDecimal(Math.max(...lags)),
    schedule,
    deadlineOn: task.deadlineOn,
    pastDeadline: task.deadlinePassed && !task.ongoing,
    blocked: task.blockage && {
      byUnitId: task.blockage.byUnitId,
      accepted: task.blockage.state === 'accepted',
      reason: task.blockage.reason,
    },
    dispute: task.dispute,
    suspendedUntil: task.suspension?.until ?? null,
  };
}
