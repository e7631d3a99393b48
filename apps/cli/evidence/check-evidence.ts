import { createHash } from 'node:crypto';
import { objectKey, openObjectStore, type ObjectStore } from '#evidence';
import { evidenceObjects } from '#persistence';
import { jurisdictionsOf } from '../system/jurisdictions-of.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withRecord } from '../system/with-record.js';

export interface EvidenceCheck {
  /** Where the files lie. */
  place: string;
  /** Files that the record names, looked at byte for byte. */
  checked: number;
  /** Named by the record and not there, or other bytes than were handed in. */
  missing: string[];
  changed: string[];
  /** There, and named by nobody: left by an upload that broke off between store and record. */
  orphans: string[];
  /** Orphans that were removed. */
  removed: number;
}

const AT_ONCE = 1_000;

/** Holds every file that the record names against its SHA-256, and finds those that nobody names. */
export async function checkEvidence(
  given: { data?: string },
  removeOrphans: boolean,
): Promise<EvidenceCheck> {
  const store = await openObjectStore(withOptions(readEnvironment().config, given));
  const result: EvidenceCheck = {
    place: store.place,
    checked: 0,
    missing: [],
    changed: [],
    orphans: [],
    removed: 0,
  };
  try {
    // The store's keys first: what is handed in while we look is in the record when we ask it, and no orphan.
    const kept = new Set<string>();
    for await (const key of store.keys()) kept.add(key);
    await withRecord(given, async (engine) => {
      for (const { id: jurisdictionId } of await jurisdictionsOf(engine)) {
        for (let after = ''; ;) {
          const files = await engine.context.database.transaction(
            { jurisdictionId },
            (tx) => evidenceObjects(tx, after, AT_ONCE),
            { readOnly: true },
          );
          for (const { sha256 } of files) {
            const key = objectKey(jurisdictionId, sha256);
            kept.delete(key);
            result.checked += 1;
            const found = await sha256Of(store, key);
            if (found === null) result.missing.push(key);
            else if (found !== sha256) result.changed.push(key);
          }
          if (files.length < AT_ONCE) break;
          after = files.at(-1)?.sha256 ?? '';
        }
      }
    });
    result.orphans = [...kept].sort();
    if (removeOrphans)
      for (const key of result.orphans) {
        await store.remove(key);
        result.removed += 1;
      }
    return result;
  } finally {
    store.close();
  }
}

async function sha256Of(store: ObjectStore, key: string): Promise<string | null> {
  const found = await store.get(key);
  if (found === null) return null;
  const hash = createHash('sha256');
  for await (const part of found.content) hash.update(part as Buffer);
  return hash.digest('hex');
}
