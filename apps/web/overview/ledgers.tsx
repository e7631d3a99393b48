import type { PlanView } from '#contract';
import { Panel } from '../components/panel.js';
import { overviewText } from '../texts/zh.js';

/** So many are shown at once; the older ones after a press. */
const RECENT = 4;

function Links({ ledgers }: { ledgers: PlanView['ledgers'] }) {
  return (
    <ul className="ledgers">
      {ledgers.map(({ period, label, href }) => (
        <li key={period}>
          <span>{label}</span>
          <a href={href} download data-testid="ledger">
            {overviewText.download}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The ledgers to be had, as spreadsheets. */
export function Ledgers({ ledgers }: { ledgers: PlanView['ledgers'] }) {
  return (
    <Panel title={overviewText.ledgers} note={overviewText.ledgersHint} testId="ledgers">
      {ledgers.length === 0 ? <span className="soft">{overviewText.noLedgers}</span> : null}
      <Links ledgers={ledgers.slice(0, RECENT)} />
      {ledgers.length > RECENT ? (
        <details>
          <summary>{overviewText.older(ledgers.length - RECENT)}</summary>
          <Links ledgers={ledgers.slice(RECENT)} />
        </details>
      ) : null}
    </Panel>
  );
}
