import type { Outcome } from '#accountability';
import { parseCalendar } from '#calendar';
import {
  actOnNotice,
  announceCalendar,
  reprojectDeadlines,
  type Engine,
  type FiledReport,
  type NoticeAct,
} from '#engine';
import type { Database } from '#persistence';
import { seedText } from '#testing';
import { dateOf, instantOfMinute } from '../../oracle/days.js';
import { AWAITED_UNIT } from '../oracle/draw-matter.js';
import { LEADS } from '../oracle/draw-plot.js';
import type { On, PlannedAct } from '../oracle/plot.js';
import { actor, DISTRICT, taskId, unitId } from './district.js';

const NOTHING = '00000000-0000-4000-8000-000000000000';
const jurisdictionId = DISTRICT;

/** The people of a story, who do what it says under one key each, as browsers that ask again when they got no answer. */
export class People {
  readonly #database: Database;
  readonly #without: ReadonlySet<string>;
  /** What was meant is looked up once: a repeat means the same. */
  readonly #meant = new Map<PlannedAct, string>();

  constructor(database: Database, unitsWithoutLiaison: readonly string[]) {
    this.#database = database;
    this.#without = new Set(unitsWithoutLiaison);
  }

  async do(engine: Engine, act: PlannedAct): Promise<Outcome<unknown>> {
    if (act.what === 'announce') return this.#announce(engine, act);
    const { unit } = act;
    // Two periods may be caught up on at one moment: each is an act of its own.
    const which = 'rung' in act ? act.rung : 'due' in act ? act.due : '';
    const idempotencyKey = [act.at, act.what, unit, which].join('/');
    const liaison = actor(this.#without.has(unit) ? `head-${unit}` : `liaison-${unit}`);
    const onTasks = (
      who: typeof liaison,
      numbers: readonly number[],
      action: string,
      input: Record<string, unknown> = {},
    ): Promise<Outcome<unknown>> =>
      engine.actOnMany({
        jurisdictionId,
        subjects: numbers.map((number) => ({ kind: 'task' as const, id: taskId(unit, number) })),
        action,
        input,
        actor: who,
        idempotencyKey,
      });
    const onNotice = async (
      who: string,
      action: NoticeAct,
      on: On,
      rung: string,
    ): Promise<Outcome<unknown>> =>
      actOnNotice(engine.context, {
        jurisdictionId,
        noticeId: await this.#notice(act, 'issued', on, rung),
        actor: actor(who),
        idempotencyKey,
        action,
        input: action === 'answerCard' ? { statement: '人手不足，已经补报' } : { reason: '系统故障' },
      });
    switch (act.what) {
      case 'sign':
        return onTasks(
          liaison,
          Array.from({ length: LEADS[unit as keyof typeof LEADS] }, (_, index) => index + 1),
          'sign',
        );
      case 'block':
        return onTasks(liaison, [1], 'block', { unitIds: [unitId(AWAITED_UNIT)], reason: '等待用地批复' });
      case 'accept':
        return onTasks(actor(`head-${AWAITED_UNIT}`), [1], 'acceptBlockage');
      case 'contest':
        return onTasks(actor(`head-${AWAITED_UNIT}`), [1], 'contestBlockage', { reason: '材料未报' });
      case 'rule':
        return onTasks(actor('supervisor'), [1], 'acceptBlockage');
      case 'overrule':
        return onTasks(actor('supervisor'), [1], 'rejectBlockage', { reason: '材料确未报送' });
      case 'unblock':
        return onTasks(liaison, [1], 'unblock', { reason: '批复已到' });
      case 'suspend':
        return onTasks(actor('headquartersOffice'), [1], 'suspend', {
          reason: '连日降雨',
          until: dateOf(act.until),
        });
      case 'resume':
        return onTasks(actor('headquartersOffice'), [1], 'resume');
      case 'file':
        return this.#file(engine, act, liaison, idempotencyKey);
      case 'agree':
      case 'issue': {
        const command = {
          jurisdictionId,
          noticeId: await this.#notice(act, 'drafted', act.on, act.rung),
          actor: actor(act.what === 'agree' ? 'commander' : 'supervisor'),
          idempotencyKey,
        };
        return act.what === 'agree' ? engine.agreeNotice(command) : engine.issueNotice(command);
      }
      case 'answer':
        return onNotice(`head-${unit}`, 'answerCard', act.on, act.rung);
      case 'appeal':
        return onNotice(`head-${unit}`, 'appeal', act.on, act.rung);
      case 'uphold':
        return onNotice('supervisor', 'upholdAppeal', act.on, act.rung);
      case 'reject':
        return onNotice('supervisor', 'rejectAppeal', act.on, act.rung);
    }
  }

  /** As the command does it: put in force, and everything open counted again. Whoever got no answer announces once more. */
  async #announce(
    engine: Engine,
    { off, worked }: Extract<PlannedAct, { what: 'announce' }>,
  ): Promise<Outcome<unknown>> {
    const read = parseCalendar(seedText('calendars/cn-state-council.yaml'));
    if (!read.ok) throw new Error(JSON.stringify(read));
    const { years } = read.data;
    const year = years['2024'];
    if (!year) throw new Error('the calendar knows nothing of 2024');
    const [offDates, workedDates] = [off.map(dateOf), worked.map(dateOf)];
    const among = (dates: readonly string[], without: readonly string[], more: readonly string[]): string[] =>
      [...dates.filter((date) => !without.includes(date)), ...more].sort();
    const calendar = {
      ...read.data,
      years: {
        ...years,
        '2024': {
          ...year,
          off: among(year.off, workedDates, offDates),
          worked: among(year.worked, offDates, workedDates),
        },
      },
    };
    const done = await announceCalendar(engine.context, {
      jurisdictionId,
      calendar,
      reason: '台风停工通知',
      announcedBy: null,
    });
    if (!done.ok && done.rejection.code !== 'CalendarUnchanged') return done;
    await reprojectDeadlines(engine.context, jurisdictionId);
    return { ok: true, value: null };
  }

