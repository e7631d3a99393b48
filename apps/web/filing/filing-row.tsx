import type { SittingItem } from '#contract';
import { Checkbox, Input, InputNumber } from 'antd';
import { memo, type ReactNode } from 'react';
import { formatShortDay } from '../format/date.js';
import { filingText } from '../texts/zh.js';
import type { EntryErrors } from './check.js';
import { withNoChange, type Entry } from './draft.js';
import { LastWords } from './last-words.js';
import { PartsGiven } from './parts-given.js';
import { ReadingInputs } from './reading-inputs.js';
import type { EntryChange } from './use-draft.js';

interface FilingRowProps {
  item: SittingItem;
  entry: Entry;
  errors: EntryErrors | undefined;
  onChange: (id: string, how: EntryChange) => void;
}

function Field({
  label,
  error,
  children,
}: {
  label: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <label className="filing-field">
      <span className="filing-label">{label}</span>
      {children}
      {error === undefined ? null : (
        <span className="filing-error" role="alert">
          {error}
        </span>
      )}
    </label>
  );
}

/** One task of the sitting. Memoised: typing in one row must not draw thirty others. */
export const FilingRow = memo(function FilingRow({ item, entry, errors = {}, onChange }: FilingRowProps) {
  const { task, lastReport, noChange } = item;
  const change = (part: Partial<Entry>): void => onChange(item.obligationId, (old) => ({ ...old, ...part }));
  const words = (key: 'done' | 'problems' | 'nextSteps', label: string, placeholder: string) => (
    <Field label={label} error={errors[key]}>
      <Input.TextArea
        aria-label={`${task.code} ${label}`}
        value={entry[key]}
        status={errors[key] === undefined ? '' : 'error'}
        placeholder={placeholder}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="filing-row" id={`row-${item.obligationId}`} data-testid={`filing-row-${task.code}`}>
      <div className="filing-task">
        <span>
          <span className="number soft">{task.code}</span> <b>{task.title}</b>
        </span>
        <span className="soft small">
          {lastReport === null ? filingText.first : filingText.last(lastReport.progress)} ·{' '}
          {filingText.expected(Math.round(task.expected))} ·{' '}
          {filingText.deadlineOn(formatShortDay(task.deadline.currentOn))}
        </span>
        {item.returnReason === null ? null : (
          <p className="filing-returned">
            <b>{filingText.returnedReason}</b> {item.returnReason}
          </p>
        )}
        <Checkbox
          checked={entry.noChange}
          disabled={!noChange.allowed}
          onChange={(event) =>
            onChange(item.obligationId, (old) => withNoChange(item, old, event.target.checked))
          }
        >
          {filingText.noChange}
        </Checkbox>
        {!noChange.allowed && noChange.inARow > 0 ? (
          <span className="soft small">{filingText.noChangeUsed(noChange.inARow)}</span>
        ) : null}
      </div>
      <div className="filing-figures">
        <Field label={filingText.progress} error={errors['progress']}>
          <InputNumber
            aria-label={`${task.code} ${filingText.progress}`}
            min={0}
            max={100}
            precision={0}
            controls={false}
            suffix="%"
            value={entry.progress}
            disabled={entry.noChange}
            status={errors['progress'] === undefined ? '' : 'error'}
            onChange={(progress) => change({ progress })}
          />
        </Field>
        <ReadingInputs
          item={item}
          entry={entry}
          error={errors['readings']}
          onChange={(readings) => change({ readings })}
        />
      </div>
      {entry.noChange ? (
        <p className="filing-same soft">{filingText.noChangeLine}</p>
      ) : (
        <>
          <div>
            {words('done', filingText.done, filingText.donePlaceholder)}
            <PartsGiven item={item} />
            <LastWords report={lastReport} />
          </div>
          {words('problems', filingText.problems, filingText.problemsPlaceholder)}
          {words('nextSteps', filingText.nextSteps, filingText.nextPlaceholder)}
        </>
      )}
    </div>
  );
});
