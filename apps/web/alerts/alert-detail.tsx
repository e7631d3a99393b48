import { Link } from '@tanstack/react-router';
import { NoticeView } from '../components/notice-view.js';
import { Panel } from '../components/panel.js';
import { formatFullInstant } from '../format/date.js';
import { alertsText } from '../texts/zh.js';
import { AlertClock } from './alert-clock.js';
import type { Matter } from './group-alerts.js';
import { LevelTag } from './level-tag.js';

/** One matter: what it is, and the draft of its notice beside the facts that it rests on. */
export function AlertDetail({ alert, settled }: { alert: Matter; settled: boolean }) {
  return (
    <>
      <Panel
        title={alert.title}
        actions={<LevelTag alert={alert} />}
        note={settled ? alertsText.settled : alertsText.raised(formatFullInstant(alert.raisedAt))}
        testId="alert-detail"
      >
        {settled ? null : (
          <p>
            <AlertClock clock={alert.clock} />
          </p>
        )}
        {alert.beside.length === 0 ? <p>{alert.detail}</p> : null}
        {alert.beside.map((one) => (
          <p key={one.id}>
            {one.title} · <span className="soft">{one.detail}</span>
          </p>
        ))}
        {alert.subjectKind === 'task' && alert.subjectId !== null ? (
          <Link to="/tasks/$taskId" params={{ taskId: alert.subjectId }}>
            {alertsText.toTask}
          </Link>
        ) : null}
        {alert.kind === 'needsAssignment' && alert.subjectId === null ? (
          <Link to="/tasks" search={{ needs: true }}>
            {alertsText.toTask}
          </Link>
        ) : null}
      </Panel>
      {alert.noticeId === null ? null : <NoticeView noticeId={alert.noticeId} />}
    </>
  );
}
