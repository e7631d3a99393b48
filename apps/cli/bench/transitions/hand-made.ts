import pg from 'pg';
import type { Outcome } from './outcome.js';

/**
 * The same transitions by hand: begin, locking read, one write, commit, each a round trip of its own, by prepared
 * statements, as the owner of the tables and so without row-level security. Nothing is decided: what is to be written
 * is given, every column of it.
 */
export class HandMade {
  readonly #pool: pg.Pool;
  readonly #jurisdictionId: string;

  constructor(ownerUrl: string, jurisdictionId: string, connections: number) {
    this.#jurisdictionId = jurisdictionId;
    this.#pool = new pg.Pool({
      connectionString: ownerUrl,
      max: connections,
      // One plan for all, as the product has it for batches: planning would look through all values each time.
      options: '-c search_path=luoshi -c timezone=UTC -c plan_cache_mode=force_generic_plan',
    });
    // Told where the database is dropped while a connection is still being closed.
    this.#pool.on('error', () => undefined);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** One report; a clock and a message more where it is returned. */
  single({ reports, events, disarmed, armed, messages }: Outcome): Promise<void> {
    const [report, event, off, on, message] = [reports[0], events[0], disarmed[0], armed[0], messages[0]];
    if (!report || !event || !off || reports.length > 1) throw new Error('one report at a time');
    const columns = [...report, ...event, ...off, ...(on ?? []), ...(message ?? [])];
    return this.#transaction(
      { name: 'lock_one', text: LOCK_ONE, values: [this.#jurisdictionId, report[0]] },
      on && message
        ? { name: 'return_one', text: RETURN_ONE, values: [this.#jurisdictionId, ...columns] }
        : { name: 'accept_one', text: ACCEPT_ONE, values: [this.#jurisdictionId, ...columns] },
    );
  }

  /** Many, each table's rows by `unnest`. */
  many({ reports, events, disarmed, armed, messages }: Outcome): Promise<void> {
    const lists = [reports, events, disarmed, armed, messages].map((rows) => rows);
    const [r, e, d, a, m] = lists.map((rows, table) => columnsOf(rows, TABLES[table]?.types.length ?? 0));
    return this.#transaction(
      { name: 'lock_many', text: LOCK_MANY, values: [this.#jurisdictionId, r?.[0]] },
      {
        name: 'write_many',
        text: WRITE_MANY,
        values: [this.#jurisdictionId, ...(r ?? []), ...(e ?? []), ...(d ?? []), ...(a ?? []), ...(m ?? [])],
      },
    );
  }

  async #transaction(lock: pg.QueryConfig, write: pg.QueryConfig): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const locked = await client.query(lock);
      const written = await client.query<{ saved: string }>(write);
      if (locked.rows.length !== Number(written.rows[0]?.saved)) throw new Error('not all rows were saved');
      await client.query('commit');
    } finally {
      client.release();
    }
  }
}

/** The columns that the pipeline writes of each table, in the order of `Outcome`; the rest are defaults there too. */
const TABLES = [
  { types: ['uuid', 'text', 'jsonb', 'integer', 'text', 'integer', 'integer', 'integer'] },
  {
    types: ['uuid', 'integer', 'text', 'jsonb', 'timestamptz', 'uuid', 'uuid', 'text', 'text', 'text'],
  },
  { types: ['uuid', 'text', 'timestamptz'] },
  {
    types: [
      'uuid',
      'uuid',
      'text',
      'integer',
      'jsonb',
      'jsonb',
      'jsonb',
      'timestamptz',
      'integer',
      'timestamptz',
    ],
  },
  {
    types: ['uuid', 'uuid', 'uuid', 'text', 'uuid', 'text', 'text', 'timestamptz', 'timestamptz', 'text'],
  },
] as const;

const READ = `select id, snapshot, version, head_hash, machine_version, policy_version, plan_id, unit_id from obligation`;
const LOCK_ONE = `${READ} where jurisdiction_id = $1 and id = $2 for update`;
const LOCK_MANY = `${READ} where jurisdiction_id = $1 and id = any($2::uuid[]) order by id for update`;

const SAVE = `update obligation s set state = r.state, snapshot = r.snapshot, version = r.version, head_hash = r.head_hash,
  machine_version = r.machine_version, policy_version = r.policy_version, calendar_version = r.calendar_version`;
const REPORT_COLUMNS =
  'id, state, snapshot, version, head_hash, machine_version, policy_version, calendar_version';
const EVENT = `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id,
  idempotency_key, prev_hash, hash)`;
const DISARM = `update deadline d set state = 'disarmed', settled_at = o.settled_at`;
const ARM = `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, detail, budget, suspensions,
  projected_at, calendar_version, state, armed_at)`;
const MESSAGE = `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, subject_kind, subject_id, title,
  body, state, deliver_at, created_at, idempotency_key)`;

/** `$2::uuid, $3::text …` from the number on. */
const casts = (table: number, from: number, array = ''): string[] =>
  (TABLES[table]?.types ?? []).map((type, i) => `$${from + i}::${type}${array}`);
const offsets = TABLES.map((_, table) =>
  TABLES.slice(0, table).reduce((sum, { types }) => sum + types.length, 2),
);
const one = (table: number): string => casts(table, offsets[table] ?? 0).join(', ');
const all = (table: number): string => `unnest(${casts(table, offsets[table] ?? 0, '[]').join(', ')})`;

const eventValues = (c: readonly string[]): string => `$1, 'obligation', ${c.join(', ')}`;
const armValues = ([id, subject, ...rest]: readonly string[]): string =>
  `$1, ${id ?? ''}, 'obligation', ${subject ?? ''}, ${rest.slice(0, -1).join(', ')}, 'armed', ${rest.at(-1) ?? ''}`;
const messageValues = ([id, person, unit, kind, subject, title, body, ...rest]: readonly string[]): string =>
  `$1, ${[id, person, unit].join(', ')}, 'inbox', ${kind ?? ''}, 'obligation', ${[subject, title, body].join(', ')}, 'pending', ${rest.join(', ')}`;

const WRITE_BASICS = `s as (${SAVE} from (values (${one(0)})) r (${REPORT_COLUMNS}) where s.jurisdiction_id = $1 and s.id = r.id
    and s.version < r.version returning 1),
  e as (${EVENT} values (${eventValues(casts(1, offsets[1] ?? 0))})),
  d as (${DISARM} from (values (${one(2)})) o (id, name, settled_at) where d.jurisdiction_id = $1
    and d.subject_kind = 'obligation' and d.subject_id = o.id and d.name = o.name and d.state = 'armed')`;
const ACCEPT_ONE = `with ${WRITE_BASICS} select count(*) as saved from s`;
const RETURN_ONE = `with ${WRITE_BASICS},
  a as (${ARM} values (${armValues(casts(3, offsets[3] ?? 0))})),
  m as (${MESSAGE} values (${messageValues(casts(4, offsets[4] ?? 0))}))
  select count(*) as saved from s`;

const names = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const WRITE_MANY = `with
  s as (${SAVE} from ${all(0)} r (${REPORT_COLUMNS}) where s.jurisdiction_id = $1 and s.id = r.id and s.version < r.version
    returning 1),
  e as (${EVENT} select ${eventValues(names('e', 10))} from ${all(1)} w (${names('e', 10).join(', ')})),
  d as (${DISARM} from ${all(2)} o (id, name, settled_at) where d.jurisdiction_id = $1
    and d.subject_kind = 'obligation' and d.subject_id = o.id and d.name = o.name and d.state = 'armed'),
  a as (${ARM} select ${armValues(names('a', 10))} from ${all(3)} w (${names('a', 10).join(', ')})),
  m as (${MESSAGE} select ${messageValues(names('m', 10))} from ${all(4)} w (${names('m', 10).join(', ')}))
  select count(*) as saved from s`;

const columnsOf = (rows: readonly (readonly unknown[])[], width: number): unknown[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
