import type { SittingItem } from '#contract';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { memo, useState, type FocusEvent } from 'react';
import { formatShortDay } from '../format/date.js';
import { filingText, signOffText } from '../texts/zh.js';
import type { EntryErrors } from './check.js';
import { confirmed, touched, withNoChange, WORDS, type Entry, type Word } from './draft.js';
import { Field } from './field.js';
import { LastWords } from './last-words.js';
import { PartsGiven } from './parts-given.js';
import { ReadingInputs } from './reading-inputs.js';
import { RowFiles } from './row-files.js';
import type { EntryChange } from './use-draft.js';

interface FilingRowProps {
  item: SittingItem;
  entry: Entry;
  errors: EntryErrors | undefined;
  onChange: (id: string, how: EntryChange) => void;
}

const PLACEHOLDERS: Readonly<Record<Word, string>> = {
  done: filingText.donePlaceholder,
  problems: filingText.problemsPlaceholder,
  helpWanted: filingText.helpPlaceholder,
  nextSteps: filingText.nextPlaceholder,
};

/** What was carried over is marked as a whole when it is come to: who types replaces it, who moves on leaves it. */
const markWhole = ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>): void => target.select();

/** One task of the sitting. Memoised: typing in one row must not draw thirty others. */
export const FilingRow = memo(function FilingRow({ item, entry, errors = {}, onChange }: FilingRowProps) {
  const { obligationId, task, lastReport } = item;
  const [dropped, drop] = useState<readonly File[]>([]);
  const change = (part: Partial<Entry>): void => onChange(obligationId, (old) => touched(old, part));
  const isCarried = (field: string): boolean => !entry.noChange && entry.carried.includes(field);
  const words = (key: Word) => (
    <Field
      label={filingText[key]}
      cell={`${obligationId}/${key}`}
      carried={isCarried(key)}
      error={errors[key]}
    >
      {(cell) => (
        <Input.TextArea
          {...cell}
          aria-label={`${task.code} ${filingText[key]}`}
          value={entry[key]}
          status={errors[key] === undefined ? '' : 'error'}
          placeholder={PLACEHOLDERS[key]}
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          {...(isCarried(key) ? { onFocus: markWhole } : {})}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div
      className="filing-row"
      role="group"
      aria-label={`${task.code} ${task.title}`}
      id={`row-${obligationId}`}
      data-row={obligationId}
      data-testid={`filing-row-${task.code}`}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        drop([...event.dataTransfer.files]);
      }}
    >
      <div className="filing-task">
        <span>
          <span className="number soft">{task.code}</span> <b>{task.title}</b>
        </span>
        <span className="soft small">
          {lastReport === null ? filingText.first : filingText.last(lastReport.progress)} ·{' '}
          {filingText.expected(Math.round(task.expected))} ·{' '}
          <span className="nowrap">{filingText.deadlineOn(formatShortDay(task.deadline.currentOn))}</span>
        </span>
        {item.returnReason === null ? null : (
          <p className="filing-returned">
            <b>{filingText.returnedReason}</b> {item.returnReason}
          </p>
        )}
        <Remark item={item} />
        <NoChange item={item} entry={entry} onChange={onChange} />
        <RowFiles item={item} dropped={dropped} />
      </div>
      <div className="filing-figures">
        <Field
          label={filingText.progress}
          cell={`${obligationId}/progress`}
          carried={isCarried('progress')}
          error={errors['progress']}
        >
          {(cell) => (
            <InputNumber
              {...cell}
              aria-label={`${task.code} ${filingText.progress}`}
              min={0}
              max={100}
              precision={0}
              controls={false}
              suffix="%"
              value={entry.progress}
              disabled={entry.noChange}
              status={errors['progress'] === undefined ? '' : 'error'}
              {...(isCarried('progress') ? { onFocus: markWhole } : {})}
              onChange={(progress) => change({ progress })}
            />
          )}
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
        WORDS.map((word) =>
          word === 'done' ? (
            <div key={word}>
              {words(word)}
              <PartsGiven item={item} />
              {isCarried('done') ? null : <LastWords report={lastReport} />}
            </div>
          ) : (
            <div key={word}>{words(word)}</div>
          ),
        )
      )}
    </div>
  );
});

/** Why it came back from the unit's head. */
function Remark({ item: { signOff } }: Pick<FilingRowProps, 'item'>) {
  if (signOff === null || signOff.remark === '') return null;
  const label = signOff.state === 'returned' ? signOffText.remarkOf : signOffText.overtaken;
  return (
    <p className="filing-returned">
      <b>{label}</b> {signOff.remark}
    </p>
  );
}

/** "No change", and that what was carried over is still true: each by its button, and by a key. */
function NoChange({ item, entry, onChange }: Pick<FilingRowProps, 'item' | 'entry' | 'onChange'>) {
  const { noChange, obligationId } = item;
  return (
    <>
      <span className="filing-choices">
        <Checkbox
          checked={entry.noChange}
          disabled={!noChange.allowed}
          data-choice="no-change"
          onChange={(event) => onChange(obligationId, (old) => withNoChange(item, old, event.target.checked))}
        >
          {filingText.noChange}
        </Checkbox>
        {!entry.noChange && entry.carried.includes('done') ? (
          <Button
            size="small"
            aria-label={filingText.confirmOf(item.task.code)}
            onClick={() => onChange(obligationId, confirmed)}
          >
            {filingText.confirm}
          </Button>
        ) : null}
      </span>
      {!noChange.allowed && noChange.inARow > 0 ? (
        <span className="soft small">{filingText.noChangeUsed(noChange.inARow)}</span>
      ) : null}
    </>
  );
}
