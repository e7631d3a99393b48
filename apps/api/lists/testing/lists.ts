import {
  ALERT_LIST,
  DUTY_LIST,
  INBOX_LIST,
  LETTER_LIST,
  NOTICE_LIST,
  PEOPLE_LIST,
  PLAN_LIST,
  PLAN_REVIEW_LIST,
  REPORTING_LINE_LIST,
  REVIEW_LIST,
  ROUTES,
  SITTING_LIST,
  TASK_LIST,
  UNIT_LIST,
  UNIT_RECORD_LIST,
  VERIFICATION_LIST,
  type ListDeclaration,
  type RouteName,
} from '#contract';
import {
  ALERTS,
  DUTIES,
  INBOX,
  LETTERS,
  NOTICES,
  PEOPLE,
  PLAN_REVIEWS,
  PLANS,
  REPORTING_LINES,
  REVIEWS,
  SITTINGS,
  TASKS,
  UNIT_RECORDS,
  UNITS,
  VERIFICATIONS,
  type ListSource,
  type TodayValues,
} from '#persistence';

interface TestedList {
  list: ListDeclaration;
  source: ListSource;
  path: string;
  /** Who may read it in the small district. */
  as: 'office' | 'supervisor';
  given: Record<string, unknown>;
}

const tested = (
  list: ListDeclaration,
  source: ListSource,
  { as = 'supervisor', given = {} }: Partial<Pick<TestedList, 'as' | 'given'>> = {},
): TestedList => ({ list, source, path: ROUTES[list.name as RouteName].path, as, given });

/** A calendar that holds no day: every task stands as it was recorded. */
const TODAY: TodayValues = {
  todayLast: 0,
  todayFirst: 0,
  todayOrdinals: [0],
  todayHours: [0, 1, 1, 2],
  todayBehind: [10],
  todaySeriously: [20],
};

/** Every declared list with the statement that it is read by. */
export const LISTS: readonly TestedList[] = [
  tested(TASK_LIST, TASKS, { given: { ...TODAY } }),
  tested(PLAN_LIST, PLANS),
  tested(UNIT_LIST, UNITS),
  tested(UNIT_RECORD_LIST, UNIT_RECORDS, { given: { today: '2024-04-12' } }),
  tested(PLAN_REVIEW_LIST, PLAN_REVIEWS),
  tested(PEOPLE_LIST, PEOPLE, { given: { person: null } }),
  tested(DUTY_LIST, DUTIES),
  tested(REVIEW_LIST, REVIEWS, { as: 'office' }),
  tested(SITTING_LIST, SITTINGS),
  tested(REPORTING_LINE_LIST, REPORTING_LINES, { given: { now: '2024-04-12T01:00:00.000Z' } }),
  tested(VERIFICATION_LIST, VERIFICATIONS),
  tested(NOTICE_LIST, NOTICES, { given: { withDrafts: true } }),
  tested(INBOX_LIST, INBOX, { given: { person: '00000000-0000-4000-8000-000000000001' } }),
  tested(ALERT_LIST, ALERTS),
  tested(LETTER_LIST, LETTERS),
];
