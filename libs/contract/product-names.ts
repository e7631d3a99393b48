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
export const PRODUCT_SCOPES = ['plan', 'action', 'unit', 'task', 'meeting'] as const;

export const PRODUCT_STATES = ['draft', 'reviewed', 'issued', 'withdrawn', 'abandoned'] as const;
