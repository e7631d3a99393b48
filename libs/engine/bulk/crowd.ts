import { MACHINE_VERSION, type Policy, type Rules, type SubjectRef } from '#accountability';
import type { Instant } from '#calendar';
import { lockCrowd, type CrowdKind, type CrowdRow } from '#persistence';
import type { Envelope, Shell } from '../envelope.js';
import { following } from '../following.js';
import type { LoadedSubject } from '../loaded-subject.js';
import { keyOf, type Subjects } from '../subjects.js';
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
  readonly #held = new Map<string, Held>();
  readonly #moved = new Set<string>();
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
    this.#held.clear();
    const heard = new Map<string, number>();
    for (const { to } of wave) {
      const key = keyOf(to);
      this.#refuseMet(to);
      heard.set(key, (heard.get(key) ?? 0) + 1);
    }
    const single = wave.filter(
      (envelope) =>
        mayJoinCrowd(envelope) && heard.get(keyOf(envelope.to)) === 1 && !subjects.get(envelope.to),
    );
    for (const kind of ['task', 'obligation'] as const) {
      const joining = new Map(single.filter(({ to }) => to.kind === kind).map((one) => [one.to.id, one]));
      if (joining.size === 0) continue;
      // All of that kind, so that two transactions meet in the same order, whoever takes which way.
      const ids = new Set(wave.filter(({ to }) => to.kind === kind).map(({ to }) => to.id));
      for (const row of await lockCrowd(this.#shell.tx, kind, [...ids].sort())) {
        const envelope = joining.get(row.id);
        if (envelope) await this.#join(kind, row, envelope);
      }
    }
    return wave.map(({ to }) => to).filter((to) => !this.#held.has(keyOf(to)));
  }

  /** Takes an event, if it is one for the crowd; what it brings about goes to the next wave. */
  takes({ to, idempotencyKey }: Envelope, next: Envelope[]): boolean {
    const held = this.#held.get(keyOf(to));
    if (!held) return false;
    const { row, rules, moved } = held;
    this.#count(1);
    if (moved === 'refused') return true;
    this.#moved.add(keyOf(to));
    const seq = this.#changes[to.kind as CrowdKind].add(row, moved, rules, idempotencyKey);
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
      return subjects.get(ref) !== undefined || this.#moved.has(keyOf(ref));
    });
    if (taken) this.#count(planned.taskIds.length);
    return taken;
  }

  /** One obligation more is made on that line. @throws Tangled where the crowd may have made the same one */
  addsTo(lineId: string): void {
    if (this.#owed.lines.has(lineId)) throw new Tangled(`line ${lineId} owes more`);
  }

  /** After the ordinary changes: what is owed stands in sittings that these have written. */
  async write(): Promise<void> {
    const { tx, now, book } = this.#shell;
    await this.#owed.write((await book.calendar(tx)).version);
    for (const changes of Object.values(this.#changes)) await changes.write(now);
  }

  async #join(kind: CrowdKind, row: CrowdRow, { to, event }: Envelope): Promise<void> {
    if (row.machineVersion !== MACHINE_VERSION[kind]) return;
    const rules = await this.#rulesOf(row.policyVersion);
    const { jurisdictionId } = this.#shell.tx.scope;
    const moved = crowdMove(kind, row, event, rules, this.#books, jurisdictionId);
    if (moved !== null) this.#held.set(keyOf(to), { row, rules, moved });
  }

  #count(subjects: number): void {
    this.#books.taken += subjects;
    this.#books.together += subjects;
  }

  #refuseMet(to: SubjectRef): void {
    if (this.#moved.has(keyOf(to)) || (to.kind === 'obligation' && this.#owed.ids.has(to.id)))
      throw new Tangled(`${keyOf(to)} hears of more than one thing`);
  }
}
