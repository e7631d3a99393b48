import type { DutyView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dutiesQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { dutiesText } from '../texts/zh.js';
import './duties.css';
import { DutyForm } from './duty-form.js';
import { DutyRow } from './duty-row.js';

const OPEN = ['scheduled', 'open', 'returned', 'submitted'];

/** What an office, or a unit that was asked, owes besides the reports on tasks: its own first. */
export function DutiesPage() {
  const duties = useQuery(dutiesQuery);
  const [doing, see] = useState<DutyView | null>(null);
  return (
    <>
      <div className="page-head">
        <PageTitle title={dutiesText.title} />
        <span className="soft">{dutiesText.hint}</span>
        <div className="page-actions">
          <ExportButton list="duties" />
        </div>
      </div>
      <Answer query={duties}>
        {({ items }) => {
          const mine = items.filter(({ allowedActions }) => allowedActions.length > 0);
          const rest = items.filter(({ allowedActions }) => allowedActions.length === 0);
          const done = rest.filter(({ state }) => !OPEN.includes(state));
          return (
            <>
              {mine.length === 0 ? (
                <section className="panel">
                  <EmptyNote title={dutiesText.none} hint={dutiesText.noneHint} />
                </section>
              ) : null}
              <Duties title={dutiesText.toDo} duties={mine} onDo={see} testId="duties-mine" />
              <Duties
                title={dutiesText.others}
                duties={rest.filter(({ state }) => OPEN.includes(state))}
                onDo={see}
                testId="duties-others"
              />
              <Duties title={dutiesText.done} duties={done.toReversed()} onDo={see} testId="duties-done" />
            </>
          );
        }}
      </Answer>
      {doing === null ? null : <DutyForm duty={doing} onClose={() => see(null)} />}
    </>
  );
}

interface DutiesProps {
  title: string;
  duties: readonly DutyView[];
  onDo: (duty: DutyView) => void;
  testId: string;
}

function Duties({ title, duties, onDo, testId }: DutiesProps) {
  if (duties.length === 0) return null;
  return (
    <Panel title={title} testId={testId} flush>
      <ul className="duties">
        {duties.map((duty) => (
          <DutyRow key={duty.id} duty={duty} onDo={onDo} />
        ))}
      </ul>
    </Panel>
  );
}