  async #notice(act: PlannedAct, state: string, on: On, rung: string): Promise<string> {
    const known = this.#meant.get(act);
    if (known !== undefined) return known;
    const [found] = await this.#read<{ id: string }>(
      `select id from notice where unit_id = $1 and rung = $2 and state = $3 and subject_kind = $4
       order by drafted_at desc limit 1`,
      [unitId(act.unit), rung, state, on === 'line' ? 'reportingLine' : 'task'],
    );
    this.#meant.set(act, found?.id ?? NOTHING);
    return found?.id ?? NOTHING;
  }

  async #file(
    engine: Engine,
    act: Extract<PlannedAct, { what: 'file' }>,
    liaison: ReturnType<typeof actor>,
    idempotencyKey: string,
  ): Promise<Outcome<unknown>> {
    const [sitting] = await this.#read<{ id: string; owed: string[] }>(
      `select s.id, array_agg(o.id order by o.id) as owed from sitting s
         join obligation o on o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id
       where s.unit_id = $1 and s.due_at = $2 group by s.id`,
      [unitId(act.unit), instantOfMinute(act.due)],
    );
    const reports = (sitting?.owed ?? []).map((obligationId): FiledReport => ({
      obligationId,
      progress: 95,
      noChange: false,
      done: '按计划推进',
      problems: '',
      nextSteps: '',
      readings: [],
    }));
    return engine.fileSitting({
      jurisdictionId,
      sittingId: sitting?.id ?? NOTHING,
      reports,
      actor: liaison,
      idempotencyKey,
    });
  }

  #read<T extends object>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.#database.transaction({ jurisdictionId }, (tx) => tx.query<T>(sql, params));
  }
}
