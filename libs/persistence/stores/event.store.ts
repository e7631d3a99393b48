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

/** Which of these keys their subjects have recorded already: a repeat is answered with what was recorded then. */
export const eventsByKeys = (
  tx: Transaction,
  keys: readonly { subjectKind: SubjectKind; subjectId: string; idempotencyKey: string }[],
): Promise<EventRead[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : tx.query<EventRead>(
        `select e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.seq, e.type, e.payload, e.at,
           e.actor_id as "actorId", e.unit_id as "unitId", e.idempotency_key as "idempotencyKey"
         from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, "idempotencyKey" text)
           cross join lateral (select * from event e where e.jurisdiction_id = $2 and e.subject_kind = w."subjectKind"
             and e.subject_id = w."subjectId" and e.idempotency_key = w."idempotencyKey" limit 1) e`,
        [json(keys), tx.scope.jurisdictionId],
      );

/** A line that repeats what a subject has recorded, as far as it takes to answer with it. */
export type RepeatedEvent = Pick<EventRead, 'subjectId' | 'type' | 'payload' | 'at'>;

/** What these subjects have recorded under one key; one subject by equality, as its plan is kept then. */
export const eventsByKey = (
  tx: Transaction,
  subjectKind: SubjectKind,
  subjectIds: readonly string[],
  idempotencyKey: string,
): Promise<RepeatedEvent[]> =>
  tx.query<RepeatedEvent>(
    `select subject_id as "subjectId", type, payload, at from event where jurisdiction_id = $1 and subject_kind = $2
       and subject_id = ${subjectIds.length === 1 ? '$3' : 'any($3::uuid[])'} and idempotency_key = $4`,
    [
      tx.scope.jurisdictionId,
      subjectKind,
      subjectIds.length === 1 ? subjectIds[0] : subjectIds,
      idempotencyKey,
    ],
  );

/** All events of one subject, oldest first. */
export const eventsOf = (tx: Transaction, kind: SubjectKind, id: string): Promise<EventRead[]> =>
  tx.query<EventRead>(`select ${READ} from event where subject_kind = $1 and subject_id = $2 order by seq`, [
    kind,
    id,
  ]);
