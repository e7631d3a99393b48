import { webhookTypeLabel, type WebhookView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { Panel } from '../components/panel.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { common, webhookTexts, marks } from '../texts/zh.js';
import { Deliveries } from './deliveries.js';
import { PauseDialog } from './pause-dialog.js';
import { RenewDialog } from './renew-dialog.js';
import { ReplayDialog } from './replay-dialog.js';
import { ResumeDialog } from './resume-dialog.js';
import { WebhookDialog } from './webhook-dialog.js';
import { webhooksQuery } from './webhooks-query.js';

type Opened = 'edit' | 'pause' | 'resume' | 'renew' | 'replay' | 'deliveries' | null;

const { facts } = webhookTexts;

/** One system: how it goes, and what can be done about it. */
export function WebhookCard({ webhook, lastCursor }: { webhook: WebhookView; lastCursor: string | null }) {
  const [opened, open] = useState<Opened>(null);
  const close = (): void => open(null);
  return (
    <Panel
      title={webhook.name}
      note={webhook.unit?.name ?? webhookTexts.everything}
      testId="webhook"
      actions={<State webhook={webhook} />}
    >
      <Facts webhook={webhook} lastCursor={lastCursor} />
      <Actions webhook={webhook} open={open} />
      {opened === 'edit' ? <WebhookDialog webhook={webhook} onClose={close} /> : null}
      {opened === 'pause' ? <PauseDialog webhook={webhook} onClose={close} /> : null}
      {opened === 'resume' ? <ResumeDialog webhook={webhook} onClose={close} /> : null}
      {opened === 'renew' ? <RenewDialog webhook={webhook} onClose={close} /> : null}
      {opened === 'replay' ? <ReplayDialog webhook={webhook} onClose={close} /> : null}
      {opened === 'deliveries' ? <Deliveries webhook={webhook} onClose={close} /> : null}
    </Panel>
  );
}

function State({ webhook: { state, failingSince, cursor } }: { webhook: WebhookView }) {
  if (state === 'paused') return <span className="webhook-state webhook-paused">{webhookTexts.paused}</span>;
  if (failingSince !== null)
    return <span className="webhook-state webhook-failing">{webhookTexts.failing}</span>;
  if (cursor === null) return <span className="webhook-state soft">{webhookTexts.preparing}</span>;
  return <span className="webhook-state webhook-on">{webhookTexts.on}</span>;
}

function Facts({ webhook, lastCursor }: { webhook: WebhookView; lastCursor: string | null }) {
  const { waiting, failing, dead, failingSince, pausedReason, pausedAt, cursor } = webhook;
  return (
    <>
      {pausedReason === null || pausedAt === null ? null : (
        <p className="webhook-why">{facts.pausedBecause(pausedReason, formatInstant(pausedAt))}</p>
      )}
      <dl className="facts">
        <dt>{facts.url}</dt>
        <dd className="webhook-url">{webhook.url}</dd>
        <dt>{facts.events}</dt>
        <dd>{common.joinUnits(webhook.eventTypes.map((type) => wordInLanguage(webhookTypeLabel(type))))}</dd>
        <dt>{facts.waiting}</dt>
        <dd>
          {facts.count(waiting)}
          {failing === 0 ? null : `${marks.comma}${facts.retrying(failing)}`}
          {dead === 0 ? null : (
            <b className="webhook-dead">
              {marks.comma}
              {facts.dead(dead)}
            </b>
          )}
          {failingSince === null ? null : (
            <span className="soft">
              {marks.semicolon}
              {facts.since(formatInstant(failingSince))}
            </span>
          )}
        </dd>
        <dt>{facts.lastDelivered}</dt>
        <dd>{webhook.lastDeliveredAt === null ? facts.never : formatInstant(webhook.lastDeliveredAt)}</dd>
        <dt>{facts.cursor}</dt>
        <dd className="number">
          {cursor === null ? webhookTexts.preparing : facts.cursorOf(cursor, lastCursor)}
        </dd>
      </dl>
    </>
  );
}

function Actions({ webhook, open }: { webhook: WebhookView; open: (what: Opened) => void }) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const params = { id: webhook.id };
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const ping = useMutation({
    mutationFn: () => call('pingWebhook', { params }),
    onSuccess: () => void message.success(webhookTexts.pinged),
  });
  const removal = useMutation({
    mutationFn: () => call('removeWebhook', { params }),
    onSuccess: async () => {
      void message.success(webhookTexts.done);
      await again();
    },
  });
  const remove = (): void =>
    void modal.confirm({
      title: webhookTexts.removeTitle(webhook.name),
      content: webhookTexts.removeHint,
      okText: webhookTexts.remove,
      okButtonProps: { danger: true },
      onOk: () => removal.mutateAsync(),
    });
  return (
    <div className="webhook-actions">
      <Button size="small" onClick={() => open('deliveries')} data-testid="deliveries-button">
        {webhookTexts.deliveries}
      </Button>
      {webhook.mayManage ? (
        <>
          {webhook.state === 'paused' ? (
            <Button size="small" type="primary" onClick={() => open('resume')} data-testid="resume-button">
              {webhookTexts.resume}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                loading={ping.isPending}
                onClick={() => ping.mutate()}
                data-testid="ping-button"
              >
                {webhookTexts.ping}
              </Button>
              <Button size="small" onClick={() => open('pause')} data-testid="pause-button">
                {webhookTexts.pause}
              </Button>
            </>
          )}
          <Button size="small" onClick={() => open('replay')} data-testid="replay-button">
            {webhookTexts.replay}
          </Button>
          <Button size="small" onClick={() => open('edit')}>
            {webhookTexts.edit}
          </Button>
          <Button size="small" onClick={() => open('renew')} data-testid="renew-button">
            {webhookTexts.renew}
          </Button>
          <Button size="small" danger onClick={remove}>
            {webhookTexts.remove}
          </Button>
        </>
      ) : null}
      <ProblemNote problem={ping.error ?? removal.error} />
    </div>
  );
}
