/** Something that is wrong with the record: a stable code, what, where, and how it is mended. */
export interface Finding {
  code: FindingCode;
  jurisdictionId: string | null;
  what: string;
  /** The subject, table or place; several are counted and the first are named. */
  where: string;
  mend: string;
}

export type FindingCode =
  | 'SNAPSHOT_UNREADABLE'
  | 'SNAPSHOT_NEWER'
  | 'POLICY_UNREADABLE'
  | 'DEADLINE_OVERDUE'
  | 'LINE_WITHOUT_CLOCK'
  | 'CLOCK_WITHOUT_SUBJECT'
  | 'CLOCK_OF_CLOSED_TASK'
  | 'OBLIGATION_WITHOUT_SITTING'
  | 'MESSAGE_STUCK'
  | 'LETTER_STUCK'
  | 'TASK_UNARMED'
  | 'CALENDAR_CHANGE_OPEN'
  | 'CLOCK_SKEW';

/** So many places are named in one finding. */
const NAMED = 5;

/** One finding for many places of the same trouble; none where there is no place. */
export function findingOf(about: Omit<Finding, 'where'>, places: readonly string[]): Finding[] {
  if (places.length === 0) return [];
  const named = places.slice(0, NAMED).join('、');
  const where = places.length > NAMED ? `${named}等${places.length}处` : named;
  return [{ ...about, where }];
}
