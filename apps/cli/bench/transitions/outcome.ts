import pg from 'pg';

type Row = readonly unknown[];

/** What transitions left in the tables, column by column, ready to be written again elsewhere. */
export interface Outcome {
  /** id, state, snapshot, version, head_hash, machine_version, policy_version, calendar_version */
  reports: Row[];
  /** subject_id, seq, type, payload, at, actor_id, unit_id, idempotency_key, prev_hash, hash */
  events: Row[];
  /** Clocks taken off: subject_id, name, settled_at */
  disarmed: Row[];
  /** id, subject_id, name, generation, detail, budget, suspensions, projected_at, calendar_version, armed_at */
  armed: Row[];
  /** id, person_id, unit_id, kind, subject_id, title, body, deliver_at, created_at, idempotency_key */
  messages: Row[];
}

/** Reads what became of reports: of each set of ids, everything that its transaction wrote, in the order written. */
export async function outcomesOf(pool: pg.Pool, sets: readonly (readonly string[])[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const ids of sets) {
    const read = async (sql: string): Promise<Row[]> =>
      (await pool.query<unknown[]>({ text: sql, values: [ids], rowMode: 'array' })).rows;
    outcomes.push({
      reports:
        await read(`select id, state, snapshot::text, version, head_hash, machine_version, policy_version,
          calendar_version from obligation where id = any($1::uuid[]) order by id`),
      events:
        await read(`select e.subject_id, e.seq, e.type, e.payload::text, e.at::text, e.actor_id, e.unit_id,
          e.idempotency_key, e.prev_hash, e.hash
        from event e join obligation o on o.id = e.subject_id and o.version = e.seq
        where e.subject_kind = 'obligation' and e.subject_id = any($1::uuid[]) order by e.subject_id`),
      disarmed: await read(`select subject_id, name, settled_at::text from deadline
        where subject_id = any($1::uuid[]) and state = 'disarmed' order by subject_id`),
      armed:
        await read(`select id, subject_id, name, generation, detail::text, budget::text, suspensions::text,
          projected_at::text, calendar_version, armed_at::text
        from deadline where subject_id = any($1::uuid[]) and state = 'armed' order by subject_id`),
      messages: await read(`select id, person_id, unit_id, kind, subject_id, title, body, deliver_at::text,
          created_at::text, idempotency_key
        from message where subject_id = any($1::uuid[]) order by subject_id, person_id`),
    });
  }
  return outcomes;
}
