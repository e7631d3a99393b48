import type { SittingView } from '#contract';
import { Button, Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { isConflict } from '../../api/api-problem.js';
import { Panel } from '../../components/panel.js';
import { ProblemNote } from '../../components/problem-note.js';
import { formatInstant } from '../../format/date.js';
import { filingText, signOffText } from '../../texts/zh.js';
import { headsOf } from './heads-of.js';
import { ReturnDialog } from './return-dialog.js';
import { SentRow, type SentItem } from './row.js';
import { useSignOff } from './use-sign-off.js';
import './sign-off.css';

const HEADS = ['task', 'progress', 'done', 'problems', 'helpWanted', 'nextSteps'] as const;

const isSent = (item: SittingView['items'][number]): item is SentItem => item.signOff?.state === 'waiting';

const sentOf = (item: SentItem | undefined): string =>
  item === undefined
    ? ''
    : signOffText.waitingHint(item.signOff.sentBy?.name ?? '', formatInstant(item.signOff.sentAt));

/** What waits for the head: for the head to sign or return, for the liaison to take back. */
export function SentReports({ sitting }: { sitting: SittingView }) {
  const sent = sitting.items.filter(isSent);
  const may = (action: string): boolean => sitting.allowedActions.some((one) => one.action === action);
  const signs = may('signOff') || may('returnFromSignOff');
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [returning, giveBack] = useState(false);
  const doing = useSignOff(sitting);
  const chosen = sent.filter(({ obligationId }) => !left.has(obligationId));
  const ids = chosen.map(({ obligationId }) => obligationId);
  const signable = chosen.filter(({ signOff }) => signOff.maySign).map(({ obligationId }) => obligationId);
  const canSign = may('signOff') && signable.length > 0 && !doing.busy;

  const { sign } = doing;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key !== 'Enter' || returning || !canSign) return;
      event.preventDefault();
      sign(signable);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  if (sent.length === 0) return null;
  const choose = (id: string, is: boolean): void =>
    leave((old) => new Set(is ? [...old].filter((one) => one !== id) : [...old, id]));
  // Sent all at once, that is said once.
  const together = new Set(sent.map(sentOf)).size === 1 ? sentOf(sent[0]) : null;
  const over = sitting.status === 'overdue';
  const due = formatInstant(sitting.dueAt);
  return (
    <Panel
      flush
      testId="sent-reports"
      title={signs ? signOffText.toSign(sent.length) : signOffText.waiting(sent.length)}
      note={
        <span className={over ? 'late' : undefined}>
          {over ? signOffText.over(due) : signOffText.due(due)}
        </span>
      }
    >
      <div className="sent-tools">
        <Checkbox
          checked={chosen.length === sent.length}
          indeterminate={chosen.length > 0 && chosen.length < sent.length}
          onChange={(event) =>
            leave(event.target.checked ? new Set() : new Set(sent.map(({ obligationId }) => obligationId)))
          }
        >
          {signOffText.all}
        </Checkbox>
        <span className="soft small" role="status">
          {signOffText.chosen(chosen.length, sent.length)}
        </span>
        {together === null ? null : <span className="soft small">{together}</span>}
        <span className="soft small sent-hint">
          {signs ? signOffText.toSignHint : signOffText.wanted(headsOf(sitting))}
        </span>
      </div>
      <section aria-label={signOffText.formName} className="sent-rows">
        <div className="filing-row filing-heads" aria-hidden="true">
          {HEADS.map((head) => (
            <span key={head}>{filingText[head]}</span>
          ))}
        </div>
        {sent.map((item) => (
          <SentRow
            key={item.obligationId}
            item={item}
            chosen={!left.has(item.obligationId)}
            sentOf={together === null ? sentOf(item) : null}
            onChoose={(is) => choose(item.obligationId, is)}
          />
        ))}
      </section>
      <footer className="filing-foot sent-foot">
        <div className="filing-foot-problems">
          <ProblemNote
            problem={returning ? null : doing.problem}
            onRetry={isConflict(doing.problem) ? doing.reload : undefined}
          />
        </div>
        {chosen.length === 0 ? <span className="soft">{signOffText.none}</span> : null}
        {may('takeBackFromSignOff') && !signs ? (
          <Button
            disabled={ids.length === 0 || doing.busy}
            onClick={() => doing.takeBack(ids)}
            data-testid="take-back"
          >
            {signOffText.takeBack(ids.length)}
          </Button>
        ) : null}
        {may('returnFromSignOff') ? (
          <Button
            disabled={ids.length === 0 || doing.busy}
            onClick={() => giveBack(true)}
            data-testid="give-back"
          >
            {signOffText.giveBack(ids.length)}
          </Button>
        ) : null}
        {may('signOff') ? (
          <Button
            type="primary"
            size="large"
            disabled={!canSign}
            loading={doing.busy}
            title={signOffText.signKey}
            onClick={() => sign(signable)}
            data-testid="sign-off"
          >
            {signOffText.sign(signable.length)}
          </Button>
        ) : null}
      </footer>
      {returning ? (
        <ReturnDialog
          count={ids.length}
          names={chosen.map(({ task }) => `${task.code} ${task.title}`)}
          submit={(remark) => doing.giveBack(ids, remark)}
          onClose={() => giveBack(false)}
        />
      ) : null}
    </Panel>
  );
}
