import type { VerificationView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { etagOf } from '../api/client.js';
import { verificationsQuery } from '../api/queries.js';
import { ActionButtons } from '../components/action-buttons.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { Panel } from '../components/panel.js';
import { formatInstant, formatShortDay } from '../format/date.js';
import { ListConditions } from '../lists/list-conditions.js';
import { unitsOf } from '../lists/units-of.js';
import { verificationText, marks } from '../texts/zh.js';
import { FindingButton } from './finding-dialog.js';
import {
  verificationSearchSchema,
  verificationsMatching,
  type VerificationSearch,
} from './verification-search.js';

const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

function Head({ of }: { of: VerificationView }) {
  return (
    <div className="verification-task">
      <Link to="/tasks/$taskId" params={{ taskId: of.task.id }}>
        {of.task.code} {of.task.title}
      </Link>
      <span>
        {of.unit.name}
        <span className="soft">
          {' · '}
          {of.reported === null
            ? verificationText.notReported
            : verificationText.reported(percent(of.reported), of.period)}
        </span>
      </span>
      <span className="soft small">{of.reason}</span>
    </div>
  );
}

function Open({ of }: { of: VerificationView }) {
  return (
    <li data-testid="verification">
      <Head of={of} />
      <p className="verification-words">
        {of.words === null || of.words === '' ? null : (
          <>
            <span className="soft small">{verificationText.said}</span> {of.words}
          </>
        )}
      </p>
      <div className="verification-side">
        <span className={of.overdue ? 'late' : undefined}>
          {verificationText.due(formatInstant(of.dueAt))}
          {of.overdue ? ` · ${verificationText.overdue}` : ''}
        </span>
        {of.allowedActions.map((action) => (
          <FindingButton key={action.action} action={action} verification={of} />
        ))}
      </div>
    </li>
  );
}

function Found({ of }: { of: VerificationView }) {
  const { finding } = of;
  if (finding === null) return null;
  return (
    <li data-testid="finding">
      <Head of={of} />
      <div className="verification-words">
        <p>{finding.words}</p>
        {finding.evidence.length === 0 ? null : (
          <p className="soft small">
            {verificationText.evidence}
            {marks.colon}
            {finding.evidence
              .map(({ label, ref }) => `${label}${marks.open}${ref}${marks.close}`)
              .join(marks.semicolon)}
          </p>
        )}
      </div>
      <div className="verification-side">
        <b className={`finding finding-${finding.code}`}>{finding.label}</b>
        {finding.found === null ? null : <span>{verificationText.foundAs(percent(finding.found))}</span>}
        <span className="soft small">
          {[finding.by?.name, formatShortDay(finding.at)].filter(Boolean).join(' · ')}
        </span>
        {finding.code === 'true' ? null : (
          <span className="small">
            {of.corrected === null
              ? verificationText.notCorrected
              : verificationText.corrected(percent(of.corrected.progress), formatShortDay(of.corrected.at))}
          </span>
        )}
        <ActionButtons
          actions={of.allowedActions.map((action) => ({ ...action, seldom: true }))}
          etag={etagOf(of.version)}
          extra={{ taskId: of.task.id, unitId: of.unit.id }}
          subject={`${of.task.code} ${of.task.title}`}
          size="small"
        />
      </div>
    </li>
  );
}

interface VerificationConditionsProps {
  planId: string;
  search: VerificationSearch;
  onChange: (next: VerificationSearch) => void;
}

/** Of which unit; kept under a name with the plan. */
export function VerificationConditions({ planId, search, onChange }: VerificationConditionsProps) {
  const items = useQuery(verificationsQuery(planId)).data?.items ?? [];
  // Nothing to choose from, and nothing to take back.
  if (items.length === 0 && search.unit === undefined) return null;
  return (
    <ListConditions
      list="verifications"
      schema={verificationSearchSchema}
      conditions={[
        {
          key: 'unit',
          label: verificationText.unit,
          any: verificationText.anyUnit,
          options: unitsOf(items, ({ unit }) => unit),
        },
      ]}
      search={search}
      onChange={onChange}
    />
  );
}

interface VerificationsProps {
  planId: string;
  state: 'open' | 'found';
  /** Only of this unit. */
  unit: string | undefined;
}

/** Reports that wait to be verified, or what was found of those that were. */
export function Verifications({ planId, state, unit }: VerificationsProps) {
  const all = useQuery(verificationsQuery(planId));
  return (
    <Answer query={all}>
      {({ items }) => {
        const shown = verificationsMatching(items, { unit }).filter((one) => one.state === state);
        return (
          <Panel
            title={verificationText[state]}
            note={shown.length === 0 ? undefined : verificationText.count(shown.length)}
            testId={`verifications-${state}`}
            actions={
              shown.length === 0 ? undefined : (
                <ExportButton list="verifications" query={{ plan: planId, state, unit }} size="small" />
              )
            }
            flush
          >
            {shown.length === 0 ? (
              unit !== undefined ? (
                <EmptyNote title={verificationText.noneOfUnit[state]} />
              ) : state === 'open' ? (
                <EmptyNote title={verificationText.noneOpen} hint={verificationText.noneOpenHint} />
              ) : (
                <EmptyNote title={verificationText.noneFound} />
              )
            ) : (
              <ul className="verification-list">
                {shown.map((of) =>
                  state === 'open' ? <Open key={of.id} of={of} /> : <Found key={of.id} of={of} />,
                )}
              </ul>
            )}
          </Panel>
        );
      }}
    </Answer>
  );
}
