import type { ItemKind, Notify, OwedSitting } from '#accountability';
import { chineseDateTime, periodFromKey } from '#calendar';
import type { OwedTask } from '#reporting';
import type { TaskName } from '#persistence';
import type { Told } from './compose-message.js';
import { dutyFactsOf, dutyLines } from './duties/duty-text.js';

/** What the ids of a transaction's effects are called, read once for all of them. */
export class Names {
  readonly #units: ReadonlyMap<string, string>;
  readonly #tasks: ReadonlyMap<string, TaskName>;
  /** Actions and plans. */
  readonly #others: ReadonlyMap<string, string>;

  constructor(
    units: ReadonlyMap<string, string>,
    tasks: ReadonlyMap<string, TaskName>,
    others: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#units = units;
    this.#tasks = tasks;
    this.#others = others;
  }

  /** What a duty is about, by its name. */
  about(kind: ItemKind, refId: string): string {
    if (kind !== 'task') return this.#others.get(refId) ?? '';
    const task = this.#tasks.get(refId);
    return task ? `${task.code} ${task.title}` : '';
  }

  unit(id: string | null): string {
    return (id && this.#units.get(id)) ?? '';
  }

  actionsOf(taskIds: readonly string[]): string[] {
    return [...new Set(taskIds.flatMap((id) => this.#tasks.get(id)?.actionCode ?? []))];
  }

  plan(): { title: string } {
    const [first] = this.#tasks.values();
    return { title: first?.planTitle ?? '' };
  }

  tasks(ids: readonly string[]): { code: string; title: string }[] {
    return ids
      .flatMap((id) => this.#tasks.get(id) ?? [])
      .map(({ code, title }) => ({ code, title }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The other way round: each task with the periods that it owes, oldest first. */
  owed(sittings: readonly OwedSitting[]): OwedTask[] {
    const byTask = new Map<string, OwedTask>();
    for (const { period, dueAt, taskIds } of sittings) {
      for (const id of taskIds) {
        const name = this.#tasks.get(id);
        if (!name) continue;
        const entry = byTask.get(id) ?? { code: name.code, title: name.title, periods: [] };
        entry.periods.push({ label: periodFromKey(period).label, dueAt });
        byTask.set(id, entry);
      }
    }
    return [...byTask.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** What a message says of one matter. */
  told(effect: Notify): Omit<Told, 'noticeId'> {
    const { facts } = effect;
    const duty = dutyFactsOf(facts);
    return {
      unit: this.unit(effect.unitId),
      plan: this.plan(),
      owed: this.owed((facts['owed'] as OwedSitting[] | undefined) ?? []),
      tasks: duty
        ? dutyLines(duty, (kind, refId) => this.about(kind, refId))
        : this.tasks((facts['taskIds'] as string[] | undefined) ?? []),
      byFiner: typeof facts['byFiner'] === 'number' ? facts['byFiner'] : 0,
      reason: typeof facts['reason'] === 'string' ? facts['reason'] : undefined,
      label:
        typeof facts['label'] === 'string'
          ? facts['label']
          : (movedLabel(facts) ?? requestLabel(facts) ?? gateLabel(facts['gate'])),
    };
  }
}

/** What a new calendar moved: 2025年10月上旬，由…改为…. */
function movedLabel({ owed, dueBefore, dueAfter, dutyLabel }: Notify['facts']): string | undefined {
  if (typeof dueBefore !== 'string') return undefined;
  const [sitting] = (owed as OwedSitting[] | undefined) ?? [];
  const after = sitting?.dueAt ?? dueAfter;
  const duty = typeof dutyLabel === 'string' ? dutyLabel : '';
  const period = sitting ? `${duty}${periodFromKey(sitting.period).label}，` : '';
  return typeof after === 'string'
    ? `${period}由${chineseDateTime(dueBefore)}改为${chineseDateTime(after)}`
    : undefined;
}

/** By when a one-off report is wanted. */
const requestLabel = ({ duty, dueAt }: Notify['facts']): string | undefined =>
  duty === 'requestedReport' && typeof dueAt === 'string' ? `${chineseDateTime(dueAt)}前` : undefined;

const GATES: Readonly<Record<string, string>> = {
  taskForceReview: '专班审核',
  verification: '督查核实',
  approval: '审定销号',
};

const gateLabel = (gate: unknown): string | undefined => (typeof gate === 'string' ? GATES[gate] : undefined);
