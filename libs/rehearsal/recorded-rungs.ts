import { begin, replay, type Snapshot, type SubjectInput } from '#accountability';
import { firstVersionsOf, keyOf, type PlayedRecord, type TrailLine } from './record.js';
import { RungLog, type RungFact } from './rung-log.js';

export interface RecordedRungs {
  log: RungLog;
  /** The rung that an event of the trail was about, by its place in the trail. */
  factOf: ReadonlyMap<TrailLine, RungFact>;
  /** The matter that an event about a whole climb (held, lifted, skipped) was about. */
  matterOf: ReadonlyMap<TrailLine, string>;
}

/**
 * The rungs that were reached, as the trail has them: every task's and line's events replayed as they were kept,
 * under the policy version that governs it. Nothing is decided anew here.
 */
export function recordedRungs(record: PlayedRecord): RecordedRungs {
  const log = new RungLog();
  const factOf = new Map<TrailLine, RungFact>();
  const matterOf = new Map<TrailLine, string>();
  const snapshots = new Map<string, Snapshot>();
  const versions = firstVersionsOf(record);
  for (const line of record.events) {
    const { subject, type, at, payload } = line;
    if (subject.kind === 'obligation') continue;
    const key = keyOf(subject);
    if (type === 'POLICY_ADOPTED') versions.set(key, Number(payload['policyVersion']));
    const policy = record.policies.get(versions.get(key) ?? -1);
    if (!policy) throw new Error(`no policy is known for ${key}`);
    const before = snapshots.get(key);
    if (!before) {
      snapshots.set(key, begin({ kind: subject.kind, input: payload['input'] } as SubjectInput, policy));
      continue;
    }
    const generation = payload['generation'];
    if (typeof generation === 'number') {
      const matter = log.matterOf(subject, generation);
      if (matter !== undefined) matterOf.set(line, matter);
    }
    const after = replay(subject.kind, before, { type, at, payload }, policy);
    // What an earlier version of the chart took and this one does not is passed over; the comparison shows it.
    if (!after) continue;
    snapshots.set(key, after);
    const fact = log.note(subject, { type, at, ...payload }, before, after, policy);
    if (fact) factOf.set(line, fact);
  }
  return { log, factOf, matterOf };
}
