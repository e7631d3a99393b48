import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  DUTY_LIST,
  DUTY_STATE_LABELS,
  labelOf,
  type CreatedTask,
  type DutyRecord,
  type DutyView,
  type FulfilledDutyView,
} from '#contract';
import { fulfilDuty, taskFromDecision, type CreatedTask as EngineTask, type Outcome } from '#engine';
import { DUTIES, readDuty, type DutyRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem, ProblemError } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { taskStateLabel } from '../view/labels.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { dutiesSeen } from './read-duties.js';

/** What offices owe, and units that are asked: ledgers, meetings, bulletins, reviews, assessments, parts. */
@Controller()
export class DutyController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('duties')
  async duties(
    @Input() { query }: InputOf<'duties'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: DutyView[]; nextCursor: string | null }>> {
    refuseUnconcerned('duties', who);
    return out.give('duties', query, async (page) => {
      let nextCursor: string | null = null;
      const items = await dutiesSeen(this.context, who, async (tx) => {
        const found = await listPage<DutyRow>(tx, DUTY_LIST, DUTIES, page);
        nextCursor = found.nextCursor;
        return found.rows;
      });
      return { items, nextCursor };
    });
  }

  @Endpoint('duty')
  async duty(
    @Input() { params }: InputOf<'duty'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DutyView> {
    const view = await this.visible(who, params.id);
    response.set('ETag', etagOf(view.version));
    return view;
  }

  @Endpoint('fulfilDuty')
  async fulfil(
    @Input() { params, body }: InputOf<'fulfilDuty'>,
    @Requester() who: Who,
    @VersionSeen() expectedVersion: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<FulfilledDutyView> {
    await this.visible(who, params.id);
    const command = { jurisdictionId: who.jurisdictionId, actor: who.actor, idempotencyKey };
    const filed = await fulfilDuty(this.context.engine.context, {
      ...command,
      obligationId: params.id,
      record: said(body.record),
      expectedVersion,
    });
    const done = recordValue(filed);
    // The minutes stand; what becomes of each decision is said decision by decision.
    const tasks: FulfilledDutyView['tasks'] = [];
    for (const { decision, ...task } of body.tasks) {
      const made = await taskFromDecision(this.context.engine.context, {
        ...command,
        ...dated(task),
        recordId: done.recordId,
        decision,
        idempotencyKey: `${idempotencyKey}/decision/${decision}`,
      });
      tasks.push(
        made.ok
          ? { decision, task: createdView(made.value), refused: null }
          : {
              decision,
              task: null,
              refused: { code: made.rejection.code, detail: made.rejection.message },
            },
      );
    }
    return { ...done, stateLabel: labelOf(DUTY_STATE_LABELS, done.state), tasks };
  }

  @Endpoint('taskOfDecision')
  async taskOfDecision(
    @Input() { params, body }: InputOf<'taskOfDecision'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<CreatedTask> {
    const { record } = await this.visible(who, params.id);
    if (record === null) throw problem('NotFound', '这次会议还没有记录；请先提交会议记录。');
    const { decision, ...task } = body;
    return createdView(
      valueOf(
        await taskFromDecision(this.context.engine.context, {
          jurisdictionId: who.jurisdictionId,
          actor: who.actor,
          idempotencyKey,
          ...dated(task),
          recordId: record.id,
          decision,
        }),
      ),
    );
  }

  private async visible(who: Who, id: string): Promise<DutyView> {
    const [duty] = await dutiesSeen(this.context, who, async (tx) => {
      const row = await readDuty(tx, id);
      return row === null ? [] : [row];
    });
    if (duty === undefined) throw problem('NotFound');
    return duty;
  }
}

const createdView = (task: EngineTask): CreatedTask => ({ ...task, stateLabel: taskStateLabel(task.state) });

const dated = <T extends { deadlineOn?: string | undefined }>({ deadlineOn, ...task }: T) =>
  deadlineOn === undefined ? task : { ...task, deadlineOn };

/** What was not said is not there: each kind refuses members that are not its own. */
const said = (record: DutyRecord): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

interface Issue {
  path: string;
  message: string;
}

/** A record that does not say what its kind asks for names each member that is wrong, as the request has it. */
function recordValue<T>(outcome: Outcome<T>): T {
  const issues = outcome.ok ? undefined : (outcome.rejection.detail?.['issues'] as Issue[] | undefined);
  if (outcome.ok || issues === undefined) {
    const field = outcome.ok ? undefined : outcome.rejection.detail?.['field'];
    if (outcome.ok || typeof field !== 'string') return valueOf(outcome);
    const { code, message } = outcome.rejection;
    throw new ProblemError(code, message, [{ path: `/record/${field}`, message }]);
  }
  const { code, message } = outcome.rejection;
  throw new ProblemError(
    code,
    message,
    issues.map((issue) => ({ path: `/record/${issue.path.replace(/\./g, '/')}`, message: issue.message })),
  );
}
