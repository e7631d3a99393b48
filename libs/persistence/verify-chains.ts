import { subjectEvents, SUBJECT_TABLES, type SubjectTrail } from './chain-source.js';
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
export const firstFault = ({
  jurisdictionId,
  subjectKind,
  subjectId,
  events,
  head,
}: SubjectTrail): ChainFault | null =>
  firstFaultOf(events, head, (event, seq) =>
    eventHash(event.prevHash, { ...event, jurisdictionId, subjectKind, subjectId, seq }),
  );

export interface ChainFault {
  seq: number;
  tampering: Tampering;
}

/** What is written after what, each with the hash of the one before it. */
interface Link {
  seq: number;
  prevHash: string;
  hash: string;
}

/**
 * The same of any chain.
 *
 * @param hashAt what a link would hash to, were it written at that place
 */
export function firstFaultOf<T extends Link>(
  links: readonly T[],
  head: SubjectTrail['head'],
  hashAt: (link: T, seq: number) => string,
): ChainFault | null {
  let prevHash = GENESIS_HASH;
  for (const [index, link] of links.entries()) {
    const seq = index + 1;
    if (link.seq !== seq)
      return { seq: Math.min(seq, link.seq), tampering: link.seq > seq ? 'removed' : 'inserted' };
    if (link.prevHash !== prevHash) return misplaced(links, head, link, hashAt);
    if (hashAt(link, seq) !== link.hash) return { seq, tampering: 'changed' };
    prevHash = link.hash;
  }
  const { length } = links;
  if (head === null) return { seq: 1, tampering: 'inserted' };
  if (head.version > length) return { seq: length + 1, tampering: 'removed' };
  if (head.version < length) return { seq: head.version + 1, tampering: 'inserted' };
  return head.headHash === prevHash ? null : { seq: length, tampering: 'headMismatch' };
}

/** What happened where a link does not follow on the one before it. */
function misplaced<T extends Link>(
  links: readonly T[],
  head: SubjectTrail['head'],
  link: T,
  hashAt: (link: T, seq: number) => string,
): ChainFault {
  const { seq } = link;
  const last = Math.max(links.length, head?.version ?? 0) + 1;
  const written = writtenAt(link, last, hashAt);
  if (written === null) return { seq, tampering: 'changed' };
  if (written === seq) {
    // It is whole and at its place: it was slipped in with a wrong link, or the one before it replaced, hash and all.
    const tooMany = links.length > (head?.version ?? 0);
    return tooMany || seq === 1 ? { seq, tampering: 'inserted' } : { seq: seq - 1, tampering: 'changed' };
  }
  // Moved up: something that fits was put in before it.
  if (written < seq) return { seq: written, tampering: 'inserted' };
  const predecessorIsThere = links.some((other) => other.hash === link.prevHash);
  return { seq, tampering: predecessorIsThere ? 'reordered' : 'removed' };
}

/** The place whose number makes a link's hash right again, or null. */
function writtenAt<T extends Link>(
  link: T,
  last: number,
  hashAt: (link: T, seq: number) => string,
): number | null {
  for (let seq = 1; seq <= last; seq += 1) if (hashAt(link, seq) === link.hash) return seq;
  return null;
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
