import type { SittingView } from '#contract';
import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import { isConflict } from '../api/api-problem.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatTime } from '../format/date.js';
import { filingText } from '../texts/zh.js';
import { checkAll, isComplete, type Errors } from './check.js';
import { ConfirmFiling } from './confirm-filing.js';
import { itemsToFile, withNoChange } from './draft.js';
import { FilingRow } from './filing-row.js';
import { useDraft, type EntryChange } from './use-draft.js';
import { useFiling } from './use-filing.js';

/** Brings the first row with something to mend into view. */
function showFirst(errors: Errors): void {
  const first = Object.keys(errors)[0];
  const row = first === undefined ? null : document.getElementById(`row-${first}`);
  row?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

/** All tasks of the period in one form. Everything typed is kept on this computer until it is filed. */
export function FilingForm({ sitting }: { sitting: SittingView }) {
  const items = itemsToFile(sitting);
  const draft = useDraft(sitting);
  const [errors, setErrors] = useState<Errors>({});
  const [asking, ask] = useState(false);
  const { change } = draft;
  /** What was marked is looked at again once it is changed. */
  const changeRow = useCallback(
    (id: string, how: EntryChange): void => {
      change(id, how);
      setErrors((old) => Object.fromEntries(Object.entries(old).filter(([row]) => row !== id)));
    },
    [change],
  );
  const filing = useFiling({
    sitting,
    onFiled: draft.drop,
    onErrors: (found) => {
      setErrors(found);
      showFirst(found);
    },
    onClose: () => ask(false),
  });
  const remaining = items.filter((item) => {
    const entry = draft.entries[item.obligationId];
    return entry === undefined || !isComplete(entry, item);
  }).length;
  const able = items.filter(({ noChange }) => noChange.allowed);
  const allSame =
    able.length > 0 && able.every(({ obligationId }) => draft.entries[obligationId]?.noChange === true);
  const lookOver = (): void => {
    const found = checkAll(items, draft.entries);
    setErrors(found);
    if (Object.keys(found).length === 0) ask(true);
    else showFirst(found);
  };
  const wrong = Object.keys(errors).length;
  return (
    <>
      {draft.restored ? (
        <Alert
          type="info"
          className="filing-note"
          title={filingText.restored}
          action={
            <Button size="small" onClick={draft.discard}>
              {filingText.discard}
            </Button>
          }
        />
      ) : null}
      <section className="panel filing" data-testid="filing-form">
        <div className="filing-tools">
          <Button
            data-testid="all-no-change"
            disabled={able.length === 0}
            onClick={() => draft.changeAll(able, (item, entry) => withNoChange(item, entry, !allSame))}
          >
            {allSame ? filingText.allNoChangeUndo : filingText.allNoChange}
          </Button>
          <span className="soft small">
            {draft.savedAt === null ? null : filingText.savedDraft(formatTime(draft.savedAt))}
          </span>
        </div>
        <div className="filing-row filing-heads" aria-hidden="true">
          <span>{filingText.task}</span>
          <span>{filingText.progress}</span>
          <span>{filingText.done}</span>
          <span>{filingText.problems}</span>
          <span>{filingText.nextSteps}</span>
        </div>
        {items.map((item) => {
          const entry = draft.entries[item.obligationId];
          return entry === undefined ? null : (
            <FilingRow
              key={item.obligationId}
              item={item}
              entry={entry}
              errors={errors[item.obligationId]}
              onChange={changeRow}
            />
          );
        })}
      </section>
      <footer className="filing-foot">
        {asking ? null : (
          <div className="filing-foot-problems">
            <ProblemNote
              problem={filing.problem}
              onRetry={isConflict(filing.problem) ? filing.reload : undefined}
            />
            {filing.others.map((text) => (
              <Alert key={text} type="error" title={text} />
            ))}
          </div>
        )}
        <div className="filing-foot-words">
          {wrong > 0 ? <span className="late">{filingText.errors.count(wrong)}</span> : null}
          <span>{filingText.remaining(remaining)}</span>
        </div>
        <Button type="primary" size="large" onClick={lookOver} data-testid="submit-filing">
          {sitting.returnedCount > 0 ? filingText.resubmit : filingText.submit}
        </Button>
      </footer>
      {asking ? (
        <ConfirmFiling
          sitting={sitting}
          items={items}
          entries={draft.entries}
          busy={filing.busy}
          problem={filing.problem}
          onConfirm={() => filing.send(items, draft.entries)}
          onCancel={() => ask(false)}
        />
      ) : null}
    </>
  );
}
