import { DEADLINE_LABELS, EVENT_LABELS, labelOf } from '#contract';
import type { ReactNode } from 'react';
import { formatFullDay, formatFullInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { common, factLabels } from '../texts/zh.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Events and clocks are told in words, not by their identifiers. */
const WORDS = { ...DEADLINE_LABELS, ...EVENT_LABELS };
/** Ids say nothing to a reader. */
const HIDDEN = /^(id|hash|prevHash|.*Id|.*Ids)$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A thing known by its code and title, or by its name, is told in one line. */
function inOneLine(value: Record<string, unknown>): string | null {
  const { code, title, name } = value;
  if (typeof title === 'string') return typeof code === 'string' ? `${code} ${title}` : title;
  const others = Object.keys(value).filter((key) => !HIDDEN.test(key) && key !== 'name');
  return typeof name === 'string' && others.length === 0 ? name : null;
}

function valueOf(value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return common.none;
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return formatFullInstant(value);
    return CIVIL_DATE.test(value) ? formatFullDay(value) : wordInLanguage(labelOf(WORDS, value));
  }
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (Array.isArray(value)) return <FactsList items={value} />;
  return isRecord(value) ? (inOneLine(value) ?? <FactsView facts={value} />) : JSON.stringify(value);
}

function FactsList({ items }: { items: readonly unknown[] }) {
  if (items.length === 0) return common.none;
  if (items.every((item) => typeof item !== 'object')) return common.joinUnits(items.map(String));
  return (
    <ul className="facts-list">
      {items.map((item, index) => (
        <li key={index}>{valueOf(item)}</li>
      ))}
    </ul>
  );
}

/** Facts of any shape as names and values, so that nothing a decision rests on stays hidden. */
export function FactsView({ facts }: { facts: unknown }) {
  if (!isRecord(facts)) return <>{valueOf(facts)}</>;
  const shown = Object.entries(facts).filter(([key, value]) => !HIDDEN.test(key) && value !== null);
  return (
    <dl className="facts">
      {shown.map(([key, value]) => (
        <div key={key} className="facts-row">
          <dt>{factLabels[key] ?? key}</dt>
          <dd>{valueOf(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
