import { identifierOf } from '#accountability';
import type { Instant } from '#calendar';
import type { AlertWrite, Transaction } from '#persistence';

/** A dispatch does not go on: said once for one reason. */
export function alertToOffice(
  { scope }: Transaction,
  reviewId: string,
  reason: string,
  raisedAt: Instant,
): AlertWrite {
  const key = `${reviewId}/dispatch@${identifierOf(reason)}`;
  return {
    id: identifierOf('alert', scope.jurisdictionId, key),
    kind: 'dispatch',
    level: 'red',
    planId: null,
    unitId: null,
    subjectKind: null,
    subjectId: null,
    noticeId: null,
    title: '方案下达中断',
    detail: `${reason}已下达的任务有效；处理后系统自动继续下达其余任务。`,
    raisedAt,
    idempotencyKey: key,
  };
}
