import type { SearchHit } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { call } from '../api/client.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatPeriod } from '../format/period.js';
import { choosePlan } from '../session/use-plan.js';
import { useSession } from '../session/use-session.js';
import { searchText } from '../texts/zh.js';
import { recentOf, rememberOpened } from './recent.js';
import './search.css';

/** Between two keys of somebody who types nothing is asked. */
const PAUSE_MS = 120;

function useSettled(words: string): string {
  const [settled, settle] = useState(words);
  useEffect(() => {
    const wait = setTimeout(() => settle(words), PAUSE_MS);
    return () => clearTimeout(wait);
  }, [words]);
  return settled;
}

function useOpen(onClose: () => void): (hit: SearchHit) => void {
  const navigate = useNavigate();
  const { person } = useSession();
  return (hit) => {
    rememberOpened(person.id, hit);
    onClose();
    const { kind, id } = hit;
    if (kind === 'task') void navigate({ to: '/tasks/$taskId', params: { taskId: id } });
    if (kind === 'unit') void navigate({ to: '/tasks', search: { unit: id } });
    if (kind === 'product') void navigate({ to: '/products/$productId', params: { productId: id } });
    if (kind === 'planReview') void navigate({ to: '/plans/$reviewId', params: { reviewId: id } });
    if (kind === 'plan') {
      choosePlan(id);
      void navigate({ to: '/overview' });
    }
  };
}

interface HitsProps {
  hits: readonly SearchHit[];
  chosen: number;
  onChoose: (place: number) => void;
  onOpen: (hit: SearchHit) => void;
}

function Hits({ hits, chosen, onChoose, onOpen }: HitsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <ul ref={list} id="search-hits" role="listbox" aria-label={searchText.label} className="search-hits">
      {hits.map((hit, place) => (
        // The keys are those of the box above: it names the chosen one as its active descendant.
        <li
          key={hit.id}
          id={`hit-${place}`}
          role="option"
          aria-selected={place === chosen}
          onMouseMove={() => onChoose(place)}
          onClick={() => onOpen(hit)}
          data-testid="search-hit"
        >
          <span className="search-kind">{searchText.kinds[hit.kind]}</span>
          <span>
            <b>{hit.title}</b>
            {hit.note === null ? null : (
              // Of a product without a number it is the key of its period.
              <span className="soft small">
                {' '}
                {hit.kind === 'product' ? formatPeriod(hit.note) : hit.note}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One box for everything that has a page, used with the keyboard alone; before a word is typed, what was opened last. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { person } = useSession();
  const [words, setWords] = useState('');
  const [place, choose] = useState(0);
  const asked = useDeferredValue(useSettled(words.trim()));
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => call('search', { query: { q: asked }, signal }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const open = useOpen(onClose);
  const empty = words.trim() === '';
  const hits = empty ? recentOf(person.id) : (found.data?.items ?? []);
  const chosen = Math.min(place, hits.length - 1);
  const hit = hits[chosen];
  // What was found for the words before these is not what Enter is for.
  const answered = empty || (asked === words.trim() && !found.isPlaceholderData && !found.isFetching);
  // Who types and presses Enter at once is taken there when the answer is here.
  const [isOpening, openWhenAnswered] = useState(false);
  const arrive = useEffectEvent(() => {
    if (hit !== undefined) open(hit);
  });
  useEffect(() => {
    if (isOpening && answered) arrive();
  }, [isOpening, answered]);
  const press = (event: KeyboardEvent): void => {
    // While an input method is being asked, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      choose((chosen + step + hits.length) % Math.max(1, hits.length));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      openWhenAnswered(true);
    }
  };
  const nothing = !empty && found.data !== undefined && hits.length === 0;
  return (
    <Modal open onCancel={onClose} footer={null} title={searchText.label} closable={false} width="40rem">
      <input
        // The dialog is opened to type into it.
        autoFocus
        className="search-box"
        type="text"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? `hit-${chosen}` : undefined}
        aria-label={searchText.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={searchText.placeholder}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          choose(0);
          openWhenAnswered(false);
        }}
        onKeyDown={press}
        data-testid="search-box"
      />
      {found.error === null ? null : (
        <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      )}
      {empty && hits.length > 0 ? <h3 className="search-recent">{searchText.recent}</h3> : null}
      {hits.length > 0 ? <Hits hits={hits} chosen={chosen} onChoose={choose} onOpen={open} /> : null}
      {nothing ? (
        <p className="soft" data-testid="search-none">
          {searchText.none} · {searchText.noneHint}
        </p>
      ) : null}
      <p className="soft small search-foot" role="status">
        {empty || found.data === undefined
          ? searchText.hint
          : `${searchText.found(hits.length)} · ${searchText.hint}`}
      </p>
    </Modal>
  );
}
