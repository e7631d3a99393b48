import type { CadenceEvery, Instant } from '#calendar';
import type { PlannedSitting } from '../effect.js';
import type { LineItem } from '../duty/line-item.js';
import type { Card, Climb } from '../ladder/climb.js';
import type { Cause, TaskClimb } from '../task/supervision/climb.js';

/** A sitting as its line remembers it; its row and its obligations follow from it. */
export interface LineSitting extends PlannedSitting {
  /**
   * What is owed in it, by id: tasks; on the line of a duty its items. (The name is that of version 1, so that trails
   * and snapshots stay readable.)
   */
  taskIds: string[];
  open: boolean;
  filedAt: Instant | null;
  /**
   * What is done of it one by one: of a duty's sitting the items, as different people owe them; of a sitting of reports
   * the tasks that were reported on in a finer rhythm.
   */
  fulfilled?: string[];
}

/** What can go wrong with the cards of a line besides its silence: a notice unanswered, an appeal undecided. */
export interface LineMatters {
  causes: Record<string, Cause>;
  climbs: TaskClimb[];
}

/** One unit, one plan, one duty, one rhythm. */
export interface ReportingLineContext {
  id: string;
  planId: string;
  unitId: string;
  /** `taskReport`, or a duty of the policy by its name. */
  duty: string;
  cadence: CadenceEvery;
  /** The live tasks that the unit leads, in the order they joined; on the line of a duty its items. */
  taskIds: string[];
  /** On the line of a duty: what its items are. */
  items: LineItem[];
  /** Those of its tasks that the unit reports on in a finer rhythm too; left out: none. */
  finer?: string[];
  /** The sitting whose due time lies ahead. */
  current: LineSitting | null;
  /** The latest sitting whose due time has passed, while it is not filed. */
  overdue: LineSitting | null;
  /** The latest sitting whose due time has passed, where it is filed: what was returned of it is still owed. */
  filed: LineSitting | null;
  /** Which tasks left a sitting whose due time still lies ahead: excused of it, they do not join it again. */
  left: { taskId: string; period: string; dueAt: Instant }[];
  climb: Climb | null;
  /** How many climbs there have been. */
  climbs: number;
  cards: Card[];
  /** What goes wrong with the cards: a notice unanswered, an appeal undecided. */
  matters: LineMatters;
}

export interface ReportingLineInput {
  id: string;
  planId: string;
  unitId: string;
  /** Left out: the reports on tasks. */
  duty?: string;
  cadence: CadenceEvery;
}
