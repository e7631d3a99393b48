import type { CivilDate, Instant } from '#calendar';
import type { OutlookRow } from './today.js';

/** A task as it is listed, as `TASK_COLUMNS` gives it. */
export interface TaskRow extends OutlookRow {
  id: string;
  plan_id: string;
  code: string;
  title: string;
  title_is_label: boolean;
  section: string | null;
  number: string | null;
  needs_assignment: boolean;
  ongoing: boolean;
  deadline_on: CivilDate;
  original_deadline_on: CivilDate;
  deadline_inferred: boolean;
  version: number;
  action_id: string;
  action_code: string;
  action_name: string;
  action_position: number;
  leads: { id: string; name: string }[];
  support_count: number;
  /** From 1; null where no rung was reached. */
  rung: number | null;
  colour: string | null;
  rung_label: string | null;
  /** The rung's notice waits for the person who issues it. */
  awaiting_issue: boolean | null;
  next_name: string | null;
  next_at: Instant | null;
}
