import { subjectEvents, SUBJECT_TABLES, type StoredEvent, type SubjectTrail } from './chain-source.js';
import { eventHash, GENESIS_HASH } from './chain.js';
import type { Queryable } from './transaction.js';

/**
 * - `changed`: an event says something else than when it was written
 * - `removed`: an event is missing before this place, or from here on
 * - `inserted`: an event that was not written at this place
 * - `reordered`: an event that was written at another place
 * - `headMismatch`: the events agree with each other but not with what the subject remembers of the last one
 */
export type Tampering = 'changed' | 'removed' | 'inserted' | 'reordered' | 'headMismatch';

export interface BrokenChain {
  jurisdictionId: string;
  subjectKind: SubjectTrail['subjectKind'];
  subjectId: string;
  /** The first place at which the chain does not hold. */
  seq: number;
  tampering: Tampering;
}

export interface ChainReport {
  /** Events looked at. */
  checked: number;
  /** Subjects looked at. */
  subjects: number;
  /** At most one entry, the first, for each subject. */
  broken: BrokenChain[];
}

/**
 * Follows the chain of every subject that the connection can see, and compares its end with the subject's own row.
 * Best called in a read-only transaction of isolation `repeatable read`, so that it sees one moment.
 */
export async function verifyChains(
  source: Queryable,
  onProgress?: (checked: number) => void,
): Promise<ChainReport> {
  const report: ChainReport = { checked: 0, subjects: 0, broken: [] };
  for await (const trail of subjectEvents(source)) {
    report.checked += trail.events.length;
    report.subjects += 1;
    const fault = firstFault(trail);
    if (fault !== null) {
      const { jurisdictionId, subjectKind, subjectId } = trail;
      report.broken.push({ jurisdictionId, subjectKind, subjectId, ...fault });
    }
    onProgress?.(report.checked);
  }
  report.broken.push(...(await subjectsWithoutEvents(source)));
  return report;
}

/** The first event of a subject that is not as it was written, or null. */
export function firstFault(trail: SubjectTrail): { seq: number; tampering: Tampering } | null {
  let prevHash = GENESIS_HASH;
  for (const [index, event] of trail.events.entries()) {
    const seq = index + 1;
    if (event.seq !== seq)
      return { seq: Math.min(seq, event.seq), tampering: event.seq > seq ? 'removed' : 'inserted' };
    if (event.prevHash !== prevHash) return misplaced(trail, event);
    if (hashAt(trail, event, seq) !== event.hash) return { seq, tampering: 'changed' };
    prevHash = event.hash;
  }
  const { head } = trail;
  const length = trail.events.length;
  if (head === null) return { seq: 1, tampering: 'inserted' };
  if (head.version > length) return { seq: length + 1, tampering: 'removed' };
  if (head.version < length) return { seq: head.version + 1, tampering: 'inserted' };
  return head.headHash === prevHash ? null : { seq: length, tampering: 'headMismatch' };
}

/** What happened where an event does not follow on the one before it. */
function misplaced(trail: SubjectTrail, event: StoredEvent): { seq: number; tampering: Tampering } {
  const { seq } = event;
  const written = writtenAt(trail, event);
  if (written === null) return { seq, tampering: 'changed' };
  if (written === seq) {
    // It is whole and at its place: it was slipped in with a wrong link, or the one before it replaced, hash and all.
    const tooMany = trail.events.length > (trail.head?.version ?? 0);
    return tooMany || seq === 1 ? { seq, tampering: 'inserted' } : { seq: seq - 1, tampering: 'changed' };
  }
  // Moved up: something that fits was put in before it.
  if (written < seq) return { seq: written, tampering: 'inserted' };
  const predecessorIsThere = trail.events.some((other) => other.hash === event.prevHash);
  return { seq, tampering: predecessorIsThere ? 'reordered' : 'removed' };
}

/** The place whose number makes an event's hash right again, or null. */
function writtenAt(trail: SubjectTrail, event: StoredEvent): number | null {
  const last = Math.max(trail.events.length, trail.head?.version ?? 0) + 1;
  for (let seq = 1; seq <= last; seq += 1) if (hashAt(trail, event, seq) === event.hash) return seq;
  return null;
}

function hashAt(trail: SubjectTrail, event: StoredEvent, seq: number): string {
  const { jurisdictionId, subjectKind, subjectId } = trail;
  return eventHash(event.prevHash, { ...event, jurisdictionId, subjectKind, subjectId, seq });
}

/** Subjects that remember events of which not one is left. */
async function subjectsWithoutEvents(source: Queryable): Promise<BrokenChain[]> {
  const broken: BrokenChain[] = [];
  for (const [subjectKind, table] of Object.entries(SUBJECT_TABLES) as [
    SubjectTrail['subjectKind'],
    string,
  ][]) {
    const rows = await source.query<{ jurisdiction_id: string; id: string }>(
      `select s.jurisdiction_id, s.id from luoshi.${table} s
       where s.version > 0 and not exists (select from luoshi.event e
         where e.jurisdiction_id = s.jurisdiction_id and e.subject_kind = $1 and e.subject_id = s.id)
       order by s.jurisdiction_id, s.id`,
      [subjectKind],
    );
    broken.push(
      ...rows.map((row) => ({
        jurisdictionId: row.jurisdiction_id,
        subjectKind,
        subjectId: row.id,
        seq: 1,
        tampering: 'removed' as const,
      })),
    );
  }
  return broken;
}
