import { Alert, Button } from 'antd';
import { ApiProblem, isConflict } from '../api/api-problem.js';
import { common, problemTexts } from '../texts/zh.js';

interface ProblemNoteProps {
  problem: unknown;
  onRetry?: (() => void) | undefined;
}

/** An error in plain words: what, and how to get on. Nothing when there is none. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  if (problem === null || problem === undefined) return null;
  const known = problem instanceof ApiProblem ? problem : null;
  const title = known?.title ?? problemTexts.server;
  const detail = known === null ? problemTexts.serverHint : known.detail;
  return (
    <Alert
      data-testid="problem"
      data-code={known?.code}
      type={isConflict(problem) ? 'warning' : 'error'}
      showIcon
      title={title}
      description={
        <>
          <p>{detail}</p>
          {known !== null && known.status === 412 ? <p>{problemTexts.conflictHint}</p> : null}
        </>
      }
      action={
        onRetry === undefined ? null : (
          <Button size="small" onClick={onRetry}>
            {isConflict(problem) ? common.reload : common.retry}
          </Button>
        )
      }
    />
  );
}
