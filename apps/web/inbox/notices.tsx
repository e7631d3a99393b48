import { NOTICE_KIND_LABELS, NOTICE_KINDS, NOTICE_STATE_LABELS, NOTICE_STATES } from '#contract';
import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { AnswerOf } from '../api/client.js';
import { noticesQuery, unitsQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { RungTag } from '../components/rung-tag.js';
import { formatInstant } from '../format/date.js';
import { isNarrowed } from '../lists/kept-filters.js';
import { ListConditions, type Condition } from '../lists/list-conditions.js';
import { More } from '../lists/more.js';
import { useSession } from '../session/use-session.js';
import { wordInLanguage } from '../texts/in-language.js';
import { inboxText, tasksText } from '../texts/zh.js';
import { noticeFilterSchema, type NoticeFilter } from './inbox-search.js';

const KIND_AND_STATE: readonly Condition<NoticeFilter>[] = [
  {
    key: 'kind',
    label: inboxText.kind,
    any: inboxText.anyKind,
    options: NOTICE_KINDS.map((value) => ({ value, label: wordInLanguage(NOTICE_KIND_LABELS[value]) })),
  },
  {
    key: 'state',
    label: inboxText.state,
    any: inboxText.anyState,
    options: NOTICE_STATES.map((value) => ({ value, label: wordInLanguage(NOTICE_STATE_LABELS[value]) })),
  },
];

/** Who sees the notices of more than one unit can choose one. */
function useConditions(): readonly Condition<NoticeFilter>[] {
  const { roles } = useSession();
  const ofOneUnit = roles.every(({ scopeKind }) => scopeKind === 'unit');
  const units = useQuery({ ...unitsQuery, enabled: !ofOneUnit }).data?.items ?? [];
  if (ofOneUnit) return KIND_AND_STATE;
  const options = units.filter(({ isGroup }) => !isGroup).map(({ id, name }) => ({ value: id, label: name }));
  return [...KIND_AND_STATE, { key: 'unit', label: inboxText.unit, any: inboxText.anyUnit, options }];
}

/** The notices that the person may see, newest first. */
export function Notices() {
  const filter = noticeFilterSchema.parse(useSearch({ from: '/inside/inbox' }));
  const navigate = useNavigate({ from: '/inbox' });
  const notices = useInfiniteQuery(noticesQuery(filter));
  const show = (next: NoticeFilter): void =>
    void navigate({ search: { ...next, tab: 'notices' }, replace: true });
  return (
    <>
      <ListConditions
        list="notices"
        schema={noticeFilterSchema}
        conditions={useConditions()}
        search={filter}
        onChange={show}
      />
      <NoticeList notices={notices} filter={filter} onClear={() => show({})} />
    </>
  );
}

interface NoticeListProps {
  notices: UseInfiniteQueryResult<{ pages: AnswerOf<'notices'>[] }>;
  filter: NoticeFilter;
  onClear: () => void;
}

function NoticeList({ notices, filter, onClear }: NoticeListProps) {
  const items = notices.data?.pages.flatMap((page) => page.items);
  return (
    <Answer query={{ data: items, error: notices.error, refetch: notices.refetch }}>
      {(items) => (
        <section className="panel" data-testid="notices">
          {items.length === 0 ? null : (
            <div className="panel-body list-actions">
              <ExportButton list="notices" query={filter} size="small" />
            </div>
          )}
          {items.length > 0 ? null : isNarrowed(filter) ? (
            <EmptyNote
              title={inboxText.noneOfThese}
              action={<Button onClick={onClear}>{tasksText.clear}</Button>}
            />
          ) : (
            <EmptyNote title={inboxText.noNotices} hint={inboxText.noNoticesHint} />
          )}
          <ul className="notices">
            {items.map((notice) => (
              <li key={notice.id}>
                <RungTag rung={{ label: notice.kindLabel, colour: notice.colour }} />
                <Link from="/inbox" to="/inbox" search={(old) => ({ ...old, notice: notice.id })}>
                  {notice.title}
                </Link>
                <span className="soft small">
                  {notice.number ?? inboxText.noNumber} · {notice.unit.name}
                </span>
                <span className="soft small">
                  {notice.issuedAt === null
                    ? inboxText.draftedAt(formatInstant(notice.draftedAt))
                    : inboxText.issuedAt(formatInstant(notice.issuedAt))}
                </span>
                <span
                  className={
                    notice.state === 'issued' && notice.acknowledgedAt === null ? 'notice-open' : 'soft'
                  }
                >
                  {notice.state !== 'issued'
                    ? notice.stateLabel
                    : notice.acknowledgedAt === null
                      ? inboxText.notAcknowledged
                      : inboxText.acknowledged}
                </span>
              </li>
            ))}
          </ul>
          <More list={notices} />
        </section>
      )}
    </Answer>
  );
}
