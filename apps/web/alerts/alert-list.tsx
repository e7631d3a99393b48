import { formatInstant } from '../format/date.js';
import { alertsText, marks } from '../texts/zh.js';
import { AlertClock } from './alert-clock.js';
import type { AlertGroup, Matter } from './group-alerts.js';
import { LevelTag } from './level-tag.js';

interface AlertListProps {
  groups: readonly AlertGroup[];
  /** Of one list of all units: what it is called; each matter then says whose it is. */
  name?: string | undefined;
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** What it is about: of a draft, what it was drafted for. */
function kindsOf({ kindLabel, beside }: Matter): string {
  return [...new Set([kindLabel, ...beside.map((one) => one.kindLabel)])].join(marks.list);
}

/** The open matters under the name of each unit. */
export function AlertList({ groups, name, chosenId, onChoose }: AlertListProps) {
  return (
    <div className="panel alert-list" data-testid="alerts">
      {groups.map(({ unit, matters }) => (
        <section key={unit ?? ''}>
          <h2>{name ?? unit ?? alertsText.general}</h2>
          <ul>
            {matters.map((alert) => (
              <li key={alert.id}>
                <button
                  type="button"
                  aria-current={alert.id === chosenId}
                  onClick={() => onChoose(alert.id)}
                  data-testid={`alert-${alert.kind}`}
                >
                  <b>{alert.title}</b>
                  <LevelTag alert={alert} />
                  <AlertClock clock={alert.clock} />
                  <span className="soft small">
                    {name !== undefined && alert.unit !== null ? `${alert.unit.name} · ` : ''}
                    {kindsOf(alert)} ·{' '}
                    <span className="nowrap">{alertsText.raised(formatInstant(alert.raisedAt))}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
