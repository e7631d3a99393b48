import type { SittingView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { sittingQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { useState } from 'react';
import { BackIcon } from '../components/icons.js';
import { formatInstant } from '../format/date.js';
import { PageTitle } from '../components/page-title.js';
import { LedgerOfSitting } from '../ledger/ledger-of-sitting.js';
import { filingText, marks } from '../texts/zh.js';
import { FiledReports } from './filed-reports.js';
import { clashesWithFiled } from './conflict.js';
import { ConflictView } from './conflict-view.js';
import { FilingForm } from './filing-form.js';
import { itemsToFile } from './draft.js';
import { SentReports } from './sign-off/sent-reports.js';
import { SignOffNote, WithLiaison } from './sign-off/sign-off-note.js';
import { useDraft } from './use-draft.js';
import './filing.css';

/** One sitting: a form while something is to be filed, what was filed afterwards. */
export function SittingPage() {
  const { sittingId } = useParams({ from: '/inside/filing/$sittingId' });
  const sitting = useQuery(sittingQuery(sittingId));
  return <Answer query={sitting}>{(found) => <Sitting key={found.id} sitting={found} />}</Answer>;
}

function Sitting({ sitting }: { sitting: SittingView }) {
  const { task } = useSearch({ from: '/inside/filing/$sittingId' });
  const navigate = useNavigate({ from: '/filing/$sittingId' });
  const draft = useDraft(sitting);
  const clashes = clashesWithFiled(sitting, draft.typed);
  const may = (...actions: string[]): boolean =>
    sitting.allowedActions.some(({ action }) => actions.includes(action));
  const isSent = sitting.signOff.waiting > 0 && may('signOff', 'returnFromSignOff', 'takeBackFromSignOff');
  // The head deals with what was sent first; what the liaison has again is the liaison's, unless the head takes it over.
  const [takesOver, takeOver] = useState(false);
  const returned = sitting.items.filter(({ signOff }) => signOff?.state === 'returned').length;
  const withLiaison = sitting.signOff.because === 'head' && returned > 0 && !takesOver;
  const fillIn =
    may('file', 'sendForSignOff') &&
    itemsToFile(sitting).length > 0 &&
    !withLiaison &&
    !(isSent && may('signOff', 'returnFromSignOff'));
  const late = sitting.status === 'overdue' || sitting.status === 'missed';
  return (
    <>
      <Link to="/filing" search={{}} className="task-back">
        <BackIcon />
        {filingText.title}
      </Link>
      <div className="page-head">
        <PageTitle title={`${filingText.title}${marks.colon}${sitting.periodLabel}`} />
        <span className={late ? 'late' : 'soft'}>
          {sitting.unit.name} · {filingText.itemCount(sitting.itemCount)} ·{' '}
          {sitting.filedAt === null
            ? filingText.due(formatInstant(sitting.dueAt))
            : filingText.filedAt(formatInstant(sitting.filedAt), sitting.late)}
        </span>
      </div>
      {clashes.length === 0 || draft.isDecided ? null : (
        <ConflictView
          title={filingText.conflict.filedBy(
            sitting.filedBy?.name ?? '',
            formatInstant(sitting.filedAt ?? ''),
          )}
          hint={filingText.conflict.filedHint}
          theirs={filingText.conflict.theirs}
          items={sitting.items}
          clashes={clashes}
          onDecide={draft.settle}
          onDismiss={draft.discard}
        />
      )}
      {isSent ? <SentReports key={sitting.version} sitting={sitting} /> : null}
      {withLiaison ? <WithLiaison count={returned} onTakeOver={() => takeOver(true)} /> : null}
      {fillIn || sitting.signOff.way === null ? <SignOffNote sitting={sitting} /> : null}
      {fillIn ? <LedgerOfSitting sitting={sitting} /> : null}
      {fillIn ? (
        <FilingForm
          sitting={sitting}
          draft={draft}
          alone={task}
          onAlone={(code) =>
            void navigate({
              search: code === undefined ? {} : { task: code },
              replace: true,
              resetScroll: false,
            })
          }
        />
      ) : isSent && sitting.items.every(({ report }) => report === null) ? null : (
        <FiledReports sitting={sitting} />
      )}
    </>
  );
}
