import type { ReviewItem } from '#contract';
import { BatchButton } from '../batch/batch-button.js';
import { actionTexts, reviewText } from '../texts/zh.js';

const acceptable = ({ allowedActions }: ReviewItem): boolean =>
  allowedActions.some(({ action, href }) => action.startsWith('accept') || href.endsWith('/acceptance'));

/** Accepts what one unit filed for a period, all at once. */
export function AcceptAll({ items }: { items: readonly ReviewItem[] }) {
  const able = items.filter(acceptable);
  if (able.length < 2) return null;
  return (
    <BatchButton
      act="acceptReports"
      label={reviewText.acceptAll}
      things={able.map(({ obligationId, version, task }) => ({
        id: obligationId,
        version,
        name: `${task.code} ${task.title}`,
      }))}
      consequence={actionTexts.consequences['accept']}
      size="small"
      testId="accept-all"
    />
  );
}
