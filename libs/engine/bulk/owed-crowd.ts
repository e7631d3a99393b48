import {
  obligationIdOf,
  sittingIdOf,
  TASK_REPORT,
  type Policy,
  type ReportingLineContext,
} from '#accountability';
import type { Instant } from '#calendar';
import {
  appendOwedEvents,
  existingObligations,
  GENESIS_HASH,
  insertOwedCrowd,
  lineHasher,
  type Transaction,
} from '#persistence';
import type { LoadedSubject } from '../loaded-subject.js';
import { owedMould, type OwedMould } from './owed-mould.js';

interface Lot {
  mould: OwedMould;
  at: Instant;
  policyVersion: number;
  ids: string[];
  taskIds: string[];
  unitIds: string[];
  planIds: string[];
  sittingIds: string[];
}

/** What begins with a crowd; the keys of its first event as `Subjects` gives them. */
const BEGUN = { type: 'SCHEDULED', key: 'begin' };

/** The reports that many lines come to owe in one transaction. */
export class OwedCrowd {
  readonly ids = new Set<string>();
  readonly lines = new Set<string>();
  readonly #tx: Transaction;
  readonly #lots = new Map<string, Lot | null>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /**
   * Takes the reports of a planned sitting; false: they are made one by one.
   * @param isHeld whether the transaction has that obligation in its hands otherwise
   */
  add(
    line: LoadedSubject,
    { taskIds, period, dueAt }: { taskIds: readonly string[]; period: string; dueAt: Instant },
    policy: Policy,
    at: Instant,
    isHeld: (id: string) => boolean,
  ): boolean {
    if ((line.snapshot.context as unknown as ReportingLineContext).duty !== TASK_REPORT) return false;
    const lot = this.#lotOf(line.policyVersion, policy, period, dueAt, at);
    if (lot === null) return false;
    const sittingId = sittingIdOf(line.id, period);
    const ids = taskIds.map((taskId) => obligationIdOf(sittingId, taskId));
    if (new Set(ids).size < ids.length || ids.some((id) => this.ids.has(id) || isHeld(id))) return false;
    this.lines.add(line.id);
    const unitId = line.scope.unitIds[0] ?? '';
    ids.forEach((id, i) => {
      this.ids.add(id);
      lot.ids.push(id);
      lot.taskIds.push(taskIds[i] ?? '');
      lot.unitIds.push(unitId);
      lot.planIds.push(line.planId);
      lot.sittingIds.push(sittingId);
    });
    return true;
  }

  /** Writes them; one that is there already is owed no second time. */
  async write(calendarVersion: number): Promise<void> {
    if (this.ids.size === 0) return;
    const known = await existingObligations(this.#tx, [...this.ids]);
    for (const whole of this.#lots.values()) {
      if (whole === null) continue;
      const lot = known.size === 0 ? whole : without(whole, known);
      if (lot.ids.length === 0) continue;
      const { mould, at, policyVersion } = lot;
      const { jurisdictionId } = this.#tx.scope;
      const hash = lineHasher({ jurisdictionId, subjectKind: 'obligation', type: BEGUN.type, at });
      const hashes = lot.ids.map((id, i) => {
        const ids = { id, taskId: lot.taskIds[i] ?? '', unitId: lot.unitIds[i] ?? '' };
        const own = { prevHash: GENESIS_HASH, subjectId: id, seq: 1, unitId: ids.unitId };
        return hash({ ...own, idempotencyKey: BEGUN.key, payload: mould.payload(ids) });
      });
      const rows = { ...mould, ...lot, policyVersion, calendarVersion, hashes };
      await insertOwedCrowd(this.#tx, rows);
      const { input, ownOfInput: ownFields } = mould;
      await appendOwedEvents(this.#tx, { type: BEGUN.type, at, input, ownFields }, rows, {
        key: BEGUN.key,
        prevHash: GENESIS_HASH,
      });
    }
  }

  #lotOf(policyVersion: number, policy: Policy, period: string, dueAt: Instant, at: Instant): Lot | null {
    const key = [policyVersion, period, dueAt, at].join('/');
    const known = this.#lots.get(key);
    if (known !== undefined) return known;
    const mould = owedMould(policy, period, dueAt);
    const lot = mould && {
      mould,
      at,
      policyVersion,
      ids: [],
      taskIds: [],
      unitIds: [],
      planIds: [],
      sittingIds: [],
    };
    this.#lots.set(key, lot);
    return lot;
  }
}

function without(lot: Lot, known: ReadonlySet<string>): Lot {
  const left = (values: string[]): string[] => values.filter((_, i) => !known.has(lot.ids[i] ?? ''));
  return {
    ...lot,
    ids: left(lot.ids),
    taskIds: left(lot.taskIds),
    unitIds: left(lot.unitIds),
    planIds: left(lot.planIds),
    sittingIds: left(lot.sittingIds),
  };
}
