import type { ReviewItem } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { ApiProblem } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { problemTexts, reviewText } from '../texts/zh.js';

const acceptable = ({ allowedActions }: ReviewItem): boolean =>
  allowedActions.some(({ action, href }) => action.startsWith('accept') || href.endsWith('/acceptance'));

/** Accepts what one unit filed for a period, report by report; stops at the first that was refused. */
export function AcceptAll({ title, items }: { title: string; items: readonly ReviewItem[] }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const able = items.filter(acceptable);
  const accepting = useMutation({
    mutationFn: async () => {
      for (const { obligationId, version } of able) {
        await call('acceptReport', { params: { id: obligationId }, etag: etagOf(version) });
      }
    },
    onSuccess: () => void message.success(reviewText.acceptedAll(able.length)),
    onError: (problem) =>
      void message.error(problem instanceof ApiProblem ? problem.detail : problemTexts.server),
    onSettled: () => queries.invalidateQueries(),
  });
  if (able.length < 2) return null;
  return (
    <Popconfirm title={reviewText.acceptAllPrompt(title, able.length)} onConfirm={() => accepting.mutate()}>
      <Button size="small" loading={accepting.isPending} data-testid="accept-all">
        {reviewText.acceptAll(able.length)}
      </Button>
    </Popconfirm>
  );
}
