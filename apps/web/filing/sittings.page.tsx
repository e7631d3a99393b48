import type { SittingSummary } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sittingsQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { filingText } from '../texts/zh.js';
import './filing.css';

const isDue = ({ status, returnedCount }: SittingSummary): boolean =>
  status === 'open' || status === 'overdue' || returnedCount > 0;

function when(sitting: SittingSummary): string {
  if (sitting.filedAt !== null) return filingText.filedAt(formatInstant(sitting.filedAt), sitting.late);
  if (sitting.status === 'upcoming') return filingText.opens(formatInstant(sitting.opensAt));
  return filingText.due(formatInstant(sitting.dueAt));
}

function SittingRow({ sitting }: { sitting: SittingSummary }) {
  const late = sitting.status === 'overdue' || sitting.status === 'missed';
  return (
    <li data-testid={`sitting-${sitting.status}`}>
      <div>
        <b>{sitting.periodLabel}</b>
        <span className="soft small">
          {sitting.unit.name} · {filingText.itemCount(sitting.itemCount)}
        </span>
      </div>
      <span className={late ? 'late' : ''}>{when(sitting)}</span>
      <span className={late || sitting.returnedCount > 0 ? 'late' : 'soft'}>
        {sitting.returnedCount > 0 ? filingText.returned(sitting.returnedCount) : sitting.statusLabel}
        {sitting.signOffReturnedCount > 0 ? (
          <span className="late"> {filingText.headReturned(sitting.signOffReturnedCount)}</span>
        ) : null}
      </span>
      <Link
        to="/filing/$sittingId"
        params={{ sittingId: sitting.id }}
        search={{}}
        className={isDue(sitting) ? 'button-link' : 'quiet-link'}
      >
        {isDue(sitting) && (sitting.atSignOffCount === 0 || sitting.signOffReturnedCount > 0)
          ? sitting.returnedCount + sitting.signOffReturnedCount > 0
            ? filingText.again
            : filingText.enter
          : filingText.view}
      </Link>
    </li>
  );
}

function Sittings({ title, sittings }: { title: string; sittings: readonly SittingSummary[] }) {
  if (sittings.length === 0) return null;
  return (
    <Panel title={title} flush>
      <ul className="sittings">
        {sittings.map((sitting) => (
          <SittingRow key={sitting.id} sitting={sitting} />
        ))}
      </ul>
    </Panel>
  );
}

/** The unit's sittings: what is to be filed now first, then what comes, then what was filed. */
export function SittingsPage() {
  const sittings = useQuery(sittingsQuery);
  return (
    <>
      <div className="page-head">
        <PageTitle title={filingText.title} />
        <span className="soft">{filingText.hint}</span>
        <div className="page-actions">
          <ExportButton list="sittings" />
        </div>
      </div>
      <Answer query={sittings}>
        {({ items }) => {
          const due = items.filter(isDue).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
          const upcoming = items.filter((item) => !isDue(item) && item.status === 'upcoming');
          const past = items.filter((item) => !isDue(item) && item.status !== 'upcoming');
          return (
            <>
              {due.length === 0 ? (
                <section className="panel">
                  <EmptyNote title={filingText.none} hint={filingText.noneHint} />
                </section>
              ) : null}
              <Sittings title={filingText.toFile} sittings={due} />
              <Sittings
                title={filingText.upcoming}
                sittings={upcoming.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).slice(0, 3)}
              />
              <Sittings
                title={filingText.past}
                sittings={past.toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1))}
              />
            </>
          );
        }}
      </Answer>
    </>
  );
}
