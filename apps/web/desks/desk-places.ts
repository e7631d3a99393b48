import type { DeskCardName, DeskItem } from '#contract';
import type { LinkProps } from '@tanstack/react-router';

/** An address of the page: where to, and with which conditions. */
export type Way = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where the whole of a card is: the list behind it, narrowed to what the card counts wherever the list can. */
export const WAY_OF_CARD: Readonly<Record<DeskCardName, Way>> = {
  toSignOff: { to: '/filing' },
  signOffReturned: { to: '/filing' },
  atSignOff: { to: '/filing' },
  toFile: { to: '/filing' },
  returned: { to: '/filing' },
  toSign: { to: '/tasks', search: { state: 'dispatched' } },
  noticesToAcknowledge: { to: '/inbox', search: { tab: 'notices', state: 'issued' } },
  noticesToAnswer: { to: '/inbox', search: { tab: 'notices', state: 'issued' } },
  dutiesOwed: { to: '/duties' },
  dutiesToAccept: { to: '/duties' },
  toReview: { to: '/review' },
  gateTaskForce: { to: '/tasks', search: { state: 'closing' } },
  gateVerification: { to: '/tasks', search: { state: 'closing' } },
  gateApproval: { to: '/tasks', search: { state: 'closing' } },
  noticesToIssue: { to: '/alerts', search: {} },
  noticesToAgree: { to: '/alerts', search: {} },
  verifications: { to: '/verifications' },
  appeals: { to: '/alerts', search: {} },
  disputes: { to: '/tasks', search: { state: 'disputed' } },
  needsAssignment: { to: '/tasks', search: { needs: true } },
  planReviews: { to: '/plans' },
  products: { to: '/products', search: {} },
  toRelease: { to: '/products', search: { kind: 'publication' } },
  correctionsDue: { to: '/products', search: { view: 'issued', kind: 'publication' } },
  released: { to: '/products', search: { view: 'issued', kind: 'publication' } },
  objectionsToDecide: { to: '/assessments' },
  scoresToSettle: { to: '/assessments' },
  scoresToCheck: { to: '/assessments' },
  objectionsFiled: { to: '/assessments' },
  helpWanted: { to: '/tasks', search: { state: 'inProgress' } },
  alerts: { to: '/alerts', search: {} },
  behind: { to: '/tasks', search: { schedule: 'behind' } },
  seriouslyBehind: { to: '/tasks', search: { schedule: 'seriouslyBehind' } },
  cardsReceived: { to: '/inbox', search: { tab: 'notices', state: 'issued' } },
  accessRequests: { to: '/accounts' },
  lettersFailed: { to: '/letters', search: { state: 'failedForGood' } },
  withoutAddress: { to: '/letters', search: { tab: 'people', without: true } },
  webhooksPaused: { to: '/webhooks' },
  health: { to: '/health' },
  audit: { to: '/trail', search: {} },
};

/** Where one item is dealt with: one click from the desk. */
export function wayOfItem(card: DeskCardName, { kind, id }: DeskItem): Way {
  switch (kind) {
    case 'task':
      return { to: '/tasks/$taskId', params: { taskId: id } };
    case 'sitting':
      return { to: '/filing/$sittingId', params: { sittingId: id } };
    case 'alert':
      return { to: '/alerts', search: { alert: id } };
    case 'notice':
      return { to: '/inbox', search: { tab: 'notices', notice: id } };
    case 'planReview':
      return { to: '/plans/$reviewId', params: { reviewId: id } };
    case 'product':
      return { to: '/products/$productId', params: { productId: id } };
    case 'assessment':
      return { to: '/assessments/$assessmentId', params: { assessmentId: id } };
    default:
      return WAY_OF_CARD[card];
  }
}
