import {
  stateName,
  type Effect,
  type LineItem,
  type ReportingLineContext,
  type Rules,
} from '#accountability';
import type { CadenceEvery } from '#calendar';
import { LoneSubject } from './lone-subject.js';
import { moment } from './moment.js';

/** The line of a duty, driven alone. Times are civil: `2024-04-12 10:00`. */
export class LoneDutyLine extends LoneSubject<ReportingLineContext> {
  constructor(duty: string, cadence: CadenceEvery, rules?: Rules) {
    const input = { id: 'line', planId: 'plan', unitId: 'unit', duty, cadence };
    super({ kind: 'reportingLine', input }, { ...(rules && { rules }), scope: { actionCode: null } });
  }

  /** `calm` or `climbing`. */
  get ladder(): string {
    return stateName((this.value as { ladder: unknown }).ladder);
  }

  /** A live task brings an action onto the line; or, with other facts, whatever it brings. */
  join(on: string, taskId: string, itemId: string, item: Partial<LineItem> = {}): this {
    const about = {
      id: itemId,
      kind: 'action',
      refId: itemId,
      actionCode: itemId,
      askedByUnitId: null,
      once: false,
    };
    this.send({ type: 'ITEM_JOINED', at: moment(on), taskId, item: { ...about, ...item } });
    return this;
  }
  leave(on: string, taskId: string, reason = '任务已销号'): Effect[] {
    return this.send({ type: 'ITEM_LEFT', at: moment(on), taskId, itemId: null, reason });
  }
  withdraw(on: string, itemId: string): Effect[] {
    return this.send({ type: 'ITEM_LEFT', at: moment(on), taskId: null, itemId, reason: '撤回' });
  }
  fulfil(on: string, period: string, itemId: string): Effect[] {
    return this.send({ type: 'ITEM_FULFILLED', at: moment(on), period, itemId });
  }
}
