/** What a duty is about: a task, an action, or the plan. */
export type ItemKind = 'task' | 'action' | 'plan';

/** One thing that a line reports on, where that is not simply a task of the unit. */
export interface LineItem {
  /** Its name on the line: the action's or plan's id; of a part the id of what was asked. */
  id: string;
  kind: ItemKind;
  /** The id of the task, action or plan. */
  refId: string;
  /** The action that it belongs to; null for the plan. */
  actionCode: string | null;
  /** The unit that asked for it, where one did. */
  askedByUnitId: string | null;
  /** Asked for one period alone: it goes on into no second sitting. */
  once: boolean;
  /** The live tasks that keep it going. */
  live: string[];
}
