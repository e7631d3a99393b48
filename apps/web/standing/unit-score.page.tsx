import type { ScoreDetail } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Answer } from '../components/answer.js';
import { BackIcon } from '../components/icons.js';
import { PagePending } from '../components/page-states.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatFullInstant, formatInstant } from '../format/date.js';
import { usePlan } from '../session/use-plan.js';
import { scoresText } from '../texts/zh.js';
import { Grounds } from './grounds.js';
import { unitScoreOnQuery } from './queries.js';
import './standing.css';

/** One unit's points, each with the tasks and the lines of the trail that made it. */
export function UnitScorePage() {
  const { unitId } = useParams({ from: '/inside/scores/$unitId' });
  const { to } = useSearch({ from: '/inside/scores/$unitId' });
  const plan = usePlan();
  return plan ? <Detail planId={plan.id} unitId={unitId} to={to} /> : <PagePending />;
}

interface Wanted {
  planId: string;
  unitId: string;
  /** As of which past day. */
  to: string | undefined;
}

function Detail({ planId, unitId, to }: Wanted) {
  const detail = useQuery(unitScoreOnQuery(planId, unitId, to));
  return (
    <>
      <Link to="/scores" search={to === undefined ? {} : { to }} className="task-back">
        <BackIcon />
        {scoresText.back}
      </Link>
      <Answer query={detail}>{(found) => <Points detail={found} />}</Answer>
    </>
  );
}

function Points({ detail }: { detail: ScoreDetail }) {
  const { score, scheme, asOf, sections, deductions, decisions, group, rankedUnits } = detail;
  return (
    <>
      <div className="page-head">
        <PageTitle title={score.unit.name} />
        <b className="score-total">{score.empty ? scoresText.empty : score.total}</b>
        {score.rank === null ? null : (
          <span className="soft">{scoresText.rankOf(score.rank, rankedUnits, group)}</span>
        )}
      </div>
      <p className="soft small score-scheme">
        {scoresText.scheme(scheme.label, scheme.version, formatFullInstant(asOf))}
      </p>
      {sections.map((section) => (
        <Panel
          key={section.label}
          title={section.label}
          note={scoresText.marks(section.points, section.marks)}
          testId="score-section"
          flush
        >
          <ul className="score-items">
            {section.items.map((item) => (
              <li key={item.label}>
                <header>
                  <b>{item.label}</b>
                  <span>{scoresText.marks(item.points, item.marks)}</span>
                  {item.share === null ? null : (
                    <span className="soft small">{scoresText.share(item.share.met, item.share.of)}</span>
                  )}
                  {item.note === null ? null : <span className="soft small">{item.note}</span>}
                </header>
                <Grounds grounds={item.grounds} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      <Panel title={scoresText.deductions} note={String(score.deductions)} testId="score-deductions" flush>
        <ul className="score-items">
          {deductions.map((deduction) => (
            <li key={deduction.label}>
              <header>
                <b>{deduction.label}</b>
                <span className={deduction.points < 0 ? 'late' : 'soft'}>{deduction.points}</span>
              </header>
              <Grounds grounds={deduction.grounds} />
            </li>
          ))}
          {decisions.map((decision) => (
            <li key={decision.at + decision.reason}>
              <header>
                <b>{scoresText.decided}</b> <span>{decision.points}</span>{' '}
                <span className="soft small">
                  {formatInstant(decision.at)} {decision.reason}
                </span>
              </header>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
