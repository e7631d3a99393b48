import type { SittingItem } from '#contract';
import { InputNumber } from 'antd';
import type { Entry } from './draft.js';

interface ReadingInputsProps {
  item: SittingItem;
  entry: Entry;
  error: string | undefined;
  onChange: (readings: Entry['readings']) => void;
}

/** The newest figure of each indicator, beside what the plan wants. */
export function ReadingInputs({ item, entry, error, onChange }: ReadingInputsProps) {
  return item.indicators.map(({ position, name, target, unit }) => (
    <label key={position} className="filing-reading">
      <span className="soft small">
        {name}（{target}）
      </span>
      <InputNumber
        aria-label={`${item.task.code} ${name}`}
        controls={false}
        suffix={unit}
        value={entry.readings[String(position)] ?? null}
        disabled={entry.noChange}
        status={error === undefined ? '' : 'error'}
        onChange={(value) => onChange({ ...entry.readings, [String(position)]: value })}
      />
      {error === undefined ? null : <span className="filing-error">{error}</span>}
    </label>
  ));
}
