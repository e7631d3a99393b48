import type { DispatchSummary } from '#contract';
import { dispatchText } from '../../texts/zh.js';

/** Per unit what it will be asked, the most burdened first. */
export function UnitLoads({ units }: { units: DispatchSummary['units'] }) {
  const sorted = units.toSorted(
    (a, b) =>
      Number(b.overCap) - Number(a.overCap) || b.minutesPerMonth - a.minutesPerMonth || b.leads - a.leads,
  );
  return (
    <section>
      <h3>{dispatchText.table}</h3>
      <p className="soft small">{dispatchText.rhythm}</p>
      <table className="plain pr-loads" data-testid="unit-loads">
        <thead>
          <tr>
            <th scope="col">{dispatchText.unit}</th>
            <th scope="col">{dispatchText.leads}</th>
            <th scope="col">{dispatchText.supports}</th>
            <th scope="col">{dispatchText.reports}</th>
            <th scope="col">{dispatchText.minutes}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ unit, leads, supports, reportsPerMonth, minutesPerMonth, overCap }) => (
            <tr key={unit.id}>
              <td>
                {unit.name} {overCap ? <span className="pr-tag pr-tag-bad">{dispatchText.over}</span> : null}
              </td>
              <td>{leads}</td>
              <td>{supports}</td>
              <td className="nowrap">{dispatchText.perMonth(reportsPerMonth)}</td>
              <td className="nowrap">{dispatchText.minutesOf(minutesPerMonth)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
