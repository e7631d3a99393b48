import type { OfficialForm } from '#official';

/** What a product is about: the whole plan, one action, one unit, what one person answers for, one task's matter, or one meeting. */
export type ProductScopeKind = 'plan' | 'action' | 'unit' | 'person' | 'task' | 'meeting';

/** Who makes it: the role whose people draft and issue it. */
export type ProductMaker =
  'headquartersOffice' | 'taskForceOffice' | 'taskForceConvener' | 'supervisor' | 'assessor';

/** In what rhythm; `asNeeded`: when its matter comes up. */
export type ProductCadence = 'ten-day' | 'month' | 'quarter' | 'year' | 'asNeeded';

/** What it is kept as: an official document of some form, a workbook, or a page. */
export type ProductForm = OfficialForm | 'workbook';

export interface ProductScopeRule {
  readonly per: ProductScopeKind;
  readonly by: ProductMaker;
  /** The duty of the policy that it fulfils when it is issued; null: nobody owes it as a duty. */
  readonly duty: string | null;
}

export interface ProductKind {
  readonly code: ProductKindCode;
  readonly name: string;
  /** Of each thing that it can be about, who makes it and which duty it fulfils. */
  readonly scopes: readonly ProductScopeRule[];
  readonly cadence: ProductCadence;
  /** What is added to the issuer's word in its number: `武指办` + `通` + `〔2024〕5号`; null: it has no number. */
  readonly series: string | null;
  readonly form: ProductForm;
  /** Characters of the text at most, annexes not counted; null: no limit. A special matter has 4,000, a general one 5,000. */
  readonly atMost: number | null;
  /** Notices are drafted and numbered by the ladder (`policy.numbering`); the product is their document. */
  readonly notice: boolean;
}

export const PRODUCT_KIND_CODES = [
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
export type ProductKindCode = (typeof PRODUCT_KIND_CODES)[number];

const scope = (per: ProductScopeKind, by: ProductMaker, duty: string | null = null): ProductScopeRule => ({
  per,
  by,
  duty,
});

/** A bulletin on a special matter has at most 4,000 characters, a general one 5,000 (the official format's rule). */
export const SPECIAL_AT_MOST = 4_000;
export const GENERAL_AT_MOST = 5_000;

type Row = Omit<ProductKind, 'code' | 'notice'>;

const TABLE: Readonly<Record<ProductKindCode, Row>> = {
  tenDayLedger: {
    name: '旬台账',
    scopes: [
      scope('action', 'taskForceOffice', 'tenDayLedger'),
      scope('plan', 'headquartersOffice'),
      scope('unit', 'headquartersOffice'),
    ],
    cadence: 'ten-day',
    series: null,
    form: 'workbook',
    atMost: null,
  },
  monthlyLedger: {
    name: '月台账',
    scopes: [
      scope('action', 'taskForceOffice', 'monthlyLedger'),
      scope('plan', 'headquartersOffice'),
      scope('unit', 'headquartersOffice'),
    ],
    cadence: 'month',
    series: null,
    form: 'workbook',
    atMost: null,
  },
  dispatchBrief: {
    name: '调度单',
    scopes: [
      scope('action', 'taskForceOffice'),
      scope('plan', 'headquartersOffice'),
      // For a leader or a liaison before a meeting: of the tasks that they answer for, what needs a decision.
      scope('person', 'headquartersOffice'),
    ],
    cadence: 'ten-day',
    series: '调',
    form: 'letter',
    atMost: SPECIAL_AT_MOST,
  },
  monthlyBulletin: {
    name: '月通报',
    scopes: [scope('plan', 'headquartersOffice', 'monthlyBulletin'), scope('action', 'taskForceOffice')],
    cadence: 'month',
    series: '通',
    form: 'document',
    atMost: GENERAL_AT_MOST,
  },
  publication: {
    name: '公示',
    scopes: [scope('plan', 'headquartersOffice'), scope('action', 'headquartersOffice')],
    cadence: 'month',
    series: '示',
    form: 'document',
    atMost: GENERAL_AT_MOST,
  },
  quarterlyReview: {
    name: '季讲评',
    scopes: [
      scope('plan', 'headquartersOffice', 'planReview'),
      scope('action', 'taskForceOffice', 'actionReview'),
    ],
    cadence: 'quarter',
    series: '评',
    form: 'document',
    atMost: GENERAL_AT_MOST,
  },
  annualAssessment: {
    name: '年终考核',
    scopes: [scope('plan', 'assessor', 'annualAssessment')],
    cadence: 'year',
    series: '考',
    form: 'document',
    atMost: GENERAL_AT_MOST,
  },
  reminderLetter: {
    name: '提醒函',
    scopes: [scope('unit', 'supervisor')],
    cadence: 'asNeeded',
    series: '提',
    form: 'letter',
    atMost: SPECIAL_AT_MOST,
  },
  supervisionNotice: {
    name: '督办单',
    scopes: [scope('unit', 'supervisor')],
    cadence: 'asNeeded',
    series: '办',
    form: 'letter',
    atMost: SPECIAL_AT_MOST,
  },
  circular: {
    name: '通报',
    scopes: [scope('unit', 'supervisor')],
    cadence: 'asNeeded',
    series: '通',
    form: 'document',
    atMost: SPECIAL_AT_MOST,
  },
  interviewNotice: {
    name: '约谈通知',
    scopes: [scope('unit', 'supervisor')],
    cadence: 'asNeeded',
    series: '约',
    form: 'letter',
    atMost: SPECIAL_AT_MOST,
  },
  specialReport: {
    name: '专报',
    scopes: [scope('task', 'supervisor')],
    cadence: 'asNeeded',
    series: '专',
    form: 'document',
    atMost: SPECIAL_AT_MOST,
  },
  meetingMinutes: {
    name: '调度会纪要',
    scopes: [scope('meeting', 'taskForceConvener')],
    cadence: 'asNeeded',
    series: '纪',
    form: 'minutes',
    atMost: SPECIAL_AT_MOST,
  },
};

const NOTICES: readonly ProductKindCode[] = [
  'reminderLetter',
  'supervisionNotice',
  'circular',
  'interviewNotice',
];

/**
 * Every product (domain.md §9), in the order in which a year brings them. A yellow card is a supervision notice, a red
 * card a circular, that say so (`cardLabel`): which notice carries which card is the ladder's data, not a kind of its own.
 */
export const PRODUCT_KINDS: readonly ProductKind[] = PRODUCT_KIND_CODES.map((code) => ({
  code,
  ...TABLE[code],
  notice: NOTICES.includes(code),
}));

export const productKind = (code: ProductKindCode): ProductKind => ({
  code,
  ...TABLE[code],
  notice: NOTICES.includes(code),
});
