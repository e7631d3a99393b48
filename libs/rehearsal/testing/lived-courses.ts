import { personIdOf, taskIdOf, unitIdOf, type Actor, type Role } from '#accountability';
import { project, type Instant } from '#calendar';
import { actOnNotice, pauseLadder, type NoticeAct } from '#engine';
import { insertPeople, insertRoleAssignments, insertUnits, type Database } from '#persistence';
import {
  actor,
  inCivilTime,
  moment,
  shippedCalendar,
  SMALL_DISTRICT,
  smallTaskCode,
  Story,
  told,
} from '#testing';
import type { Climbed, Supposed } from '../index.js';
import { noonAfter } from '../ladder/noon-after.js';

/** When everything is missed: reports, signatures and tasks alike. */
export const DUE_AT = moment('2024-12-31 17:30');
/** The next report of ten days: from here on a line that is silent again begins another climb. */
export const NEXT_DUE = moment('2025-01-10 17:30');

export interface LivedCourse {
  climbed: Climbed;
  supposed: Supposed;
}

interface Lived extends LivedCourse {
  number: number;
  taskId: string;
  unitId: string;
  unit: Actor;
}

interface Act {
  at: Instant;
  order: number;
  take: () => Promise<unknown>;
}

/** Told of by a rehearsal, by the names that the trail has for it. */
const RECORDED = [
  'RUNG_DUE',
  'NOTICE_ISSUED',
  'ISSUE_OVERDUE',
  'CARD_ANSWERED',
  'CARD_ANSWER_OVERDUE',
  'APPEALED',
  'APPEAL_UPHELD',
  'APPEAL_REJECTED',
  'APPEAL_OVERDUE',
  'HELD',
  'HOLD_EXPIRED',
  'SUSPENDED',
  'SUSPENSION_EXPIRED',
  'BLOCKAGE_ACCEPTED',
  'UNBLOCKED',
];

/**
 * Courses that are lived through on a real database by the engine and by people who do what is supposed of them, all on
 * one clock: each by a unit of its own with one task, so that none has to do with another.
 */
export class LivedCourses {
  readonly #story: Story;
  readonly #courses: Lived[];
  readonly #other: string;
  #acts: Act[] = [];

  private constructor(story: Story, courses: Lived[], other: string) {
    this.#story = story;
    this.#courses = courses;
    this.#other = other;
  }

  static async of(database: Database, courses: readonly LivedCourse[]): Promise<LivedCourses> {
    const story = await Story.begin(database, '2024-12-23 09:00', courses.length);
    const lived = courses.map((course, index): Lived => {
      const { plan, code } = smallTaskCode(index + 1);
      const unitId = unitIdOf(SMALL_DISTRICT, `unit${index + 1}`);
      const roles: Actor['roles'] = [{ role: 'liaison', scopeKind: 'unit', scopeId: unitId }];
      const unit = { personId: personIdOf(SMALL_DISTRICT, `liaison-${index + 1}`), unitId, roles };
      return {
        ...course,
        ...{ number: index + 1, unitId, unit, taskId: taskIdOf(SMALL_DISTRICT, plan, code) },
      };
    });
    const waited = unitIdOf(SMALL_DISTRICT, 'civil');
    const all = new LivedCourses(story, lived, waited);
    await all.#found(database);
    await all.#begin();
    all.#suppose();
    return all;
  }

