import { ApiProblem, isConflict } from '../api/api-problem.js';
import { common, problemTexts } from '../texts/zh.js';
import './problem-note.css';

interface ProblemNoteProps {
  problem: unknown;
  onRetry?: (() => void) | undefined;
}

/** What no second try changes: it is not theirs, or it is not there. */
const FOR_GOOD = [403, 404];

/** An error in plain words: what, how to get on, and the code to name it by. Nothing when there is none. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  if (problem === null || problem === undefined) return null;
  const known = problem instanceof ApiProblem ? problem : null;
  const title = known?.title ?? problemTexts.server;
  const detail = known === null ? problemTexts.serverHint : known.detail;
  return (
    <div
      role="alert"
      className={`problem-note${isConflict(problem) ? ' problem-conflict' : ''}`}
      data-testid="problem"
      data-code={known?.code}
    >
      <svg className="problem-sign" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="9" />
        <path d="M10 5v6.4M10 13.6v1.6" />
      </svg>
      <div className="problem-words">
        <strong>{title}</strong>
        <p>{detail}</p>
        {known !== null && known.status === 412 ? <p>{problemTexts.conflictHint}</p> : null}
        {known === null ? null : <p className="problem-code">{problemTexts.code(known.code)}</p>}
      </div>
      {onRetry === undefined || FOR_GOOD.includes(known?.status ?? 0) ? null : (
        <button type="button" className="plain-button plain-small" onClick={onRetry}>
          {isConflict(problem) ? common.reload : common.retry}
        </button>
      )}
    </div>
  );
}
