import { WEBHOOK_DELIVERY_STATES, type WebhookDeliveryView, type WebhookView } from '#contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { webhookTexts } from '../texts/zh.js';

const AGAIN_MS = 3_000;
const STATES = [
  { value: '', label: webhookTexts.allStates },
  ...Object.entries(WEBHOOK_DELIVERY_STATES).map(([value, label]) => ({
    value,
    label: wordInLanguage(label),
  })),
];

/** What was sent to a system of late, how it ended, and once more by hand. */
export function Deliveries({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const [state, choose] = useState('');
  const key = ['webhooks', webhook.id, 'deliveries', state];
  const found = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ signal, pageParam }) =>
      call('webhookDeliveries', {
        signal,
        params: { id: webhook.id },
        query: { ...(state === '' ? {} : { state }), ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: AGAIN_MS,
  });
  const items = found.data?.pages.flatMap((page) => page.items);
  return (
    <Drawer
      open
      size="min(45rem, 100vw)"
      title={webhookTexts.deliveriesTitle(webhook.name)}
      onClose={onClose}
      extra={
        <span className="bar">
          <Select value={state} onChange={choose} options={STATES} popupMatchSelectWidth={false} />
          <ExportButton
            list="webhookDeliveries"
            params={{ id: webhook.id }}
            query={state === '' ? {} : { state }}
          />
        </span>
      }
    >
      <Answer query={{ data: items, error: found.error, refetch: found.refetch }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote title={webhookTexts.noDeliveries} />
          ) : (
            <ul className="delivery-list" data-testid="deliveries">
              {rows.map((row) => (
                <Delivery key={row.id} row={row} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </Answer>
      {found.hasNextPage ? (
        <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {webhookTexts.more}
        </Button>
      ) : null}
    </Drawer>
  );
}

function Delivery({ row, webhook }: { row: WebhookDeliveryView; webhook: WebhookView }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => call('sendDeliveryAgain', { params: { id: webhook.id, deliveryId: row.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks', webhook.id] }),
  });
  const answered =
    row.status ?? (row.attempts === 0 || row.state === 'sending' ? null : webhookTexts.noAnswer);
  return (
    <li data-testid="delivery">
      <div className="delivery-event">
        <b>{row.typeLabel}</b> <span className="soft small">{row.type}</span>
        <div className="soft small">
          {row.cursor === null ? null : <span className="number">{row.cursor} · </span>}
          {formatInstant(row.occurredAt ?? row.createdAt)}
        </div>
      </div>
      <div className="delivery-state">
        <span className={`webhook-state delivery-${row.state}`}>
          {wordInLanguage(WEBHOOK_DELIVERY_STATES[row.state])}
        </span>
        <span className="soft small">
          {webhookTexts.attempts} {row.attempts}
          {answered === null ? null : ` · ${webhookTexts.answer} ${answered}`}
          {row.again ? ` · ${webhookTexts.again}` : null}
        </span>
        {row.nextAttemptAt === null || row.attempts === 0 ? null : (
          <span className="soft small">
            {webhookTexts.next} {formatInstant(row.nextAttemptAt)}
          </span>
        )}
      </div>
      {webhook.mayManage && row.state !== 'sending' ? (
        <Button
          size="small"
          loading={again.isPending}
          onClick={() => again.mutate()}
          data-testid="send-again"
        >
          {webhookTexts.sendAgain}
        </Button>
      ) : null}
      {row.failure === null || row.state === 'delivered' ? null : (
        <p className="delivery-failure">{row.failure}</p>
      )}
      <ProblemNote problem={again.error} />
    </li>
  );
}
