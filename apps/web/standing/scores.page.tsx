import type { ScoreSheet, UnitScoreView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { civilDay, formatFullInstant } from '../format/date.js';
import { useSession } from '../session/use-session.js';
import { scoresText } from '../texts/zh.js';
import { scoresOnQuery } from './queries.js';
import { StandingPage } from './standing-page.js';

/** What the record gives each unit so far; a unit sees its own line. */
export function ScoresPage() {
  const { now } = useSession();
  const { to } = useSearch({ from: '/inside/scores' });
  const navigate = useNavigate({ from: '/scores' });
  const goTo = (day: string): void =>
    void navigate({ search: /^\d{4}-\d{2}-\d{2}$/.test(day) ? { to: day } : {}, replace: true });
  return (
    <StandingPage
      texts={scoresText}
      actions={
        <div className="page-actions">
          <label className="soft small score-day">
            {scoresText.asOfDay}{' '}
            <Input
              type="date"
              aria-label={scoresText.asOfDay}
              data-testid="score-day"
              value={to ?? ''}
              max={civilDay(now)}
              onChange={({ target }) => goTo(target.value)}
            />
          </label>
        </div>
      }
    >
      {(planId) => <Sheet planId={planId} to={to} />}
    </StandingPage>
  );
}

function Sheet({ planId, to }: { planId: string; to: string | undefined }) {
  const sheet = useQuery(scoresOnQuery(planId, to));
  return (
    <Answer query={sheet}>
      {(found) => (
        <>
          <p className="soft small score-scheme">
            {scoresText.scheme(found.scheme.label, found.scheme.version, formatFullInstant(found.asOf))}
          </p>
          {found.groups.length === 0 ? (
            <section className="panel">
              <EmptyNote title={scoresText.none} hint={scoresText.noneHint} />
            </section>
          ) : null}
          {found.groups.map((group) => (
            <Group key={group.label} group={group} to={to} />
          ))}
        </>
      )}
    </Answer>
  );
}

const rankOf = ({ own, empty, rank }: UnitScoreView): string =>
  own ? scoresText.own : empty || rank === null ? '—' : String(rank);

function Group({ group, to }: { group: ScoreSheet['groups'][number]; to: string | undefined }) {
  const sections = group.scores[0]?.sections.map(({ label }) => label) ?? [];
  return (
    <Panel title={group.label} testId="score-group" flush>
      <div className="score-scroll">
        <table className="plain score-table">
          <thead>
            <tr>
              <th>{scoresText.rank}</th>
              <th>{scoresText.unit}</th>
              <th className="right">{scoresText.total}</th>
              {sections.map((label) => (
                <th key={label} className="right wide-only">
                  {label}
                </th>
              ))}
              <th className="right wide-only">{scoresText.deductions}</th>
              <th className="right wide-only">{scoresText.bonus}</th>
            </tr>
          </thead>
          <tbody>
            {group.scores.map((score) => (
              <tr key={score.unit.id}>
                <td>{rankOf(score)}</td>
                <td>
                  <Link
                    to="/scores/$unitId"
                    params={{ unitId: score.unit.id }}
                    search={to === undefined ? {} : { to }}
                  >
                    {score.unit.name}
                  </Link>
                  {score.total === score.totalBeforeUndoing ? null : (
                    <span className="soft small"> {scoresText.before(score.totalBeforeUndoing)}</span>
                  )}
                </td>
                <td className="right">{score.empty ? scoresText.empty : <b>{score.total}</b>}</td>
                {score.sections.map(({ label, points }) => (
                  <td key={label} className="right wide-only">
                    {points}
                  </td>
                ))}
                <td className={score.deductions < 0 ? 'right late wide-only' : 'right soft wide-only'}>
                  {score.deductions}
                </td>
                <td className="right wide-only">{score.bonus}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
