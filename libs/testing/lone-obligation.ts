import {
  stateName,
  type Effect,
  type ObligationContext,
  type ObligationInput,
  type Rules,
} from '#accountability';
import { LoneSubject } from './lone-subject.js';
import { moment } from './moment.js';

/** A report owed on one task for one period, driven alone. Times are civil: `2024-04-12 10:00`. */
export class LoneObligation extends LoneSubject<ObligationContext> {
  /** @param due civil time at which the report is due */
  /** @param as what it is instead of a report on a task */
  constructor(due: string, rules?: Rules, as: Partial<ObligationInput> = {}) {
    const report = { id: 'owed', taskId: 't1', unitId: 'unit', period: '2024-04 中旬', dueAt: moment(due) };
    const input: ObligationInput = { ...report, ...as };
    super({ kind: 'obligation', input }, { ...(rules && { rules }) });
  }

  get state(): string {
    return stateName(this.value);
  }

  /** It happens at that civil time. */
  at(on: string, type: string, facts: Record<string, unknown> = {}): Effect[] {
    return this.send({ type, at: moment(on), ...facts });
  }
  allows(on: string, type: string, facts: Record<string, unknown> = {}): boolean {
    return this.ask({ type, at: moment(on), ...facts }).ok;
  }
  /** A report with words, or "no change" for the n-th time in a row. */
  file(on: string, facts: { progress?: number; noChangeRun?: number; filedBy?: string } = {}): Effect[] {
    return this.at(on, 'REPORT_FILED', filing(facts));
  }
}

/** The facts of a filed report; `noChangeRun` 0 is one with words. */
const filing = ({
  progress = 30,
  noChangeRun = 0,
  filedBy = 'person',
}: {
  progress?: number;
  noChangeRun?: number;
  filedBy?: string;
}): Record<string, unknown> => ({
  reportId: 'report',
  filedBy,
  progress,
  noChange: noChangeRun > 0,
  noChangeRun,
  expected: 25,
});
