import type { ScoreDetail } from '#contract';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../format/date.js';
import { useMayEnter } from '../session/use-session.js';
import { scoresText, marks } from '../texts/zh.js';

export type Ground = ScoreDetail['deductions'][number]['grounds'][number];

function standingOf({ met, points, undone, lacksEvidence }: Ground): string {
  if (undone) return scoresText.undone;
  if (lacksEvidence) return scoresText.lacksEvidence;
  if (met !== null) return met ? scoresText.met : scoresText.unmet;
  return points === null ? '' : String(points);
}

const isLoss = ({ met, points }: Ground): boolean => met === false || (points ?? 0) < 0;

/** What a line rests on, each with its task, its card and its report. Closed until somebody wants to know: there may be hundreds. */
export function Grounds({ grounds }: { grounds: readonly Ground[] }) {
  if (grounds.length === 0) return null;
  // What cost something stands first: that is what people look for.
  const sorted = [...grounds].sort((a, b) => Number(isLoss(b)) - Number(isLoss(a)));
  const lost = grounds.filter(isLoss).length;
  return (
    <details className="score-grounds">
      <summary data-testid="score-grounds">
        {scoresText.grounds} {grounds.length}
        {lost > 0 ? <span className="late"> {scoresText.lost(lost)}</span> : null}
      </summary>
      <ul>
        {sorted.map((ground, index) => (
          <GroundLine key={`${ground.at}/${ground.task?.id ?? ''}/${String(index)}`} ground={ground} />
        ))}
      </ul>
    </details>
  );
}

function GroundLine({ ground }: { ground: Ground }) {
  const seesSittings = useMayEnter('sittings');
  const { task, noticeId, sittingId, events } = ground;
  return (
    <li>
      <span className={isLoss(ground) ? 'late' : ''}>{standingOf(ground)}</span> {ground.label}{' '}
      {task === null ? null : (
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          {task.code} {task.title}
        </Link>
      )}
      {noticeId === null ? null : (
        <Link to="/inbox" search={{ notice: noticeId }}>
          {scoresText.toNotice}
        </Link>
      )}
      {sittingId === null || !seesSittings ? null : (
        <Link to="/filing/$sittingId" params={{ sittingId }}>
          {scoresText.toReport}
        </Link>
      )}
      <span className="soft small">
        {events.map(({ label, at }) => `${label} ${formatInstant(at)}`).join(marks.semicolon)}
      </span>
    </li>
  );
}
