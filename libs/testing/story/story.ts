import { personIdOf, taskIdOf, type Actor } from '#accountability';
import { civilDateOf, civilTimeOf, type Instant } from '#calendar';
import type { createEngine, Engine, Fault, FiledReport, Outcome } from '#engine';
import type { Database } from '#persistence';
import { manualClock, type ManualClock } from '../manual-clock.js';
import { moment } from '../moment.js';
import { foundSmallDistrict, POSTS, scopeOf, SMALL_DISTRICT, smallTaskCode } from './small-district.js';

/**
 * A story told on a real database and a clock that the test moves: people act at civil times, and everything that
 * anybody is told must be expected, message by message.
 */
export class Story {
  readonly engine: Engine;
  readonly clock: ManualClock;
  readonly #database: Database;
  readonly #create: typeof createEngine;
  #heardUntil: Instant = '';

  private constructor(database: Database, clock: ManualClock, engine: Engine, create: typeof createEngine) {
    this.#database = database;
    this.#create = create;
    this.clock = clock;
    this.engine = engine;
  }

  /** Founds the small district at a civil time (`2024-09-23 10:00`), with so many tasks for the education bureau. */
  static async begin(
    database: Database,
    at: string,
    tasks: number,
    fault?: Fault,
    options: { duties?: boolean } = {},
  ): Promise<Story> {
    const clock = manualClock(moment(at));
    const { createEngine: create } = await import('#engine');
    const engine = create({ database, clock, ...(fault ? { fault } : {}) });
    await foundSmallDistrict(engine, tasks, options);
    return new Story(database, clock, engine, create);
  }

  /** The same record in the hands of another process. */
  resumed(fault?: Fault): Story {
    const engine = this.#create({ database: this.#database, clock: this.clock, ...(fault ? { fault } : {}) });
    return new Story(this.#database, this.clock, engine, this.#create);
  }

  /** Lets the time pass: everything that falls due on the way happens at its instant. */
  async until(at: string): Promise<void> {
    const end = moment(at);
    for (;;) {
      const next = await this.engine.nextInstant(SMALL_DISTRICT);
      if (next === null || next > end) break;
      if (next > this.clock.now()) this.clock.set(next);
      await this.engine.sweep(SMALL_DISTRICT);
    }
    if (end > this.clock.now()) this.clock.set(end);
    await this.engine.sweep(SMALL_DISTRICT);
  }

  /** Nobody sweeps: the system is down until then. */
  down(until: string): void {
    this.clock.set(moment(until));
  }

  /** What people have been told since this was asked last: `10-10 14:00 教育局联络员：填报提醒…`. */
  async heard(): Promise<string[]> {
    const rows = await this.read<{ name: string; title: string; at: Instant }>(
      `select p.name, m.title, m.delivered_at as at from message m join person p on p.jurisdiction_id = m.jurisdiction_id and p.id = m.person_id
       where m.delivered_at > $1 order by m.delivered_at, p.username, m.title`,
      [this.#heardUntil || '1900-01-01T00:00:00.000Z'],
    );
    this.#heardUntil = this.clock.now();
    return rows.map(
      ({ name, title, at }) => `${civilDateOf(at).slice(5)} ${civilTimeOf(at)} ${name}：${title}`,
    );
  }

  /** A person acts on a task at a civil time. @throws Error when the act is refused */
  async task(
    at: string,
    username: string,
    number: number,
    action: string,
    input: Record<string, unknown> = {},
  ): Promise<void> {
    await this.until(at);
    const { plan, code } = smallTaskCode(number);
    const subject = { kind: 'task' as const, id: taskIdOf(SMALL_DISTRICT, plan, code) };
    allowed(
      await this.engine.act({
        jurisdictionId: SMALL_DISTRICT,
        subject,
        action,
        input,
        actor: actor(username),
        idempotencyKey: `${at}/${action}`,
      }),
    );
  }

  /** A unit files everything that a period's sitting waits for. */
  async files(at: string, username: string, period: string, progress: number): Promise<{ late: boolean }> {
    await this.until(at);
    return allowed(await this.tryFiling(username, period, progress, `${at}/${period}`));
  }

  async tryFiling(
    username: string,
    period: string,
    progress: number,
    idempotencyKey: string,
  ): Promise<Outcome<{ late: boolean }>> {
    const [sitting] = await this.read<{ id: string }>(
      `select id from sitting where period = $1 and duty = 'taskReport'`,
      [period],
    );
    const owed = await this.read<{ id: string }>(
      `select id from obligation where sitting_id = $1 and state in ('open', 'returned') order by id`,
      [sitting?.id],
    );
    const reports = owed.map(({ id }): FiledReport => ({
      obligationId: id,
      progress,
      noChange: false,
      done: '按计划推进',
      problems: '',
      nextSteps: '',
      readings: [],
    }));
    return this.engine.fileSitting({
      jurisdictionId: SMALL_DISTRICT,
      sittingId: sitting?.id ?? '',
      reports,
      actor: actor(username),
      idempotencyKey,
    });
  }

  /** Somebody agrees to, issues or acknowledges the latest notice of a rung. */
  async notice(
    at: string,
    username: string,
    rung: string,
    act: 'agree' | 'issue' | 'acknowledge',
    body?: string,
  ): Promise<void> {
    await this.until(at);
    const [notice] = await this.read<{ id: string }>(
      'select id from notice where rung = $1 order by drafted_at desc limit 1',
      [rung],
    );
    const command = {
      jurisdictionId: SMALL_DISTRICT,
      noticeId: notice?.id ?? '',
      actor: actor(username),
      idempotencyKey: `${at}/${act}`,
    };
    if (act === 'agree') allowed(await this.engine.agreeNotice(command));
    else if (act === 'issue')
      allowed(await this.engine.issueNotice({ ...command, ...(body === undefined ? {} : { body }) }));
    else allowed(await this.engine.acknowledgeNotice(command));
  }

  /** The education bureau's line: its ladder's state, the colour in force, and what its sittings came to. */
  async line(): Promise<{ state: string; rung: number; colour: string | null } | undefined> {
    const [line] = await this.read<{ state: string; rung: number; colour: string | null }>(
      `select state, rung, colour from reporting_line where duty = 'taskReport' limit 1`,
    );
    return line;
  }

  async states(table: 'task' | 'obligation', where = 'true'): Promise<string[]> {
    const rows = await this.read<{ state: string }>(
      `select state from ${table} where ${where} order by ${table === 'task' ? 'code' : 'due_at, id'}`,
    );
    return rows.map(({ state }) => state);
  }

  read<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.#database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) => tx.query<T>(sql, params));
  }
}

export function actor(username: string): Actor {
  const post = POSTS.find((one) => one.username === username);
  if (!post) throw new Error(`nobody is called ${username}`);
  const personId = personIdOf(SMALL_DISTRICT, username);
  return {
    personId,
    unitId: null,
    roles: [{ role: post.role, scopeKind: post.scopeKind, scopeId: scopeOf(post) }],
  };
}

function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.rejection.code}: ${outcome.rejection.message}`);
  return outcome.value;
}
