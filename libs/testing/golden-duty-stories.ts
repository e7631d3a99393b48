import type { ObligationInput, Rules } from '#accountability';
import type { GoldenStory } from './golden-story.js';
import { LoneDutyLine } from './lone-duty-line.js';
import { LoneObligation } from './lone-obligation.js';
import { moment } from './moment.js';

const DONE = { recordId: 'record', filedBy: 'person' };

/** Something owed besides the reports, due at noon of 22 April 2024. */
const owed =
  (as: Partial<ObligationInput>, tell: (owed: LoneObligation) => void) =>
  (rules: Rules): LoneObligation => {
    const told = new LoneObligation('2024-04-22 12:00', rules, as);
    if (as.kind !== 'requestedReport') told.at('2024-04-17 09:00', 'WINDOW_OPENED');
    tell(told);
    return told;
  };

const OF_ACTION: Partial<ObligationInput> = {
  itemKind: 'action',
  itemId: 'A1',
  taskId: null,
  lineId: 'line',
  owedBy: ['taskForceOffice'],
  acceptedBy: ['headquartersOffice'],
};
const OF_PLAN: Partial<ObligationInput> = {
  ...OF_ACTION,
  itemKind: 'plan',
  itemId: 'plan',
  owedBy: ['headquartersOffice'],
  acceptedBy: [],
};
const REQUEST: Partial<ObligationInput> = {
  kind: 'requestedReport',
  duty: 'requestedReport',
  acceptedBy: [],
  request: { requestedBy: 'asker', requestedFor: 'supervisor', approvedBy: null, words: '汛期排查情况' },
};

/** Lives of duties and of their lines: one of each kind. */
export const GOLDEN_DUTY_STORIES: readonly GoldenStory[] = [
  {
    name: 'obligation-ledger-returned-and-missed',
    tell: owed({ ...OF_ACTION, kind: 'ledger', duty: 'tenDayLedger' }, (told) => {
      told.at('2024-04-22 10:00', 'DUTY_FULFILLED', DONE);
      told.at('2024-04-23 09:00', 'REPORT_RETURNED', { reason: '数据不全' });
      told.until(moment('2024-04-25 09:00'));
      told.at('2024-05-06 12:00', 'NEXT_PERIOD_DUE');
    }),
  },
  {
    name: 'obligation-ledger-returned-after-the-next-was-due',
    tell: owed({ ...OF_ACTION, kind: 'ledger', duty: 'monthlyLedger' }, (told) => {
      told.at('2024-04-30 10:00', 'DUTY_FULFILLED', DONE);
      told.at('2024-04-30 12:00', 'NEXT_PERIOD_DUE');
      told.at('2024-04-30 15:00', 'REPORT_RETURNED', { reason: '数据不全' });
      told.until(moment('2024-05-07 09:00'));
    }),
  },
  {
    name: 'obligation-meeting-held-late',
    tell: owed(
      {
        ...OF_ACTION,
        kind: 'meeting',
        duty: 'dispatchMeeting',
        owedBy: ['taskForceConvener'],
        acceptedBy: [],
      },
      (told) => told.at('2024-04-23 10:00', 'DUTY_FULFILLED', DONE),
    ),
  },
  {
    name: 'obligation-bulletin-missed',
    tell: owed({ ...OF_PLAN, kind: 'bulletin', duty: 'monthlyBulletin' }, (told) =>
      told.at('2024-05-22 12:00', 'NEXT_PERIOD_DUE'),
    ),
  },
  {
    name: 'obligation-review-released-and-returned',
    tell: owed({ ...OF_ACTION, kind: 'review', duty: 'actionReview' }, (told) => {
      told.at('2024-04-22 10:00', 'DUTY_FULFILLED', DONE);
      told.at('2024-04-22 15:00', 'EXCUSED', { reason: '任务已销号', keepsFiled: true });
      told.at('2024-04-23 09:00', 'REPORT_RETURNED', { reason: '数据不全' });
    }),
  },
  {
    name: 'obligation-assessment-published',
    tell: owed({ ...OF_PLAN, kind: 'assessment', duty: 'annualAssessment', owedBy: ['assessor'] }, (told) => {
      told.at('2024-04-18 09:00', 'CALENDAR_CHANGED', { dueAt: moment('2024-04-23 12:00') });
      told.at('2024-04-23 10:00', 'DUTY_FULFILLED', DONE);
    }),
  },
  {
    name: 'obligation-part-returned-and-silently-accepted',
    tell: owed(
      {
        kind: 'part',
        duty: 'supportPart',
        itemId: 'asked',
        lineId: 'line',
        owedBy: ['supportUnitLiaison', 'liaison', 'leadUnitHead'],
        acceptedBy: ['liaison', 'leadUnitHead'],
        askedByUnitId: 'lead',
      },
      (told) => {
        told.at('2024-04-22 10:00', 'DUTY_FULFILLED', DONE);
        told.at('2024-04-22 11:00', 'REPORT_RETURNED', { reason: '请分乡镇列明' });
        told.at('2024-04-23 09:00', 'DUTY_FULFILLED', DONE);
        told.until(moment('2024-04-26 09:00'));
      },
    ),
  },
  {
    name: 'obligation-requested-and-never-filed',
    tell: owed(REQUEST, (told) => {
      told.at('2024-04-19 10:00', 'REPORT_REQUESTED', { approvedBy: null });
      told.until(moment('2024-04-25 09:00'));
    }),
  },
  {
    name: 'obligation-requested-at-short-notice',
    tell: owed(REQUEST, (told) => {
      told.at('2024-04-22 10:30', 'REPORT_REQUESTED', { approvedBy: 'commander' });
      told.until(moment('2024-04-22 14:00'));
      told.at('2024-04-22 15:00', 'DUTY_FULFILLED', DONE);
    }),
  },
  {
    name: 'reporting-line-of-meetings',
    tell: (rules) => {
      const told = new LoneDutyLine('dispatchMeeting', 'month', rules);
      told
        .join('2024-04-30 10:00', 't1', 'A1')
        .join('2024-04-30 10:00', 't2', 'A2')
        .join('2024-05-06 10:00', 't3', 'A1');
      told.until(moment('2024-05-20 09:00'));
      told.fulfil('2024-05-20 16:00', '2024-05', 'A1');
      told.leave('2024-05-21 09:00', 't1');
      told.until(moment('2024-06-04 09:00')); // A2 has held none: up the convener's line
      told.fulfil('2024-06-04 10:00', '2024-05', 'A2');
      told.leave('2024-06-05 09:00', 't2');
      told.leave('2024-06-05 09:00', 't3');
      told.until(moment('2024-07-10 09:00'));
      return told;
    },
  },
  {
    name: 'reporting-line-of-parts',
    tell: (rules) => {
      const told = new LoneDutyLine('supportPart', 'quarter', rules);
      const asked = { kind: 'task', refId: 'task', askedByUnitId: 'lead' } as const;
      told.join('2024-04-30 10:00', 'task', 'for-life', asked);
      told.join('2024-05-06 10:00', 'task', 'once', { ...asked, once: true });
      told.until(moment('2024-07-02 18:00'));
      told.fulfil('2024-07-03 09:00', '2024-Q2', 'for-life');
      told.withdraw('2024-07-03 10:00', 'once');
      told.leave('2024-07-08 10:00', 'task');
      return told;
    },
  },
];
