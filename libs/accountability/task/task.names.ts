import type { ContextNames } from '../bulk/names.js';
import type { TaskContext } from './task.context.js';

/**
 * What the rules of a task only hand on and make ids of. Its units are none: what is kept by unit has them for keys, and
 * the order of keys shows.
 */
export const TASK_NAMES: ContextNames<TaskContext> = { id: 'name', planId: 'name' };
