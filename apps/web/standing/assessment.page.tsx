import type { AssessmentView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { etagOf } from '../api/client.js';
import { ActionButtons } from '../components/action-buttons.js';
import { Answer } from '../components/answer.js';
import { BackIcon } from '../components/icons.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatFullInstant } from '../format/date.js';
import { assessmentText } from '../texts/zh.js';
import { AssessmentState } from './assessment-state.js';
import { Objections } from './objections.js';
import { assessmentQuery } from './queries.js';
import './standing.css';

/** One assessment: places, objections to decide, the final result. A unit sees its own line. */
export function AssessmentPage() {
  const { assessmentId } = useParams({ from: '/inside/assessments/$assessmentId' });
  const found = useQuery(assessmentQuery(assessmentId));
  return (
    <>
      <Link to="/assessments" className="task-back">
        <BackIcon />
        {assessmentText.back}
      </Link>
      <Answer query={found}>{(assessment) => <Assessment assessment={assessment} />}</Answer>
    </>
  );
}

function Assessment({ assessment }: { assessment: AssessmentView }) {
  const { periodLabel, state, stateLabel, groups, objections, allowedActions, files, version } = assessment;
  const title = `${periodLabel}${assessmentText.title}${assessmentText.edition(assessment.edition)}`;
  const waiting = objections.filter((one) => one.state === 'open').length;
  return (
    <>
      <div className="page-head" data-testid="assessment-head">
        <PageTitle title={title} />
        <AssessmentState state={state} label={stateLabel} />
        <div className="page-actions">
          {files.map(({ format, href }) => (
            <a key={format} href={href} download data-testid={`assessment-${format}`}>
              {format === 'xlsx' ? assessmentText.xlsx : assessmentText.json}
            </a>
          ))}
          <ActionButtons actions={allowedActions} etag={etagOf(version)} subject={title} />
        </div>
      </div>
      <Facts assessment={assessment} />
      {objections.length > 0 || allowedActions.length > 0 ? (
        <Panel
          title={assessmentText.objections}
          note={assessmentText.waiting(waiting)}
          testId="objections"
          flush
        >
          <Objections objections={objections} assessmentId={assessment.id} etag={etagOf(version)} />
        </Panel>
      ) : null}
      {groups.map((group) => (
        <Ranking key={group.label} group={group} assessmentId={assessment.id} />
      ))}
    </>
  );
}

function Facts({ assessment }: { assessment: AssessmentView }) {
  const { asOf, scheme, objectionsOpen, objectionsUntil, finalisedAt, finalisedBy, withdrawn } = assessment;
  const until = formatFullInstant(objectionsUntil);
  return (
    <div className="assessment-facts soft small">
      <span>{assessmentText.asOf(formatFullInstant(asOf), scheme.label, scheme.version)}</span>
      <span>{objectionsOpen ? assessmentText.until(until) : assessmentText.over(until)}</span>
      {finalisedAt === null ? null : (
        <span>{assessmentText.finalised(formatFullInstant(finalisedAt), finalisedBy)}</span>
      )}
      {withdrawn === null ? null : (
        <span className="late">
          {assessmentText.withdrawn(formatFullInstant(withdrawn.at), withdrawn.reason)}
        </span>
      )}
      <details>
        <summary>{assessmentText.check}</summary>
        <p className="assessment-hash">
          {assessmentText.previewHash} {assessment.previewHash}
        </p>
        {assessment.finalHash === null ? null : (
          <p className="assessment-hash">
            {assessmentText.finalHash} {assessment.finalHash}
          </p>
        )}
      </details>
    </div>
  );
}

interface RankingProps {
  group: AssessmentView['groups'][number];
  assessmentId: string;
}

function Ranking({ group, assessmentId }: RankingProps) {
  return (
    <Panel title={group.label} testId="assessment-group" flush>
      <table className="plain score-table">
        <thead>
          <tr>
            <th>{assessmentText.rank}</th>
            <th>{assessmentText.unit}</th>
            <th className="right wide-only">{assessmentText.preview}</th>
            <th className="right wide-only">{assessmentText.adjustment}</th>
            <th className="right">{assessmentText.total}</th>
          </tr>
        </thead>
        <tbody>
          {group.scores.map((score) => (
            <tr key={score.unit.id}>
              <td>
                {score.own ? assessmentText.own : (score.rank ?? '—')}
                {score.rank === score.previewRank || score.previewRank === null ? null : (
                  <span className="soft small"> {assessmentText.was(score.previewRank)}</span>
                )}
              </td>
              <td>
                <Link
                  to="/assessments/$assessmentId/$unitId"
                  params={{ assessmentId, unitId: score.unit.id }}
                >
                  {score.unit.name}
                </Link>
              </td>
              <td className="right wide-only">{score.previewTotal}</td>
              <td className="right wide-only">{plus(score.total - score.previewTotal)}</td>
              <td className="right">
                <b>{score.total}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const plus = (points: number): string => {
  const rounded = Math.round(points * 100) / 100;
  return rounded === 0 ? '' : rounded > 0 ? `+${rounded}` : String(rounded);
};