  async #found(database: Database): Promise<void> {
    await database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      told(tx, async () => {
        await insertUnits(
          tx,
          this.#courses.map(({ number, unitId }) => ({
            ...{ id: unitId, code: `unit${number}`, name: `第${number}局`, kind: 'government-department' },
            ...{ isGroup: false, aliases: [], desks: [], members: [] },
          })),
        );
        const posts = this.#courses.flatMap(({ number, unitId }) =>
          (['liaison', 'leadUnitHead'] as const).map((role: Role) => {
            const username = role === 'liaison' ? `liaison-${number}` : `head-${number}`;
            return { username, unitId, role, id: personIdOf(SMALL_DISTRICT, username) };
          }),
        );
        await insertPeople(
          tx,
          posts.map(({ id, unitId, username }) => ({ id, unitId, username, name: username })),
        );
        await insertRoleAssignments(
          tx,
          posts.map(({ id, unitId, role, username }) => ({
            ...{ id: personIdOf(SMALL_DISTRICT, `${username}/role`), personId: id, role },
            ...{ scopeKind: 'unit', scopeId: unitId, validFrom: null, validTo: null },
          })),
        );
      }),
    );
  }

  /** Each task goes to its unit; what is not asked of it lies far ahead. */
  async #begin(): Promise<void> {
    for (const one of this.#courses) {
      await this.#act(one, 'confirm', actor('hq'));
      await this.#act(one, 'assignLead', actor('hq'), { unitIds: [one.unitId], reason: '分工' });
    }
    const isUnsigned = ({ climbed }: Lived): boolean =>
      climbed.kind === 'task' && climbed.trigger === 'unsigned';
    const signed = this.#courses.filter((one) => !isUnsigned(one));
    for (const one of signed) await this.#act(one, 'dispatch', actor('hq'));
    await this.#story.until('2024-12-23 11:00');
    for (const one of signed) await this.#act(one, 'sign', one.unit);
    await this.#story.until('2024-12-27 10:00');
    for (const one of this.#courses.filter(isUnsigned)) await this.#act(one, 'dispatch', actor('hq'));
    for (const one of this.#courses)
      if (isUnsigned(one) || one.climbed.kind === 'reports')
        await this.#act(one, 'extend', actor('hq'), { reason: '延期', deadlineOn: '2025-06-30' });
  }

  /** @returns what the trail has of each course from its due time on, `2025-01-02 17:30 RUNG_DUE blue` */
  async until(end: Instant): Promise<string[][]> {
    const { engine, clock } = this.#story;
    for (;;) {
      const next = await engine.nextInstant(SMALL_DISTRICT);
      const act = this.#acts[0];
      const at = [next, act?.at ?? null].filter((one) => one !== null).sort()[0];
      if (at === undefined || at > end) break;
      if (at > clock.now()) clock.set(at);
      await this.#takeDue(0);
      await this.#issueDue();
      await engine.sweep(SMALL_DISTRICT);
      await this.#issueDrafts();
      await this.#expectAnswers();
      await this.#takeDue(1);
    }
    const rows = await this.#story.read<{ subject: string; at: Instant; type: string; rung: string | null }>(
      `select e.subject_id as subject, e.at, e.type, e.payload->>'rung' as rung from event e
       where e.type = any($1) and e.at >= $2 order by e.at, e.seq`,
      [RECORDED, DUE_AT],
    );
    const lines = await this.#story.read<{ id: string; unit: string }>(
      `select id, unit_id as unit from reporting_line where duty = 'taskReport'`,
    );
    return this.#courses.map(({ climbed, taskId, unitId }) => {
      const of = climbed.kind === 'reports' ? lines.find(({ unit }) => unit === unitId)?.id : taskId;
      return rows
        .filter(({ subject }) => subject === of)
        .map(({ at, type, rung }) => `${inCivilTime(at)} ${type} ${rung ?? ''}`.trim());
    });
  }

  #suppose(): void {
    for (const one of this.#courses) {
      const { appeal, stop, curedAfter } = one.supposed;
      if (appeal) this.#plan(noon(appeal.after), 1, () => this.#about(one, 'appeal', one.unit));
      const decided = appeal?.decided;
      if (decided)
        this.#plan(noon(decided.after), 2, () =>
          this.#about(one, decided.upheld ? 'upholdAppeal' : 'rejectAppeal', actor('supervisor')),
        );
      if (stop) this.#stops(one, stop);
      if (curedAfter !== null) this.#plan(noon(curedAfter), 4, () => this.#cure(one));
    }
  }

  #stops(one: Lived, { why, from, until }: NonNullable<Supposed['stop']>): void {
    const [begins, ends] = [noon(from), noon(until)];
    const last = ends.slice(0, 10);
    this.#plan(begins, 3, async () => {
      if (why === 'held') return this.#about(one, 'hold', actor('supervisor'), { until: last });
      if (why === 'suspended')
        return this.#act(one, 'suspend', actor('hq'), { reason: '推演', until: last }, false);
      if (why === 'paused')
        return pauseLadder(this.#story.engine.context, {
          ...{ jurisdictionId: SMALL_DISTRICT, ladder: 'reporting', reason: '推演', until: last },
          by: { personId: personIdOf(SMALL_DISTRICT, 'supervisor'), name: '督查室' },
        });
      await this.#act(one, 'block', one.unit, { unitIds: [this.#other], reason: '推演' }, false);
      return this.#act(one, 'acceptBlockage', actor('supervisor'), {}, false);
    });
    if (why === 'waiting')
      this.#plan(ends, 3, () => this.#act(one, 'unblock', one.unit, { reason: '推演' }, false));
  }

  async #cure(one: Lived): Promise<void> {
    const { climbed, unit } = one;
    if (climbed.kind === 'reports') return this.#file(one);
    if (climbed.kind === 'task' && climbed.trigger === 'unsigned')
      return void (await this.#act(one, 'sign', unit, {}, false));
    if (await this.#act(one, 'requestClosure', unit, { statement: '推演' }, false)) {
      for (const office of ['taskforce', 'supervisor', 'hq'])
        await this.#act(one, 'passGate', actor(office), { finding: '推演', reason: '推演' });
      return;
    }
    // Suspended: as soon as it goes on.
    const { stop } = one.supposed;
    if (stop?.why !== 'suspended') return;
    const resumed = project(
      { kind: 'civil', on: noon(stop.until).slice(0, 10), at: '17:30' },
      [],
      shippedCalendar(),
    ).at;
    if (resumed !== null && resumed > this.#story.clock.now()) this.#plan(resumed, 4, () => this.#cure(one));
  }

  async #file({ unitId, unit }: Lived): Promise<void> {
    const [sitting] = await this.#story.read<{ id: string }>(
      `select id from sitting where unit_id = $1 and due_at = $2 and duty = 'taskReport'`,
      [unitId, DUE_AT],
    );
    const owed = await this.#story.read<{ id: string }>('select id from obligation where sitting_id = $1', [
      sitting?.id,
    ]);
    const said = { progress: 100, noChange: false, done: '补报', problems: '', nextSteps: '', readings: [] };
    const filed = await this.#story.engine.fileSitting({
      ...{ jurisdictionId: SMALL_DISTRICT, sittingId: sitting?.id ?? '', actor: unit },
      reports: owed.map(({ id }) => ({ obligationId: id, ...said })),
      idempotencyKey: `file/${unitId}`,
    });
    if (!filed.ok) throw new Error(filed.rejection.code);
  }

  /** About the latest notice of the course that takes the act; what none takes is not done. */
  async #about(one: Lived, action: NoticeAct, by: Actor, more: Record<string, unknown> = {}): Promise<void> {
    if (one.climbed.kind === 'task')
      return void (await this.#act(one, action, by, { reason: '推演', statement: '推演', ...more }, false));
    const notices = await this.#story.read<{ id: string }>(
      `select id from notice where unit_id = $1 and subject_kind = 'reportingLine' and state = 'issued'
       order by issued_at desc, generation desc, drafted_at desc`,
      [one.unitId],
    );
    for (const { id } of notices) {
      const done = await actOnNotice(this.#story.engine.context, {
        ...{ jurisdictionId: SMALL_DISTRICT, noticeId: id, actor: by, action },
        input: { reason: '推演', statement: '推演', ...more },
        idempotencyKey: `${action}/${id}/${this.#story.clock.now()}`,
      });
      if (done.ok) return;
    }
  }

  /** On the last moment of the office's time. */
  async #issueDue(): Promise<void> {
    const due = await this.#story.read<{ id: string }>(
      `select n.id from notice n join deadline d on d.jurisdiction_id = n.jurisdiction_id and d.subject_id = n.subject_id
         and d.state = 'armed' and d.detail->>'event' = 'ISSUE_OVERDUE' and d.detail->>'rung' = n.rung
         and (d.detail->>'generation')::int = n.generation
       where n.state = 'drafted' and d.projected_at <= $1`,
      [this.#story.clock.now()],
    );
    for (const { id } of due) await this.#issue(id, 'atLimit');
  }

  async #issueDrafts(): Promise<void> {
    const drafts = await this.#story.read<{ id: string }>(`select id from notice where state = 'drafted'`);
    for (const { id } of drafts) await this.#issue(id, 'promptly');
  }

  async #issue(noticeId: string, when: Supposed['issued']): Promise<void> {
    const [notice] = await this.#story.read<{ unit: string; kind: string; rung: string }>(
      'select unit_id as unit, subject_kind as kind, rung from notice where id = $1',
      [noticeId],
    );
    const one = this.#courses.find(({ unitId }) => unitId === notice?.unit);
    if (one?.supposed.issued !== when) return;
    const { engine } = this.#story;
    const of = { jurisdictionId: SMALL_DISTRICT, noticeId };
    await engine.agreeNotice({ ...of, actor: actor('commander'), idempotencyKey: `agree/${noticeId}` });
    const issued = await engine.issueNotice({
      ...{ ...of, actor: actor('supervisor'), idempotencyKey: `issue/${noticeId}` },
    });
    if (!issued.ok) throw new Error(issued.rejection.code);
  }

  /** Whoever answers does so at noon, so many working days after the card was earned. */
  async #expectAnswers(): Promise<void> {
    const asked = await this.#story.read<{ unit: string; id: string }>(
      `select n.unit_id as unit, n.id from notice n join deadline d on d.jurisdiction_id = n.jurisdiction_id
         and d.subject_id = n.subject_id and d.detail->>'event' = 'CARD_ANSWER_OVERDUE'
         and d.detail->>'rung' = n.rung and (d.detail->>'generation')::int = n.generation
       where n.state = 'issued' and d.armed_at = $1`,
      [this.#story.clock.now()],
    );
    for (const { unit, id } of asked) {
      const one = this.#courses.find(({ unitId }) => unitId === unit);
      const { answeredAfter = null } = one?.supposed ?? {};
      if (!one || answeredAfter === null) continue;
      const key = `answer/${id}`;
      this.#plan(
        noon(answeredAfter, this.#story.clock.now()),
        0,
        () =>
          actOnNotice(this.#story.engine.context, {
            ...{ jurisdictionId: SMALL_DISTRICT, noticeId: id, actor: one.unit, action: 'answerCard' },
            ...{ input: { statement: '推演' }, idempotencyKey: key },
          }),
        key,
      );
    }
  }

  readonly #planned = new Set<string>();

  #plan(at: Instant, order: number, take: Act['take'], once?: string): void {
    if (once !== undefined && this.#planned.has(once)) return;
    if (once !== undefined) this.#planned.add(once);
    this.#acts.push({ at, order, take });
    this.#acts.sort((a, b) => (a.at === b.at ? a.order - b.order : a.at < b.at ? -1 : 1));
  }

  /** @param from 0: what is in time before the clocks of this moment; 1: what comes after them */
  async #takeDue(from: 0 | 1): Promise<void> {
    const now = this.#story.clock.now();
    const due = this.#acts.filter(({ at, order }) => at <= now && (from === 0 ? order === 0 : true));
    this.#acts = this.#acts.filter((one) => !due.includes(one));
    for (const { take } of due) await take();
  }

  async #act(
    { taskId }: Lived,
    action: string,
    by: Actor,
    input: Record<string, unknown> = {},
    must = true,
  ): Promise<boolean> {
    const done = await this.#story.engine.act({
      ...{ jurisdictionId: SMALL_DISTRICT, subject: { kind: 'task', id: taskId }, action, input, actor: by },
      idempotencyKey: `${this.#story.clock.now()}/${taskId}/${action}/${by.personId}`,
    });
    if (!done.ok && must) throw new Error(`${action}: ${done.rejection.code}`);
    return done.ok;
  }
}

const noon = (workingDays: number, from = DUE_AT): Instant => noonAfter(from, workingDays, shippedCalendar());
