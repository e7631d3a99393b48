import type { PlanReviewSummary } from '#contract';
import { Progress } from 'antd';
import { planReviewText } from '../texts/zh.js';

/** How far a large plan is that is dispatched batch by batch. */
export function DispatchProgress({ total, done }: NonNullable<PlanReviewSummary['dispatching']>) {
  const words = planReviewText.dispatching(done, total);
  return (
    <span className="pr-dispatching" title={planReviewText.dispatchingHint} role="status">
      <span className="pr-state">{words}</span>
      <Progress percent={Math.floor((done / total) * 100)} size="small" aria-label={words} />
    </span>
  );
}
