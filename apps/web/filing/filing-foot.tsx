import { Alert, Button } from 'antd';
import type { Ref } from 'react';
import { isConflict } from '../api/api-problem.js';
import { ProblemNote } from '../components/problem-note.js';
import { filingText, signOffText } from '../texts/zh.js';

interface FilingFootProps {
  button: Ref<HTMLButtonElement>;
  again: boolean;
  /** It goes to the unit's head first. */
  toHead: boolean;
  remaining: number;
  wrong: number;
  /** Null while it is shown elsewhere. */
  problem: unknown;
  others: readonly string[];
  onReload: () => void;
  onSubmit: () => void;
}

/** What is still to do, what went wrong, and the way on. */
export function FilingFoot({
  button,
  again,
  toHead,
  remaining,
  wrong,
  problem,
  others,
  onReload,
  onSubmit,
}: FilingFootProps) {
  return (
    <footer className="filing-foot">
      <div className="filing-foot-problems">
        <ProblemNote problem={problem} onRetry={isConflict(problem) ? onReload : undefined} />
        {others.map((text) => (
          <Alert key={text} type="error" title={text} />
        ))}
      </div>
      <div className="filing-foot-words" role="status">
        {wrong > 0 ? <span className="late">{filingText.errors.count(wrong)}</span> : null}
        <span>{filingText.remaining(remaining)}</span>
      </div>
      <Button ref={button} type="primary" size="large" onClick={onSubmit} data-testid="submit-filing">
        {toHead
          ? again
            ? signOffText.resend
            : signOffText.send
          : again
            ? filingText.resubmit
            : filingText.submit}
      </Button>
    </footer>
  );
}
