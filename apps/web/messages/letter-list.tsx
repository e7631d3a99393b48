import {
  WAY_STATE_LABELS,
  WAY_STATES,
  type ChannelView,
  type LetterView,
  type WayStateName,
} from '#contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { lettersText, marks } from '../texts/zh.js';
import { WayState } from './delivery-list.js';
import { letterQuery, lettersQuery } from './queries.js';

/** Letters by state and channel, each with its attempts. */
export function LetterList({ channels }: { channels: readonly ChannelView[] }) {
  const [state, setState] = useState<WayStateName | undefined>();
  const [channel, setChannel] = useState<string | undefined>();
  const letters = useInfiniteQuery(lettersQuery(state, channel));
  const data = letters.data?.pages.flatMap(({ items }) => items);
  const mayChange = letters.data?.pages[0]?.mayChange === true;
  return (
    <section className="panel">
      <div className="panel-body">
        <Space wrap>
          <Select
            className="letter-filter"
            allowClear
            placeholder={lettersText.anyState}
            aria-label={lettersText.state}
            value={state ?? null}
            onChange={(chosen: WayStateName | null | undefined) => setState(chosen ?? undefined)}
            options={WAY_STATES.map((value) => ({ value, label: wordInLanguage(WAY_STATE_LABELS[value]) }))}
          />
          <Select
            className="letter-filter"
            allowClear
            placeholder={lettersText.anyChannel}
            aria-label={lettersText.anyChannel}
            value={channel ?? null}
            onChange={(chosen: string | null | undefined) => setChannel(chosen ?? undefined)}
            options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ExportButton list="letters" query={{ state, channel }} />
        </Space>
      </div>
      <Answer query={{ data, error: letters.error, refetch: letters.refetch }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyNote title={lettersText.none} hint={lettersText.noneHint} />
          ) : (
            <ul className="cards letters" data-testid="letters">
              {items.map((letter) => (
                <Letter key={letter.id} letter={letter} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Answer>
      {letters.hasNextPage ? (
        <div className="panel-body">
          <Button loading={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
            {lettersText.more}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Letter({ letter, mayChange }: { letter: LetterView; mayChange: boolean }) {
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const requeue = useMutation({
    mutationFn: () => call('requeueLetter', { params: { id: letter.id } }),
    onSuccess: async ({ requeued }) => {
      void message.success(lettersText.requeued(requeued));
      await queries.invalidateQueries({ queryKey: ['letters'] });
    },
  });
  return (
    <li data-testid="letter">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="letter-title">
            <b>{letter.owner ?? lettersText.trial}</b> {letter.title}
          </span>
          <span className="soft small">
            {letter.channel} · {formatInstant(letter.createdAt)}
            {letter.nextAt === null ? '' : ` · ${lettersText.next(formatInstant(letter.nextAt))}`}
          </span>
          <WayState way={letter.delivery} />
        </summary>
        {open ? <Attempts id={letter.id} /> : null}
        {mayChange && letter.mayRequeue ? (
          <Button size="small" loading={requeue.isPending} onClick={() => requeue.mutate()}>
            {lettersText.requeue}
          </Button>
        ) : null}
        <ProblemNote problem={requeue.error} />
      </details>
    </li>
  );
}

function Attempts({ id }: { id: string }) {
  const letter = useQuery(letterQuery(id));
  return (
    <Answer query={letter}>
      {({ attempts }) =>
        attempts.length === 0 ? (
          <p className="soft small">{lettersText.noAttempts}</p>
        ) : (
          <ol className="attempts" reversed aria-label={lettersText.attempts}>
            {attempts.map((attempt) => (
              <li key={attempt.number}>
                {lettersText.attempt(attempt.number)} {formatInstant(attempt.begunAt)}
                {marks.colon}
                {attempt.outcomeLabel}
                {attempt.reason === null ? null : <span className="soft small"> {attempt.reason}</span>}
              </li>
            ))}
          </ol>
        )
      }
    </Answer>
  );
}
