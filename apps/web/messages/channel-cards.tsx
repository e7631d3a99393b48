import { WAY_STATE_LABELS, type ChannelList, type ChannelView } from '#contract';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { EmptyNote } from '../components/empty-note.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { channelsText, common, lettersText, marks } from '../texts/zh.js';
import { PauseDialog, ReceiptDialog, TrialDialog } from './channel-dialogs.js';
import { useChannel } from './use-channel.js';

/** Every channel: how it does, what it allows, and what can be done with it. No secret is among what is shown. */
export function ChannelCards({ list }: { list: ChannelList }) {
  if (list.items.length === 0)
    return (
      <section className="panel">
        <EmptyNote title={channelsText.none} hint={channelsText.noneHint} />
      </section>
    );
  return (
    <section className="panel">
      <ul className="cards" data-testid="channels">
        {list.items.map((channel) => (
          <Channel key={channel.id} channel={channel} list={list} />
        ))}
      </ul>
    </section>
  );
}

type Dialog = 'pause' | 'trial' | 'receipts' | null;

function Channel({ channel, list }: { channel: ChannelView; list: ChannelList }) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = (): void => setDialog(null);
  return (
    <li className="channel" data-testid="channel">
      <header>
        <b>{channel.name}</b>
        <span className="soft">{channel.kindLabel}</span>
        {channel.paused ? (
          <Tag color="orange">{channelsText.paused}</Tag>
        ) : (
          <Tag color="green">{channelsText.on}</Tag>
        )}
        {list.mayChange ? <Acts channel={channel} rehearsal={list.rehearsal} open={setDialog} /> : null}
      </header>
      {channel.paused ? (
        <p>
          {channel.pausedReason}
          <span className="soft small number">
            {channel.pausedAt === null
              ? ''
              : channelsText.pausedBy(
                  channel.pausedBy ?? channelsText.bySystem,
                  formatInstant(channel.pausedAt),
                )}
          </span>
        </p>
      ) : null}
      <Facts channel={channel} days={list.countedDays} />
      {dialog === 'pause' ? <PauseDialog channel={channel} onClose={close} /> : null}
      {dialog === 'trial' ? <TrialDialog channel={channel} onClose={close} /> : null}
      {dialog === 'receipts' ? <ReceiptDialog channel={channel} onClose={close} /> : null}
    </li>
  );
}

interface ActsProps {
  channel: ChannelView;
  rehearsal: boolean;
  open: (dialog: Dialog) => void;
}

function Acts({ channel, rehearsal, open }: ActsProps) {
  const resuming = useChannel('resumeChannel', () => channelsText.done);
  const requeue = useChannel('requeueChannel', ({ requeued }) => lettersText.requeued(requeued));
  const params = { id: channel.id };
  const stopped = channel.counts.some(({ state }) => state === 'failedForGood');
  return (
    <Space wrap className="channel-acts" size={4}>
      {channel.paused ? (
        <Button size="small" loading={resuming.isPending} onClick={() => resuming.mutate({ params })}>
          {channelsText.resume}
        </Button>
      ) : (
        <Button size="small" onClick={() => open('pause')}>
          {channelsText.pause}
        </Button>
      )}
      <Button size="small" disabled={channel.paused || rehearsal} onClick={() => open('trial')}>
        {channelsText.trial}
      </Button>
      {stopped ? (
        <Button size="small" loading={requeue.isPending} onClick={() => requeue.mutate({ params })}>
          {lettersText.requeueAll}
        </Button>
      ) : null}
      {channel.receipts === 'none' ? null : (
        <Button size="small" onClick={() => open('receipts')}>
          {channel.receipts === 'made' ? channelsText.receiptsRenew : channelsText.receiptsMake}
        </Button>
      )}
      <ProblemNote problem={resuming.error ?? requeue.error} />
    </Space>
  );
}

function Facts({ channel, days }: { channel: ChannelView; days: number }) {
  const { lastSentAt, lastFailedAt, lastFailure, limits, addresses, groups, counts, settings } = channel;
  const reach = [
    ...(addresses > 0 ? [channelsText.addresses(addresses)] : []),
    ...(groups.length > 0 ? [channelsText.groups(common.joinUnits(groups))] : []),
  ];
  const facts: [string, string][] = [
    [channelsText.lastSent, lastSentAt === null ? channelsText.never : formatInstant(lastSentAt)],
    [
      channelsText.lastFailed,
      lastFailedAt === null
        ? channelsText.never
        : `${formatInstant(lastFailedAt)}${marks.comma}${lastFailure ?? ''}`,
    ],
    [lettersText.tabs.people, reach.length === 0 ? common.none : reach.join(marks.semicolon)],
    [
      channelsText.counts(days),
      counts.length === 0
        ? lettersText.none
        : counts
            .map(({ state, count }) => `${wordInLanguage(WAY_STATE_LABELS[state])} ${count}`)
            .join(marks.semicolon),
    ],
    ...(limits.length > 0 ? [[channelsText.limits, limits.join(marks.semicolon)] as [string, string]] : []),
    ...settings.map(({ name, value }): [string, string] => [name, value]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="facts-row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
