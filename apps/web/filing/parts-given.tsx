import type { SittingItem } from '#contract';
import { dutiesText, marks } from '../texts/zh.js';

/** What supporting units gave for the task, beside the form: to be used, not to be typed again. */
export function PartsGiven({ item }: { item: SittingItem }) {
  if (item.parts.length === 0) return null;
  return (
    <details className="filing-last" open data-testid={`parts-${item.task.code}`}>
      <summary>{dutiesText.partsGiven}</summary>
      {item.parts.map((part) => (
        <p key={part.unit.id + part.filedAt}>
          <b>{part.unit.name}</b> <span className="soft">{part.periodLabel}</span>
          {marks.colon}
          {part.text}
          {part.readings.map(({ position, value }) => {
            const indicator = item.indicators.find((one) => one.position === position);
            return indicator === undefined
              ? null
              : `${marks.semicolon}${indicator.name} ${value}${indicator.unit}`;
          })}
          {part.evidence.length === 0 ? null : (
            <span className="soft">
              {' '}
              {dutiesText.part.evidence}
              {marks.colon}
              {part.evidence.join(marks.list)}
            </span>
          )}
        </p>
      ))}
    </details>
  );
}
