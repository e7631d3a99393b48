import type { TaskContext } from '../task.context.js';
import { causeKey, type Cause } from './climb.js';

/** Adds what is wrong from now on; what was wrong already stays as it began. */
export const withCauses = (
  context: TaskContext,
  causes: readonly (Pick<Cause, 'trigger' | 'unitId' | 'gate' | 'since'> & Partial<Cause>)[],
): TaskContext['causes'] => ({
  ...Object.fromEntries(
    causes.map((cause) => [causeKey(cause), { periods: 0, lifted: false, ...cause }] as const),
  ),
  ...context.causes,
});
