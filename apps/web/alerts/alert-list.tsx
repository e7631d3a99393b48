import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { alertsText } from '../texts/zh.js';
import type { AlertGroup } from './group-alerts.js';
import { LevelTag } from './level-tag.js';

interface AlertListProps {
  groups: readonly AlertGroup[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}

export function AlertList({ groups, chosenId, onChoose }: AlertListProps) {
  return (
    <div data-testid="alerts">
      {groups.map(({ unit, alerts }) => (
        <Panel key={unit ?? ''} title={unit ?? alertsText.general} flush>
          <ul className="alert-list">
            {alerts.map((alert) => (
              <li key={alert.id}>
                <button
                  type="button"
                  aria-current={alert.id === chosenId}
                  onClick={() => onChoose(alert.id)}
                  data-testid={`alert-${alert.kind}`}
                >
                  <LevelTag alert={alert} />
                  <b>{alert.title}</b>
                  <span className="soft small">
                    {alert.kindLabel} · {alertsText.raised(formatInstant(alert.raisedAt))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
