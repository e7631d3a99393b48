import type { CadenceEvery, Instant } from '#calendar';
import type { PlannedSitting } from '../effect.js';
import type { Card, Climb } from '../ladder/climb.js';

/** A sitting as its line remembers it; its row and its obligations follow from it. */
export interface LineSitting extends PlannedSitting {
  taskIds: string[];
  open: boolean;
  filedAt: Instant | null;
}

/** One unit, one plan, one rhythm. */
export interface ReportingLineContext {
  id: string;
  planId: string;
  unitId: string;
  cadence: CadenceEvery;
  /** The live tasks that the unit leads, in the order they joined. */
  taskIds: string[];
  /** The sitting whose due time lies ahead. */
  current: LineSitting | null;
  /** The latest sitting whose due time has passed, while it is not filed. */
  overdue: LineSitting | null;
  /** Which tasks left a sitting whose due time still lies ahead: excused of it, they do not join it again. */
  left: { taskId: string; period: string; dueAt: Instant }[];
  climb: Climb | null;
  /** How many climbs there have been. */
  climbs: number;
  cards: Card[];
}

export interface ReportingLineInput {
  id: string;
  planId: string;
  unitId: string;
  cadence: CadenceEvery;
}
