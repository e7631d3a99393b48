import type { IndicatorView } from '#contract';
import { Panel } from '../components/panel.js';
import { taskText } from '../texts/zh.js';

/** The figures the plan wants, with the last reading beside each. */
export function Indicators({ indicators }: { indicators: readonly IndicatorView[] }) {
  if (indicators.length === 0) return null;
  return (
    <Panel title={taskText.indicators} testId="indicators" flush>
      <table className="plain">
        <thead>
          <tr>
            <th>{taskText.indicator}</th>
            <th>{taskText.target}</th>
            <th>{taskText.reading}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.position}>
              <td>{indicator.name}</td>
              <td className="nowrap">{indicator.target}</td>
              <td className="nowrap">
                {indicator.lastReading === null ? (
                  <span className="soft">{taskText.noReading}</span>
                ) : (
                  `${indicator.lastReading.value}${indicator.unit}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
