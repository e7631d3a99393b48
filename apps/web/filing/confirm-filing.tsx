import type { SittingItem, SittingView } from '#contract';
import { Modal } from 'antd';
import { isConflict } from '../api/api-problem.js';
import { ProblemNote } from '../components/problem-note.js';
import { useFocusBack } from '../components/use-focus-back.js';
import { filingText, signOffText } from '../texts/zh.js';
import { formatInstant } from '../format/date.js';
import type { Entries } from './draft.js';
import { headsOf } from './sign-off/heads-of.js';

interface ConfirmFilingProps {
  sitting: SittingView;
  items: readonly SittingItem[];
  entries: Entries;
  busy: boolean;
  problem: unknown;
  onConfirm: () => void;
  onCancel: () => void;
  /** What another has changed is read again; the draft stays. */
  onReload: () => void;
}

/** Points behind the schedule from which it is worth a line; the same as the plan's default rule. */
const BEHIND = 10;

/** What is about to be filed, what catches the eye in it, and what happens next. */
export function ConfirmFiling({ sitting, items, entries, ...props }: ConfirmFilingProps) {
  useFocusBack();
  const count = (test: (item: SittingItem, progress: number) => boolean): number =>
    items.filter((item) => test(item, entries[item.obligationId]?.progress ?? 0)).length;
  const same = count((item) => entries[item.obligationId]?.noChange === true);
  const lowered = count((item, progress) => item.lastReport !== null && progress < item.lastReport.progress);
  const behind = count((item, progress) => item.task.expected - progress >= BEHIND);
  const carried = items.reduce((sum, { obligationId }) => {
    const entry = entries[obligationId];
    return entry === undefined || entry.noChange ? sum : sum + entry.carried.length;
  }, 0);
  const asksHelp = items.filter(({ obligationId }) => {
    const entry = entries[obligationId];
    return entry !== undefined && !entry.noChange && entry.helpWanted.trim() !== '';
  }).length;
  const { reviewedBy = [], acceptedAt = null, stops = [] } = sitting.afterFiling ?? {};
  const toHead = sitting.signOff.way === 'sendForSignOff';
  return (
    <Modal
      open
      title={toHead ? signOffText.confirmTitle : filingText.confirmTitle}
      okText={toHead ? signOffText.confirmSend : filingText.confirmSubmit}
      cancelText={filingText.lookAgain}
      okButtonProps={{ autoFocus: true, disabled: props.busy, loading: props.busy }}
      onOk={props.onConfirm}
      onCancel={props.onCancel}
    >
      <ul className="means-lines">
        <li>{filingText.summary(items.length, items.length - same, same)}</li>
        {lowered > 0 ? <li className="late">{filingText.lowered(lowered)}</li> : null}
        {behind > 0 ? <li>{filingText.behind(behind)}</li> : null}
        {carried > 0 ? <li>{filingText.carriedFields(carried)}</li> : null}
        {asksHelp > 0 ? <li>{filingText.helpAsked(asksHelp)}</li> : null}
        {toHead ? (
          <>
            <li>{signOffText.next(headsOf(sitting))}</li>
            <li className="late">{signOffText.clocks(formatInstant(sitting.dueAt))}</li>
            <li>{signOffText.changeable}</li>
          </>
        ) : (
          <>
            {sitting.signOff.because === 'vacant' ? <li className="late">{signOffText.vacant}</li> : null}
            <li>{filingText.next(reviewedBy, acceptedAt === null ? null : formatInstant(acceptedAt))}</li>
            {stops.length > 0 ? (
              <li>
                {filingText.stops(stops.map(({ label, at }) => filingText.stop(label, formatInstant(at))))}
              </li>
            ) : null}
            {sitting.status === 'overdue' ? <li>{filingText.late}</li> : null}
          </>
        )}
      </ul>
      <ProblemNote problem={props.problem} onRetry={isConflict(props.problem) ? props.onReload : undefined} />
    </Modal>
  );
}
