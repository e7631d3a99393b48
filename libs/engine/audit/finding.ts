/** Something that is wrong with the record: a stable code, what, where, and how it is mended. */
export interface Finding {
  code: FindingCode;
  jurisdictionId: string | null;
  what: string;
  /** The subject, table or place; several are counted and the first are named. */
  where: string;
  mend: string;
}

/** All codes; docs/operations.md explains each. */
export const FINDING_CODES = [
  'DEADLINE_OVERDUE',
  'RUNG_WITHOUT_CLAIM',
  'MESSAGE_STUCK',
  'LETTER_STUCK',
  'EVENT_STUCK',
  'WEBHOOK_PAUSED',
  'GIVEN_UP_UNEXPLAINED',
  'TASK_UNARMED',
  'CALENDAR_CHANGE_OPEN',
  'LADDER_PAUSE_OPEN',
  'LINE_WITHOUT_CLOCK',
  'CLOCK_WITHOUT_SUBJECT',
  'CLOCK_OF_CLOSED_TASK',
  'CLAIM_WITHOUT_SUBJECT',
  'NOTICE_WITHOUT_CLAIM',
  'NOTICE_UNTOLD',
  'MESSAGE_WITHOUT_SUBJECT',
  'OBLIGATION_WITHOUT_SITTING',
  'PRODUCT_UNWRITTEN',
  'SNAPSHOT_UNREADABLE',
  'SNAPSHOT_NEWER',
  'POLICY_UNREADABLE',
  'CLOCK_SKEW',
  'PROCESS_SKEW',
  'QUEUE_UNREACHABLE',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** So many places are named in one finding. */
const NAMED = 5;

/** One finding for many places of the same trouble; none where there is no place. @param total where not all are given */
export function findingOf(
  about: Omit<Finding, 'where'>,
  places: readonly string[],
  total = places.length,
): Finding[] {
  if (places.length === 0) return [];
  const named = places.slice(0, NAMED).join('、');
  const where = total > NAMED ? `${named}等${total}处` : named;
  return [{ ...about, where }];
}
