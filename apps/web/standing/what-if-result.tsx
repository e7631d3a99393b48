import type { ScoreWhatIf } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { whatIfText } from '../texts/zh.js';
import { whatIfQuery, type Tried } from './queries.js';

/** Each unit's points and place as they are and as they would be, those that change most first. */
export function WhatIfResult({ planId, tried }: { planId: string; tried: Tried | null }) {
  return (
    <Panel title={whatIfText.result} testId="what-if-result" flush>
      {tried === null ? (
        <EmptyNote title={whatIfText.resultHint} />
      ) : (
        <Result planId={planId} tried={tried} />
      )}
    </Panel>
  );
}

function Result({ planId, tried }: { planId: string; tried: Tried }) {
  const found = useQuery(whatIfQuery(planId, tried));
  return <Answer query={found}>{(result) => <Compared result={result} />}</Answer>;
}

type Compared = ScoreWhatIf['units'][number];

const moves = ({ before, after }: Compared): number =>
  before.rank === null || after.rank === null ? 0 : before.rank - after.rank;

function Compared({ result: { units, moved } }: { result: ScoreWhatIf }) {
  const sorted = [...units].sort(
    (a, b) => Math.abs(b.change) - Math.abs(a.change) || Math.abs(moves(b)) - Math.abs(moves(a)),
  );
  return (
    <>
      <p className="what-if-note" data-testid="what-if-moved">
        {whatIfText.moved(moved.up, moved.down, moved.same)}
      </p>
      <div className="score-scroll">
        <table className="plain score-table">
          <thead>
            <tr>
              <th>{whatIfText.unit}</th>
              <th className="right">{whatIfText.before}</th>
              <th className="right">{whatIfText.after}</th>
              <th className="right">{whatIfText.change}</th>
              <th className="wide-only">{whatIfText.group}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <tr key={one.unit.id}>
                <td>{one.unit.name}</td>
                <td className="right">
                  {one.before.total} <span className="soft small">{whatIfText.place(one.before.rank)}</span>
                </td>
                <td className="right">
                  {one.after.total}{' '}
                  <span
                    className={
                      moves(one) < 0 ? 'late small' : moves(one) > 0 ? 'what-if-up small' : 'soft small'
                    }
                  >
                    {whatIfText.place(one.after.rank)}
                  </span>
                </td>
                <td
                  className={
                    one.change < 0 ? 'right late' : one.change > 0 ? 'right what-if-up' : 'right soft'
                  }
                >
                  {one.change > 0 ? `+${one.change}` : one.change}
                </td>
                <td className="soft small wide-only">{one.group}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
