import {
  ALERT_LIST,
  DUTY_LIST,
  INBOX_LIST,
  LETTER_LIST,
  NOTICE_LIST,
  PEOPLE_LIST,
  PLAN_LIST,
  PLAN_REVIEW_LIST,
  PRODUCT_LIST,
  REPORTING_LINE_LIST,
  REVIEW_LIST,
  SITTING_LIST,
  TASK_LIST,
  UNIT_LIST,
  UNIT_RECORD_LIST,
  VERIFICATION_LIST,
} from '../lists/index.js';
import type { ExportColumn, ExportTable } from './export-table.js';
import {
  ALERT_COLUMNS,
  INBOX_COLUMNS,
  LETTER_COLUMNS,
  NOTICE_COLUMNS,
  WEBHOOK_DELIVERY_COLUMNS,
} from './of-messages.js';
import {
  DUTY_COLUMNS,
  REPORTING_LINE_COLUMNS,
  REVIEW_COLUMNS,
  SITTING_COLUMNS,
  VERIFICATION_COLUMNS,
} from './of-reports.js';
import {
  PEOPLE_COLUMNS,
  PLAN_COLUMNS,
  PLAN_REVIEW_COLUMNS,
  TASK_COLUMNS,
  TIMELINE_COLUMNS,
  UNIT_COLUMNS,
} from './of-tasks.js';

import { PRODUCT_COLUMNS } from './of-products.js';
import { UNIT_RECORD_COLUMNS } from './of-units.js';

export type { ExportColumn, ExportTable } from './export-table.js';

/** What every list is as a table, by its operation. */
export const EXPORTS = {
  tasks: { label: TASK_LIST.label, columns: TASK_COLUMNS },
  timeline: { label: '任务留痕', columns: TIMELINE_COLUMNS },
  plans: { label: PLAN_LIST.label, columns: PLAN_COLUMNS },
  units: { label: UNIT_LIST.label, columns: UNIT_COLUMNS },
  unitRecords: { label: UNIT_RECORD_LIST.label, columns: UNIT_RECORD_COLUMNS },
  planReviews: { label: PLAN_REVIEW_LIST.label, columns: PLAN_REVIEW_COLUMNS },
  peopleContacts: { label: PEOPLE_LIST.label, columns: PEOPLE_COLUMNS },
  duties: { label: DUTY_LIST.label, columns: DUTY_COLUMNS },
  reviews: { label: REVIEW_LIST.label, columns: REVIEW_COLUMNS },
  sittings: { label: SITTING_LIST.label, columns: SITTING_COLUMNS },
  reportingLines: { label: REPORTING_LINE_LIST.label, columns: REPORTING_LINE_COLUMNS },
  verifications: { label: VERIFICATION_LIST.label, columns: VERIFICATION_COLUMNS },
  notices: { label: NOTICE_LIST.label, columns: NOTICE_COLUMNS },
  products: { label: PRODUCT_LIST.label, columns: PRODUCT_COLUMNS },
  inbox: { label: INBOX_LIST.label, columns: INBOX_COLUMNS },
  alerts: { label: ALERT_LIST.label, columns: ALERT_COLUMNS },
  letters: { label: LETTER_LIST.label, columns: LETTER_COLUMNS },
  webhookDeliveries: { label: '推送记录', columns: WEBHOOK_DELIVERY_COLUMNS },
} as const;
export type ExportedList = keyof typeof EXPORTS;
export type ExportItem<N extends ExportedList> = (typeof EXPORTS)[N]['columns'] extends readonly ExportColumn<
  infer I
>[]
  ? I
  : never;

export function exportTable<N extends ExportedList>(name: N): ExportTable<ExportItem<N>> {
  const { label, columns } = EXPORTS[name];
  return { name, label, columns: columns as unknown as readonly ExportColumn<ExportItem<N>>[] };
}
