import { ATTEMPT_OUTCOME_LABELS, LETTER_PURPOSE_LABELS, type LetterDetail, type LetterView } from '#contract';
import { letterDelivery } from '#engine';
import type { AttemptRead, LetterRead } from '#persistence';
import { deliveryView } from './delivery.view.js';

export function letterView(letter: LetterRead): LetterView {
  const { id, purpose, channel, owner, title, createdAt, notBefore, state } = letter;
  return {
    id,
    purpose,
    purposeLabel: LETTER_PURPOSE_LABELS[purpose],
    channel,
    owner,
    title,
    delivery: deliveryView(letterDelivery({ ...letter, kind: '', paused: letter.channelPaused })),
    createdAt,
    nextAt: state === 'failedForNow' ? notBefore : null,
    mayRequeue: state === 'failedForGood' && purpose !== 'code',
  };
}

export const attemptView = (attempt: AttemptRead): LetterDetail['attempts'][number] => ({
  number: attempt.number,
  begunAt: attempt.begunAt,
  endedAt: attempt.endedAt,
  outcomeLabel: attempt.outcome === null ? '发送中' : ATTEMPT_OUTCOME_LABELS[attempt.outcome],
  reason: attempt.reason,
});
