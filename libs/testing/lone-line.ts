import { stateName, type Effect, type ReportingLineContext, type Rules } from '#accountability';
import type { CadenceEvery } from '#calendar';
import { LoneSubject } from './lone-subject.js';
import { moment } from './moment.js';

/** A unit's reporting line, driven alone. Times are civil: `2024-04-12 10:00`. */
export class LoneLine extends LoneSubject<ReportingLineContext> {
  constructor(rules?: Rules, cadence: CadenceEvery = 'ten-day') {
    const input = { id: 'line', planId: 'plan', unitId: 'unit', cadence };
    super({ kind: 'reportingLine', input }, { ...(rules && { rules }), scope: { actionCode: null } });
  }

  /** `calm`, `climbing` or `awaitingIssue`. */
  get ladder(): string {
    return stateName((this.value as { ladder: unknown }).ladder);
  }

  join(on: string, taskId: string, facts: Record<string, unknown> = {}): this {
    this.send({ type: 'TASK_JOINED', at: moment(on), taskId, ...facts });
    return this;
  }
  leave(on: string, taskId: string, reason = '任务暂缓'): this {
    this.send({ type: 'TASK_LEFT', at: moment(on), taskId, reason });
    return this;
  }
  file(on: string, period: string): Effect[] {
    const { current, overdue } = this.context;
    const sitting = [current, overdue].find((candidate) => candidate?.period === period);
    const at = moment(on);
    const late = sitting != null && at > sitting.dueAt;
    return this.send({ type: 'SITTING_FILED', at, period, late, taskIds: sitting?.taskIds ?? [] });
  }
  agree(on: string, rung: string): Effect[] {
    const generation = this.context.climb?.generation ?? this.context.climbs;
    return this.send({ type: 'NOTICE_AGREED', at: moment(on), generation, rung, noticeId: `${rung}-notice` });
  }
  issue(on: string, rung: string): Effect[] {
    const generation = this.context.climb?.generation ?? this.context.climbs;
    return this.send({ type: 'NOTICE_ISSUED', at: moment(on), generation, rung, noticeId: `${rung}-notice` });
  }
  /** Everything until then happens on time, and every notice is agreed to and issued as soon as it is drafted. */
  promptly(until: string): string[] {
    const said: string[] = [];
    for (;;) {
      const [next] = [...this.clocks.values()].map(({ at }) => at).sort();
      if (next === undefined || next > moment(until)) return said;
      said.push(...this.until(next));
      const { climb } = this.context;
      if (!climb?.awaitingIssue) continue;
      const facts = { at: next, generation: climb.generation, rung: climb.awaitingIssue.rung, noticeId: 'n' };
      if (!climb.awaitingIssue.agreed) this.send({ type: 'NOTICE_AGREED', ...facts });
      this.send({ type: 'NOTICE_ISSUED', ...facts });
    }
  }
}
