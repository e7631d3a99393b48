import { DUTY_KINDS, type DutyView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { dutiesQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { ListConditions } from '../lists/list-conditions.js';
import { usePlans } from '../session/use-plan.js';
import { useSession } from '../session/use-session.js';
import { dutiesText, tasksText } from '../texts/zh.js';
import './duties.css';
import { DutyForm } from './duty-form.js';
import { DutyRow } from './duty-row.js';
import { dutySearchSchema, isOpen, matches, usuallyOf, type DutySearch } from './duty-search.js';

/** What an office, or a unit that was asked, owes besides the reports on tasks: its own first. */
export function DutiesPage() {
  const duties = useQuery(dutiesQuery);
  const session = useSession();
  const plans = usePlans() ?? [];
  const search = useSearch({ from: '/inside/duties' });
  const navigate = useNavigate({ from: '/duties' });
  const show = (next: DutySearch): void => void navigate({ search: next, replace: true });
  const [doing, see] = useState<DutyView | null>(null);
  return (
    <>
      <div className="page-head">
        <PageTitle title={dutiesText.title} />
        <span className="soft">{dutiesText.hint}</span>
        <div className="page-actions">
          <ExportButton list="duties" query={{ kind: search.kind, status: search.status }} />
        </div>
      </div>
      <DutyConditions search={search} onChange={show} />
      <Answer query={duties}>
        {({ items: all }) => {
          const items = all.filter((duty) => matches(duty, search, session, plans));
          const mine = items.filter(({ allowedActions }) => allowedActions.length > 0);
          const rest = items.filter(({ allowedActions }) => allowedActions.length === 0);
          const done = rest.filter((duty) => !isOpen(duty));
          return (
            <>
              {mine.length === 0 ? (
                <section className="panel">
                  {items.length < all.length && Object.values(search).some(Boolean) ? (
                    <EmptyNote
                      title={dutiesText.noneOfThese}
                      action={<Button onClick={() => show({ whose: 'all' })}>{tasksText.clear}</Button>}
                    />
                  ) : (
                    <EmptyNote
                      title={dutiesText.none}
                      hint={dutiesText.noneHint}
                      action={
                        items.length < all.length ? (
                          <Button onClick={() => show({ whose: 'all' })}>{dutiesText.whoseAre.all}</Button>
                        ) : undefined
                      }
                    />
                  )}
                </section>
              ) : null}
              <Duties title={dutiesText.toDo} duties={mine} onDo={see} testId="duties-mine" />
              <Duties
                title={dutiesText.others}
                duties={rest.filter(isOpen)}
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

interface DutyConditionsProps {
  search: DutySearch;
  onChange: (next: DutySearch) => void;
}

function DutyConditions({ search, onChange }: DutyConditionsProps) {
  const { kinds, statuses, whoseAre } = dutiesText;
  const usual = usuallyOf(useSession());
  return (
    <ListConditions
      list="duties"
      schema={dutySearchSchema}
      conditions={[
        {
          key: 'kind',
          label: dutiesText.kind,
          any: dutiesText.anyKind,
          options: DUTY_KINDS.map((value) => ({ value, label: kinds[value] })),
        },
        {
          key: 'status',
          label: dutiesText.status,
          any: dutiesText.anyStatus,
          options: (['open', 'done'] as const).map((value) => ({ value, label: statuses[value] })),
        },
        {
          key: 'whose',
          label: dutiesText.whose,
          any: whoseAre[usual],
          options: (['own', 'all'] as const).map((value) => ({ value, label: whoseAre[value] })),
        },
      ]}
      search={search}
      onChange={onChange}
    />
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
