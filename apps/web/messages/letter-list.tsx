import { WAY_STATE_LABELS, WAY_STATES, type ChannelView, type LetterView } from '#contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { isNarrowed } from '../lists/kept-filters.js';
import { ListConditions } from '../lists/list-conditions.js';
import { More } from '../lists/more.js';
import { wordInLanguage } from '../texts/in-language.js';
import { lettersText, marks, tasksText } from '../texts/zh.js';
import { WayState } from './delivery-list.js';
import { letterFilterSchema, type LetterFilter } from './letter-search.js';
import { letterQuery, lettersQuery } from './queries.js';

/** Letters by state and channel, each with its attempts. */
export function LetterList({ channels }: { channels: readonly ChannelView[] }) {
  const filter = letterFilterSchema.parse(useSearch({ from: '/inside/letters' }));
  const { state, channel } = filter;
  const navigate = useNavigate({ from: '/letters' });
  const show = (next: LetterFilter): void => void navigate({ search: next, replace: true });
  const letters = useInfiniteQuery(lettersQuery(state, channel));
  const data = letters.data?.pages.flatMap(({ items }) => items);
  const mayChange = letters.data?.pages[0]?.mayChange === true;
  return (
    <section className="panel">
      <div className="panel-body bar letter-tools">
        <ListConditions
          list="letters"
          schema={letterFilterSchema}
          conditions={[
            {
              key: 'state',
              label: lettersText.state,
              any: lettersText.anyState,
              options: WAY_STATES.map((value) => ({
                value,
                label: wordInLanguage(WAY_STATE_LABELS[value]),
              })),
            },
            {
              key: 'channel',
              label: lettersText.channel,
              any: lettersText.anyChannel,
              options: channels.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          search={filter}
          onChange={show}
        />
        <ExportButton list="letters" query={filter} />
      </div>
      <Answer query={{ data, error: letters.error, refetch: letters.refetch }}>
        {(items) =>
          items.length === 0 ? (
            isNarrowed(filter) ? (
              <EmptyNote
                title={lettersText.noneOfThese}
                action={<Button onClick={() => show({})}>{tasksText.clear}</Button>}
              />
            ) : (
              <EmptyNote title={lettersText.none} hint={lettersText.noneHint} />
            )
          ) : (
            <ul className="cards letters" data-testid="letters">
              {items.map((letter) => (
                <Letter key={letter.id} letter={letter} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Answer>
      <More list={letters} />
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
