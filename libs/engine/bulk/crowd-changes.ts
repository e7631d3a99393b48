import type { Rules } from '#accountability';
import { MACHINE_VERSION } from '#accountability';
import {
  appendCrowdEvents,
  canonicalJson,
  disarmCrowd,
  lineHasher,
  moveCrowd,
  settleCrowd,
  type CrowdKind,
  type CrowdRow,
  type Transaction,
} from '#persistence';
import type { CrowdEffect, Moved } from './crowd-move.js';

interface Move {
  moved: Moved;
  calendarVersion: number;
  ids: string[];
  hashes: string[];
}

/** What is said of many in the same words. */
interface Said {
  number: number;
  payload: string;
  hash: ReturnType<typeof lineHasher>;
}

/** What has to be written about the crowd of one kind, gathered by what is the same for many. */
export class CrowdChanges {
  readonly #kind: CrowdKind;
  readonly #tx: Transaction;
  readonly #moves = new Map<string, Move>();
  readonly #said = new Map<string, Said>();
  readonly #saidBy = new WeakMap<Moved['event'], Said>();
  readonly #texts: { type: string; at: string; payload: unknown }[] = [];
  readonly #lines = {
    says: [] as number[],
    ids: [] as string[],
    seqs: [] as number[],
    unitIds: [] as (string | null)[],
    keys: [] as string[],
    prevHashes: [] as string[],
    hashes: [] as string[],
  };
  readonly #effects = {
    disarmDeadline: new Map<string, string[]>(),
    settleAlert: new Map<string, string[]>(),
  };

  constructor(kind: CrowdKind, tx: Transaction) {
    this.#kind = kind;
    this.#tx = tx;
  }

  /** One line more on the subject's trail, and what became of it; returns the line's number. */
  add(row: CrowdRow, moved: Moved, { calendar }: Rules, idempotencyKey: string): number {
    const { id, headHash, unitId } = row;
    const seq = row.version + 1;
    const said = this.#saidOf(moved.event);
    const hash = said.hash({
      prevHash: headHash,
      subjectId: id,
      seq,
      unitId,
      idempotencyKey,
      payload: said.payload,
    });
    const { says, ids, seqs, unitIds, keys, prevHashes, hashes } = this.#lines;
    says.push(said.number);
    ids.push(id);
    seqs.push(seq);
    unitIds.push(unitId);
    keys.push(idempotencyKey);
    prevHashes.push(headHash);
    hashes.push(hash);
    const move = this.#moveOf(moved, calendar.version);
    move.ids.push(id);
    move.hashes.push(hash);
    for (const type of ['disarmDeadline', 'settleAlert'] as const) this.#gather(type, id, moved.effects);
    return seq;
  }

  /** A few statements for all of them. */
  async write(now: string): Promise<void> {
    const [tx, kind] = [this.#tx, this.#kind];
    for (const { moved, calendarVersion, ids, hashes } of this.#moves.values()) {
      const { state, value, written } = moved;
      const machineVersion = MACHINE_VERSION[kind];
      await moveCrowd(tx, kind, { state, value, written, machineVersion, calendarVersion, ids, hashes });
    }
    await appendCrowdEvents(tx, { subjectKind: kind, said: this.#texts, ...this.#lines });
    for (const [names, ids] of this.#effects.disarmDeadline)
      await disarmCrowd(tx, kind, ids, namesOf(names), now);
    for (const [names, ids] of this.#effects.settleAlert)
      await settleCrowd(tx, kind, ids, namesOf(names), now);
  }

  #saidOf(event: Moved['event']): Said {
    // Of equal cases it is the very same event.
    const same = this.#saidBy.get(event);
    if (same) return same;
    const said = this.#saidAnew(event);
    this.#saidBy.set(event, said);
    return said;
  }

  #saidAnew({ type, at, payload }: Moved['event']): Said {
    const text = canonicalJson(payload);
    const key = `${type}/${at}/${text}`;
    const known = this.#said.get(key);
    if (known) return known;
    const { jurisdictionId } = this.#tx.scope;
    const hash = lineHasher({ jurisdictionId, subjectKind: this.#kind, type, at });
    const said = { number: this.#texts.length, payload: text, hash };
    this.#texts.push({ type, at, payload });
    this.#said.set(key, said);
    return said;
  }

  #moveOf(moved: Moved, calendarVersion: number): Move {
    const { value, written } = moved;
    const key = written === null ? `/${calendarVersion}` : JSON.stringify([value, written, calendarVersion]);
    const known = this.#moves.get(key);
    if (known) return known;
    const move: Move = { moved, calendarVersion, ids: [], hashes: [] };
    this.#moves.set(key, move);
    return move;
  }

  #gather(type: 'disarmDeadline' | 'settleAlert', id: string, effects: readonly CrowdEffect[]): void {
    const names = effects.flatMap((effect) => (effect.type === type ? [effect.name] : []));
    if (names.length === 0) return;
    const key = JSON.stringify(names);
    const ids = this.#effects[type].get(key);
    if (ids) ids.push(id);
    else this.#effects[type].set(key, [id]);
  }
}

const namesOf = (key: string): string[] => JSON.parse(key) as string[];
