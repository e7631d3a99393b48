import { personIdOf, taskIdOf, unitIdOf } from '#accountability';
import {
  askForPart,
  fulfilDuty,
  requestReport,
  type AskedPart,
  type FulfilledDuty,
  type Outcome,
  type RequestedReport,
} from '#engine';
import { actor, moment, SMALL_DISTRICT, smallTaskCode, type Story } from '#testing';

/** Posts of the small district at their duties, at civil times. */
export class DutyStory {
  constructor(readonly story: Story) {}

  /** Somebody sees to a duty of a period. */
  async fulfil(
    at: string,
    username: string,
    duty: string,
    period: string,
    record: unknown,
  ): Promise<Outcome<FulfilledDuty>> {
    await this.story.until(at);
    const [owed] = await this.story.read<{ id: string }>(
      'select id from obligation where duty = $1 and period = $2 order by due_at desc limit 1',
      [duty, period],
    );
    return fulfilDuty(this.story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor(username),
      idempotencyKey: `${at}/${duty}`,
      obligationId: owed?.id ?? '00000000-0000-0000-0000-000000000000',
      record,
    });
  }

  /** Somebody accepts what was filed, or returns it with a reason. */
  async judge(
    at: string,
    username: string,
    duty: string,
    period: string,
    reason: string | null = null,
  ): Promise<string> {
    await this.story.until(at);
    const [owed] = await this.story.read<{ id: string }>(
      `select id from obligation where duty = $1 and period = $2 and state = 'submitted'`,
      [duty, period],
    );
    const outcome = await this.story.engine.act({
      jurisdictionId: SMALL_DISTRICT,
      subject: { kind: 'obligation', id: owed?.id ?? '' },
      action: reason === null ? 'accept' : 'return',
      input: reason === null ? {} : { reason },
      actor: actor(username),
      idempotencyKey: `${at}/${duty}/judged`,
    });
    return outcome.ok ? outcome.value.state : outcome.rejection.code;
  }

  async askForPart(
    at: string,
    username: string,
    options: { task?: number; once?: boolean; unit?: string } = {},
  ): Promise<Outcome<AskedPart>> {
    await this.story.until(at);
    return askForPart(this.story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor(username),
      idempotencyKey: `${at}/part`,
      taskId: this.taskId(options.task ?? 1),
      unitId: unitIdOf(SMALL_DISTRICT, options.unit ?? 'civil'),
      words: '本季度低保核定人数',
      ...(options.once !== undefined && { once: options.once }),
    });
  }

  async request(
    at: string,
    username: string,
    dueAt: string,
    approvedBy?: string,
  ): Promise<Outcome<RequestedReport>> {
    await this.story.until(at);
    return requestReport(this.story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor(username),
      idempotencyKey: `${at}/request`,
      taskId: this.taskId(1),
      unitId: unitIdOf(SMALL_DISTRICT, 'education'),
      dueAt: moment(dueAt),
      words: '汛期安全排查情况',
      ...(approvedBy !== undefined && { approvedBy: personIdOf(SMALL_DISTRICT, approvedBy) }),
    });
  }

  taskId(number: number): string {
    const { plan, code } = smallTaskCode(number);
    return taskIdOf(SMALL_DISTRICT, plan, code);
  }

  /** State and lateness of what is owed of a duty, by period. */
  async standing(duty: string): Promise<string[]> {
    const rows = await this.story.read<{ period: string; state: string; late: boolean }>(
      `select period, state, (snapshot#>>'{context,late}')::boolean as late from obligation where duty = $1 order by due_at, id`,
      [duty],
    );
    return rows.map(({ period, state, late }) => `${period} ${state}${late ? ' late' : ''}`);
  }

  /** The clocks that run on something owed. */
  async clocksOf(duty: string): Promise<string[]> {
    const rows = await this.story.read<{ name: string }>(
      `select d.name from deadline d join obligation o on o.id = d.subject_id
       where d.state = 'armed' and d.subject_kind = 'obligation' and o.duty = $1 order by d.name`,
      [duty],
    );
    return rows.map(({ name }) => name);
  }
}

/** What an outcome came to: its value, or the code of its refusal. */
export const said = <T>(outcome: Outcome<T>): T | string =>
  outcome.ok ? outcome.value : outcome.rejection.code;
