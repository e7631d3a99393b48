import type { TrailPage as Page } from '#contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { formatShortDay } from '../format/date.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { trailTexts } from '../texts/zh.js';
import { trailQuery, type TrailFilter } from './queries.js';
import { TrailFilters } from './trail-filters.js';
import { TrailRow } from './trail-row.js';
import { trailSearchSchema } from './trail-search.js';
import './trail.css';

/** What was done and looked at, for who audits. */
export function TrailPage() {
  const filter: TrailFilter = useSearch({ from: '/inside/trail' });
  const navigate = useNavigate();
  const trail = useInfiniteQuery(trailQuery(filter));
  const pages = trail.data?.pages;
  const names = useMemo(() => namesIn(pages ?? []), [pages]);
  const look = (next: TrailFilter): void => void navigate({ to: '/trail', search: next });
  const since = pages?.[0]?.from;
  return (
    <>
      <div className="page-head">
        <PageTitle title={trailTexts.title} />
        <span className="soft">{trailTexts.hint}</span>
      </div>
      <section className="panel">
        <div className="panel-body">
          <div className="list-bar">
            <TrailFilters filter={filter} names={names} onChange={look} />
            <div className="list-menus">
              <SavedFilters list="trail" schema={trailSearchSchema} search={filter} onUse={look} />
            </div>
          </div>
          {filter.from !== undefined || since === undefined ? null : (
            <p className="soft small trail-since">{trailTexts.since(formatShortDay(since))}</p>
          )}
        </div>
        <Answer query={{ data: pages, error: trail.error, refetch: trail.refetch }}>
          {(found) => {
            const items = found.flatMap((page) => page.items);
            return items.length === 0 ? (
              <EmptyNote title={trailTexts.none} hint={trailTexts.noneHint} />
            ) : (
              <ul className="cards trail" data-testid="trail">
                {items.map((entry) => (
                  <TrailRow
                    key={`${entry.chain.kind}/${entry.chain.id}/${String(entry.seq)}`}
                    entry={entry}
                    onPerson={(person) => look({ ...filter, person })}
                    onSubject={(subject) => look({ ...filter, subject })}
                  />
                ))}
              </ul>
            );
          }}
        </Answer>
        {trail.hasNextPage ? (
          <div className="panel-body">
            <Button loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
              {trailTexts.more}
            </Button>
          </div>
        ) : null}
      </section>
    </>
  );
}

/** People that rows have named, for the filter to show whom it is set to. */
function namesIn(pages: readonly Page[]): ReadonlyMap<string, string> {
  const people = pages.flatMap(({ items }) => items.flatMap(({ actor, persons }) => [actor, ...persons]));
  return new Map(
    people.flatMap((person) => (person?.name == null ? [] : [[person.id, person.name] as const])),
  );
}
