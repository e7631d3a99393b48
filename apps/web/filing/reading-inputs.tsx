import type { SittingItem } from '#contract';
import { InputNumber } from 'antd';
import type { CellError } from './check.js';
import type { Entry } from './draft.js';
import { Field } from './field.js';
import { marks } from '../texts/zh.js';

interface ReadingInputsProps {
  item: SittingItem;
  entry: Entry;
  error: CellError | undefined;
  onChange: (readings: Entry['readings']) => void;
}

/** The newest figure of each indicator, beside what the plan wants. */
export function ReadingInputs({ item, entry, error, onChange }: ReadingInputsProps) {
  return item.indicators.map(({ position, name, target, unit }) => (
    <div key={position} className="filing-reading">
      <span className="soft small" aria-hidden="true">
        {name}
        {marks.open}
        {target}
        {marks.close}
      </span>
      <Field
        label={name}
        cell={`${item.obligationId}/readings/${position}`}
        carried={!entry.noChange && entry.carried.includes(`readings/${position}`)}
        error={error}
      >
        {(cell) => (
          <InputNumber
            {...cell}
            aria-label={`${item.task.code} ${name}`}
            controls={false}
            suffix={unit}
            value={entry.readings[String(position)] ?? null}
            disabled={entry.noChange}
            status={error === undefined ? '' : 'error'}
            onChange={(value) => onChange({ ...entry.readings, [String(position)]: value })}
          />
        )}
      </Field>
    </div>
  ));
}
