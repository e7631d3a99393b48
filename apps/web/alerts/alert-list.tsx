import { formatInstant } from '../format/date.js';
import { alertsText } from '../texts/zh.js';
import type { AlertGroup } from './group-alerts.js';
import { LevelTag } from './level-tag.js';

interface AlertListProps {
  groups: readonly AlertGroup[];
  /** One list of all units: each matter then says whose it is. */
  named?: boolean;
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** The open matters under the name of each unit. */
export function AlertList({ groups, named = false, chosenId, onChoose }: AlertListProps) {
  return (
    <div className="panel alert-list" data-testid="alerts">
      {groups.map(({ unit, alerts }) => (
        <section key={unit ?? ''}>
          <h2>{named ? alertsText.byUrgency : (unit ?? alertsText.general)}</h2>
          <ul>
            {alerts.map((alert) => (
              <li key={alert.id}>
                <button
                  type="button"
                  aria-current={alert.id === chosenId}
                  onClick={() => onChoose(alert.id)}
                  data-testid={`alert-${alert.kind}`}
                >
                  <b>{alert.title}</b>
                  <LevelTag alert={alert} />
                  <span className="soft small">
                    {named && alert.unit !== null ? `${alert.unit.name} · ` : ''}
                    {alert.kindLabel} · {alertsText.raised(formatInstant(alert.raisedAt))}
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
