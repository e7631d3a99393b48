import { stateName, type Actor, type Effect, type Rules, type TaskContext } from '#accountability';
import type { CadenceEvery } from '#calendar';
import { LoneSubject } from './lone-subject.js';
import { moment } from './moment.js';

/** A task, driven alone. Times are civil: `2024-04-12 10:00`. */
export class LoneTask extends LoneSubject<TaskContext> {
  constructor(
    options: {
      leadUnitIds?: string[];
      deadlineOn?: string;
      ongoing?: boolean;
      reportsEvery?: CadenceEvery[];
      rules?: Rules;
    } = {},
  ) {
    const { leadUnitIds = ['u1'], deadlineOn = '2024-11-29', ongoing, reportsEvery, rules } = options;
    const input = {
      id: 'task',
      planId: 'plan',
      leadUnitIds,
      deadlineOn,
      ...(ongoing && { ongoing }),
      ...(reportsEvery && { reportsEvery }),
    };
    super({ kind: 'task', input }, { ...(rules && { rules }), scope: { unitIds: leadUnitIds } });
  }

  /** `drafted` to `closed`; a gate as `closing.verification`. */
  get life(): string {
    return stateName((this.value as { life: unknown }).life);
  }
  get schedule(): string {
    return stateName((this.value as { schedule: unknown }).schedule);
  }

  /** It happens at that civil time. */
  at(on: string, type: string, facts: Record<string, unknown> = {}, actor?: Actor): Effect[] {
    return this.send({ type, at: moment(on), ...facts }, actor);
  }
  /** Whether it could happen then. */
  allows(on: string, type: string, facts: Record<string, unknown> = {}): boolean {
    return this.ask({ type, at: moment(on), ...facts }).ok;
  }
}
