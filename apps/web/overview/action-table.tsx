import { TASK_STATE_LABELS, TASK_STATES, type ActionView } from '#contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../components/panel.js';
import { ProgressBar } from '../components/progress-bar.js';
import { usePhone } from '../components/use-phone.js';
import { wordInLanguage } from '../texts/in-language.js';
import { overviewText } from '../texts/zh.js';
import { supervised } from './supervised.js';

function Name({ action }: { action: ActionView }) {
  return (
    <>
      <Link to="/tasks" search={{ action: action.code }}>
        {action.name}
      </Link>
      {action.officeUnit === null ? null : (
        <span className="soft small overview-office">{action.officeUnit.name}</span>
      )}
    </>
  );
}

const Count = ({ of, serious }: { of: number; serious?: boolean }) =>
  of === 0 ? <span className="soft">0</span> : <span className={serious === true ? 'late' : ''}>{of}</span>;

/** Every action in figures: tasks by state, by schedule, on a rung. */
export function ActionTable({ actions }: { actions: readonly ActionView[] }) {
  const phone = usePhone();
  const states = TASK_STATES.filter((state) =>
    actions.some(({ figures }) => (figures.byState[state] ?? 0) > 0),
  );
  const bar = ({ figures }: ActionView) => (
    <ProgressBar progress={figures.progress} expected={figures.expected} schedule={null} />
  );
  if (phone) {
    return (
      <Panel title={overviewText.byAction} testId="by-action" flush>
        <ul className="cards action-cards">
          {actions.map((action) => (
            <li key={action.id}>
              <b>
                <Name action={action} />
              </b>
              {bar(action)}
              <p>
                {states
                  .filter((state) => (action.figures.byState[state] ?? 0) > 0)
                  .map(
                    (state) =>
                      `${wordInLanguage(TASK_STATE_LABELS[state])} ${action.figures.byState[state] ?? 0}`,
                  )
                  .join(' · ')}
                {supervised(action.figures) > 0 ? (
                  <span className="late">
                    {' '}
                    · {overviewText.supervised} {supervised(action.figures)}
                  </span>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
    );
  }
  return (
    <Panel title={overviewText.byAction} testId="by-action" flush>
      <table className="plain figures-table">
        <thead>
          <tr>
            <th>{overviewText.action}</th>
            <th className="right">{overviewText.tasks}</th>
            {states.map((state) => (
              <th key={state} className="right">
                {wordInLanguage(TASK_STATE_LABELS[state])}
              </th>
            ))}
            <th className="right">{overviewText.behind}</th>
            <th className="right">{overviewText.seriouslyBehind}</th>
            <th className="right">{overviewText.supervised}</th>
            <th>{overviewText.progress}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.id}>
              <td>
                <Name action={action} />
              </td>
              <td className="right">{action.figures.tasks}</td>
              {states.map((state) => (
                <td key={state} className="right">
                  <Count of={action.figures.byState[state] ?? 0} />
                </td>
              ))}
              <td className="right">
                <Count of={action.figures.bySchedule.behind ?? 0} />
              </td>
              <td className="right">
                <Count of={action.figures.bySchedule.seriouslyBehind ?? 0} serious />
              </td>
              <td className="right">
                <Count of={supervised(action.figures)} serious />
              </td>
              <td>{bar(action)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
