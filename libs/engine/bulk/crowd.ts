import { MACHINE_VERSION, type LeftOut, type Policy, type Rules, type SubjectRef } from '#accountability';
import type { Instant } from '#calendar';
import { lockCrowd, type CrowdKind, type CrowdRow } from '#persistence';
import type { Envelope, Shell } from '../envelope.js';
import { following } from '../following.js';
import type { LoadedSubject } from '../loaded-subject.js';
import type { Subjects } from '../subjects.js';
import type { CaseShelf } from './case-shelf.js';
import { CrowdChanges } from './crowd-changes.js';
import { crowdMove, mayJoinCrowd, type Moved } from './crowd-move.js';
import { OwedCrowd } from './owed-crowd.js';
import { Tangled } from './tangled.js';

interface Held {
  row: CrowdRow;
  rules: Rules;
  moved: Moved | 'refused';
}

/**
 * Those of one transaction that undergo the same by thousands (the obligations of a period, the tasks that hear of
 * missed reports): decided once a case, written by one statement for all of a case. Everybody else, and whoever needs more
 * than such a statement does, goes the ordinary way in the same transaction, with the same result (ADR 0024).
 */
export class Crowd {
  readonly #shell: Shell;
  readonly #books: CaseShelf;
  readonly #rulesOf: (policyVersion: number) => Promise<Rules>;
  /** Of the wave that is decided now. */
  readonly #held = { task: new Map<string, Held>(), obligation: new Map<string, Held>() };
  readonly #moved = { task: new Set<string>(), obligation: new Set<string>() };
  readonly #accepted: string[] = [];
  /** Of the row that was looked at last. */
  #rules: { policyVersion: number; rules: Rules } | null = null;
  readonly #changes: Record<CrowdKind, CrowdChanges>;
  readonly #owed: OwedCrowd;

  constructor(shell: Shell, books: CaseShelf, rulesOf: (policyVersion: number) => Promise<Rules>) {
    this.#shell = shell;
    this.#books = books;
    this.#rulesOf = rulesOf;
    const { tx } = shell;
    this.#changes = { task: new CrowdChanges('task', tx), obligation: new CrowdChanges('obligation', tx) };
    this.#owed = new OwedCrowd(tx);
  }

  /**
   * Locks the tasks and obligations of a wave, in the order of ids, and finds out whom the crowd takes. Returns the
   * subjects that go the ordinary way.
   * @throws Tangled where somebody is met again
   */
  async hold(wave: readonly Envelope[], subjects: Subjects): Promise<SubjectRef[]> {
    const heard = { task: new Map<string, number>(), obligation: new Map<string, number>() };
    for (const { to } of wave) {
      this.#refuseMet(to);
      if (isOfCrowd(to)) heard[to.kind].set(to.id, (heard[to.kind].get(to.id) ?? 0) + 1);
    }
    for (const kind of KINDS) {
      this.#held[kind].clear();
      const joining = new Map<string, Envelope>();
      const types = new Set<string>();
      for (const envelope of wave) {
        const { to, event } = envelope;
        if (to.kind !== kind || heard[kind].get(to.id) !== 1) continue;
        if (!mayJoinCrowd(envelope) || subjects.get(to)) continue;
        joining.set(to.id, envelope);
        types.add(event.type);
      }
      if (joining.size === 0) continue;
      const leftOut = kind === 'task' ? WHOLE : this.#books.leftOut(types);
      // All of that kind, so that two transactions meet in the same order, whoever takes which way.
      const ids = [...heard[kind].keys()].sort();
      for (const row of await lockCrowd(this.#shell.tx, kind, ids, [...leftOut])) {
        const envelope = joining.get(row.id);
        if (envelope) await this.#join(kind, row, envelope, leftOut);
      }
    }
    return wave.flatMap(({ to }) => (this.#heldOf(to) ? [] : [to]));
  }

  /** Takes an event, if it is one for the crowd; what it brings about goes to the next wave. */
  takes({ to, idempotencyKey }: Envelope, next: Envelope[]): boolean {
    const held = this.#heldOf(to);
    if (!held) return false;
    const { row, rules, moved } = held;
    this.#count(1);
    if (moved === 'refused') return true;
    const kind = to.kind as CrowdKind;
    this.#moved[kind].add(to.id);
    if (moved.event.type === 'REPORT_ACCEPTED') this.#accepted.push(to.id);
    const seq = this.#changes[kind].add(row, moved, rules, idempotencyKey);
    if (moved.effects.length === 0) return true;
    const cause = { seq, at: moved.event.at, personId: null };
    let index = 0;
    for (const effect of moved.effects)
      if (effect.type === 'forward') next.push(following(effect.to, effect.event, to, cause, index++));
    return true;
  }

  /** Takes the reports of a planned sitting; false: they are made one by one. */
  owes(
    line: LoadedSubject,
    planned: { taskIds: readonly string[]; period: string; dueAt: Instant },
    policy: Policy,
    at: Instant,
    subjects: Subjects,
  ): boolean {
    const taken = this.#owed.add(line, planned, policy, at, (id) => {
      const ref: SubjectRef = { kind: 'obligation', id };
      return subjects.get(ref) !== undefined || this.#moved.obligation.has(id);
    });
    if (taken) this.#count(planned.taskIds.length);
    return taken;
  }

  /** One obligation more is made on that line. @throws Tangled where the crowd may have made the same one */
  addsTo(lineId: string): void {
    if (this.#owed.lines.has(lineId)) throw new Tangled(`line ${lineId} owes more`);
  }

  /** What may have to be told to a jurisdiction above: the tasks that were taken, and the reports that were accepted. */
  get toldIds(): Readonly<Record<CrowdKind, Iterable<string>>> {
    return { task: this.#moved.task, obligation: this.#accepted };
  }

  /** After the ordinary changes: what is owed stands in sittings that these have written. */
  async write(): Promise<void> {
    const { tx, now, book } = this.#shell;
    await this.#owed.write((await book.calendar(tx)).version);
    for (const changes of Object.values(this.#changes)) await changes.write(now);
  }

  async #join(kind: CrowdKind, row: CrowdRow, { event }: Envelope, leftOut: LeftOut): Promise<void> {
    if (row.machineVersion !== MACHINE_VERSION[kind]) return;
    // Most stand under the same version: to wait for each of thousands would be a turn of the loop for each.
    if (this.#rules?.policyVersion !== row.policyVersion)
      this.#rules = { policyVersion: row.policyVersion, rules: await this.#rulesOf(row.policyVersion) };
    const { rules } = this.#rules;
    const { jurisdictionId } = this.#shell.tx.scope;
    const moved = crowdMove(kind, row, event, rules, { books: this.#books, jurisdictionId, leftOut });
    if (moved !== null) this.#held[kind].set(row.id, { row, rules, moved });
  }

  #heldOf(to: SubjectRef): Held | undefined {
    return isOfCrowd(to) ? this.#held[to.kind].get(to.id) : undefined;
  }

  #count(subjects: number): void {
    this.#books.taken += subjects;
    this.#books.together += subjects;
  }

  #refuseMet(to: SubjectRef): void {
    if (!isOfCrowd(to)) return;
    if (this.#moved[to.kind].has(to.id) || (to.kind === 'obligation' && this.#owed.ids.has(to.id)))
      throw new Tangled(`${to.kind} ${to.id} hears of more than one thing`);
  }
}

const WHOLE: LeftOut = new Set();
const KINDS = ['task', 'obligation'] as const satisfies readonly CrowdKind[];

const isOfCrowd = (to: SubjectRef): to is SubjectRef & { kind: CrowdKind } => to.kind !== 'reportingLine';
