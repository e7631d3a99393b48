import type { SubjectKind } from '#accountability';
import { json, type Transaction } from '../transaction.js';

export interface EventWrite {
  subjectKind: SubjectKind;
  subjectId: string;
  seq: number;
  type: string;
  payload: Record<string, unknown>;
  at: string;
  actorId: string | null;
  unitId: string | null;
  idempotencyKey: string;
  prevHash: string;
  hash: string;
}

/** Appends lines of the trail, in one statement. */
export async function appendEvents(tx: Transaction, events: readonly EventWrite[]): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(
    `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id,
       idempotency_key, prev_hash, hash)
     select $2, w."subjectKind", w."subjectId", w.seq, w.type, w.payload, w.at, w."actorId", w."unitId",
       w."idempotencyKey", w."prevHash", w.hash
     from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, seq integer, type text, payload jsonb,
       at timestamptz, "actorId" uuid, "unitId" uuid, "idempotencyKey" text, "prevHash" text, hash text)`,
    [json(events), tx.scope.jurisdictionId],
  );
}

export interface EventRead {
  subjectKind: SubjectKind;
  subjectId: string;
  seq: number;
  type: string;
  payload: Record<string, unknown>;
  at: string;
  actorId: string | null;
  unitId: string | null;
  idempotencyKey: string;
}

const READ = `subject_kind as "subjectKind", subject_id as "subjectId", seq, type, payload, at, actor_id as "actorId",
  unit_id as "unitId", idempotency_key as "idempotencyKey"`;

/** The event a subject recorded under this key, if it did: a repeat is answered with it and changes nothing. */
export async function eventByKey(
  tx: Transaction,
  kind: SubjectKind,
  id: string,
  idempotencyKey: string,
): Promise<EventRead | null> {
  const [row] = await tx.query<EventRead>(
    `select ${READ} from event where subject_kind = $1 and subject_id = $2 and idempotency_key = $3`,
    [kind, id, idempotencyKey],
  );
  return row ?? null;
}

/** All events of one subject, oldest first. */
export const eventsOf = (tx: Transaction, kind: SubjectKind, id: string): Promise<EventRead[]> =>
  tx.query<EventRead>(`select ${READ} from event where subject_kind = $1 and subject_id = $2 order by seq`, [
    kind,
    id,
  ]);
