import type { BurdenView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { burdenQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { civilDay } from '../format/date.js';
import { useSession } from '../session/use-session.js';
import { burdenText, marks } from '../texts/zh.js';
import './standing.css';

/** What was asked of each unit in a month, the most burdened first. */
export function BurdenPage() {
  const { now } = useSession();
  const [month, choose] = useState(civilDay(now).slice(0, 7));
  const burden = useQuery(burdenQuery(month));
  return (
    <>
      <div className="page-head">
        <PageTitle title={burdenText.title} />
        <span className="soft">{burdenText.hint}</span>
        <div className="page-actions">
          <Input
            type="month"
            aria-label={burdenText.month}
            value={month}
            onChange={({ target }) => {
              if (/^\d{4}-\d{2}$/.test(target.value)) choose(target.value);
            }}
          />
        </div>
      </div>
      <Answer query={burden}>{(found) => <Units burden={found} />}</Answer>
    </>
  );
}

function Units({ burden }: { burden: BurdenView }) {
  const units = burden.months[0]?.units ?? [];
  if (units.length === 0)
    return (
      <section className="panel">
        <EmptyNote title={burdenText.none} hint={burdenText.noneHint} />
      </section>
    );
  const most = Math.max(burden.capMinutes, ...units.map(({ minutes }) => minutes));
  return (
    <section className="panel">
      <p className="soft small burden-note">
        {burdenText.cap(burden.capMinutes)}
        {burden.assumed ? `${marks.semicolon}${burdenText.assumed}` : ''}
      </p>
      <table className="plain" data-testid="burden">
        <thead>
          <tr>
            <th>{burdenText.unit}</th>
            <th className="right">{burdenText.demands}</th>
            <th className="right wide-only">{burdenText.fields}</th>
            <th>{burdenText.minutes}</th>
            <th className="wide-only">{burdenText.made}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit.id}>
              <td>{unit.unit.name}</td>
              <td className="right">{unit.demands}</td>
              <td className="right wide-only">{unit.fields}</td>
              <td>
                <div className="burden-bar" aria-hidden="true">
                  <i
                    className={unit.overCap ? 'over' : ''}
                    style={{ width: `${(unit.minutes / most) * 100}%` }}
                  />
                </div>
                <span className={unit.overCap ? 'late' : ''}>
                  {Math.round(unit.minutes)}
                  {unit.overCap ? ` ${burdenText.over}` : ''}
                </span>
              </td>
              <td className="soft small wide-only">
                {unit.made
                  .slice(0, 3)
                  .map(({ label, demands }) => `${label} ${burdenText.times(demands)}`)
                  .join(marks.comma)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
