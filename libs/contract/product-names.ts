/** Kinds of products, in the order in which a year brings them; their names come with the answers. */
export const PRODUCT_KINDS = [
  'tenDayLedger',
  'monthlyLedger',
  'dispatchBrief',
  'monthlyBulletin',
  'publication',
  'quarterlyReview',
  'annualAssessment',
  'reminderLetter',
  'supervisionNotice',
  'circular',
  'interviewNotice',
  'specialReport',
  'meetingMinutes',
] as const;

/** What a product is about. */
export const PRODUCT_SCOPES = ['plan', 'action', 'unit', 'person', 'task', 'meeting'] as const;

export const PRODUCT_STATES = ['draft', 'reviewed', 'issued', 'withdrawn', 'abandoned'] as const;

/** Steps that are posted to `/products/{id}/actions/{action}`. */
export const PRODUCT_ACTIONS = [
  'refresh',
  'review',
  'return',
  'issue',
  'withdraw',
  'correct',
  'abandon',
  'acknowledge',
] as const;
export type ProductAction = (typeof PRODUCT_ACTIONS)[number];

/** All that can be done with a product; `edit` has an address of its own. */
export const PRODUCT_ACTS = ['edit', ...PRODUCT_ACTIONS] as const;
