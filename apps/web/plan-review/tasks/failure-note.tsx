import type { DraftTask } from '#contract';
import { Button } from 'antd';
import { ApiProblem } from '../../api/api-problem.js';
import { ProblemNote } from '../../components/problem-note.js';
import { actLabels, conflictText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { differences } from '../fields/words.js';
import type { Failure } from '../use-acts.js';

/** An act that did not come about; where somebody was quicker, both versions and the choice. */
export function FailureNote({ task, failure }: { task: DraftTask; failure: Failure }) {
  const { acts } = useDesk();
  const { problem, act, task: seen } = failure;
  const dismiss = (): void => acts.dismiss(task.id);
  if (!(problem instanceof ApiProblem && problem.status === 412)) {
    return (
      <div className="pr-conflict">
        <ProblemNote problem={problem} onRetry={() => void acts.actOn(task, act)} />
        <Button size="small" onClick={dismiss}>
          {conflictText.actTheirs}
        </Button>
      </div>
    );
  }
  const changes = differences(seen, task);
  return (
    <div className="pr-conflict" role="alert" data-testid="conflict">
      <b>{conflictText.actTitle(task.changedBy?.name ?? conflictText.someone)}</b>
      {changes.length === 0 ? <p className="soft">{conflictText.sameFields}</p> : null}
      <dl className="facts">
        {changes.map(({ label, before, after }) => (
          <div key={label} className="facts-row">
            <dt>{label}</dt>
            <dd>
              <span className="soft">{conflictText.actBefore}</span> {before}
              <br />
              <span className="soft">{conflictText.actNow}</span> {after}
            </dd>
          </div>
        ))}
      </dl>
      <div className="bar">
        <Button size="small" type="primary" onClick={() => void acts.actOn(task, act)}>
          {conflictText.actMine(actLabels[act.type])}
        </Button>
        <Button size="small" onClick={dismiss}>
          {conflictText.actTheirs}
        </Button>
      </div>
    </div>
  );
}
