import { findCadences } from '../cadence.js';
import { isGroupUnit } from '../clause/unit-names.js';
import { isOngoing } from '../deadline.js';
import { rowEvidence } from '../evidence/row-evidence.js';
import type { ExtractedDeadline, ExtractedTask } from '../extraction.schema.js';
import { findIndicators } from '../indicator.js';
import { normalise } from '../text/normalise.js';
import { printedAt } from '../text/mapped-text.js';
import { warning, type WarningCode } from '../warnings.js';
import { findDeadlines } from '../deadline.js';
import type { KnownRows } from './known-rows.js';
import { rowIsOngoing } from './row-deadlines.js';
import type { UnitRules } from './row-units.js';
import type { TaskRow } from './task-rows.js';

export interface TableTaskContext {
  readonly id: string;
  readonly action: string;
  readonly number: string;
  readonly sheet: string;
  /** The plan's year; 0 where it is unknown. */
  readonly year: number;
  /** The last year that the plan covers. */
  readonly throughYear: number;
  readonly numberRepeats: boolean;
  readonly rules: UnitRules;
  readonly known: KnownRows;
}

const MAX_TITLE = 36;

/** Everything that a row of a task table says about its task. Its place is its row. */
export function tableTask(row: TaskRow, context: TableTaskContext): ExtractedTask {
  const span = { sheet: context.sheet, row: row.row };
  const parts = partsOf(row);
  const text = [row.title, ...parts].join('\n');
  const mapped = normalise(text);
  const found = <Mention extends { span: { start: number; end: number } }>(mentions: readonly Mention[]) =>
    mentions.map((mention) => ({ ...mention, raw: printedAt(mapped, mention.span), span }));
  const units = context.known.units(row, context.rules);
  const deadlines = deadlinesOf(row, mapped.text, context, span);
  const task: Omit<ExtractedTask, 'evidence' | 'warnings'> = {
    id: context.id,
    action: context.action,
    section: row.category,
    number: context.number,
    title: titleOf(row),
    text,
    span,
    responsibilities: units
      ? [
          {
            raw: units.raw,
            span,
            lead: [...units.lead],
            support: [...units.support],
            mode: units.mode,
            openEnded: units.openEnded,
          },
        ]
      : [],
    lead: [...(units?.lead ?? [])],
    support: [...(units?.support ?? [])],
    canonicalLead: [...(units?.canonicalLead ?? [])],
    canonicalSupport: [...(units?.canonicalSupport ?? [])],
    leadIsInferred: units?.leadIsInferred ?? false,
    needsAssignment: (units?.lead.length ?? 0) === 0,
    people: [...row.people, ...(units?.people ?? [])].map((person) => ({ ...person })),
    subItems: parts.length > 1 ? parts.map((part, i) => ({ number: String(i + 1), text: part })) : [],
    deadlines,
    ongoing:
      deadlines.every(({ inferred }) => inferred) &&
      (row.deadline === '' ? isOngoing(mapped.text) : rowIsOngoing(row.deadline)),
    cadences: found(findCadences(mapped.text)),
    indicators: found(findIndicators(mapped.text)),
  };
  return {
    ...task,
    evidence: rowEvidence(task, { isNumbered: row.number !== '' }),
    warnings: codesOf(task, context).map((code) => warning(code, span)),
  };
}

/** A cell under 完成时限 as long as this says more than a date. */
const MORE_THAN_DATE = 24;

/** What stands beside the task: measures, targets, steps with their time, and what a cell of dates tells besides. */
function partsOf({ details, steps, deadline }: TaskRow): string[] {
  return [
    ...details,
    ...steps.map(({ when, what }) => (/\d|季|年|月/.test(when) ? `${when}：${what}` : what)),
    ...(deadline.length > MORE_THAN_DATE && !details.includes(deadline) ? [deadline] : []),
  ];
}

/** The cell is the title where it is one short piece, or where measures of its own stand beside it; else its short first sentence. */
function titleOf({ title, details }: TaskRow): string | null {
  const plain = title.replace(/\s+/g, '');
  const marker = /^(?:[（(]?\d{1,3}[）)、.．]|[①-⑳])/.exec(plain)?.[0] ?? '';
  const words = plain.slice(marker.length);
  if (words.length <= MAX_TITLE && (details.length > 0 || !/[，；：]/.test(words)))
    return words.replace(/。$/, '');
  const first = /^([^，；：！？。]{2,36})。./u.exec(words)?.[1];
  return first ?? null;
}

/** What stands under 完成时限; where that says nothing, what the task's own words say. */
function deadlinesOf(
  row: TaskRow,
  words: string,
  { year, throughYear, known }: Pick<TableTaskContext, 'year' | 'throughYear' | 'known'>,
  span: { sheet: string; row: number },
): ExtractedDeadline[] {
  const inCell = known.deadlines(row.deadline, year).map((found) => ({ ...found, inferred: false, span }));
  if (inCell.length > 0) return inCell;
  const steps = row.steps.flatMap(({ when }) => known.deadlines(when, year));
  if (steps.length > 0) return steps.map((found) => ({ ...found, inferred: false, span }));
  if (row.deadline === '' || !rowIsOngoing(row.deadline)) {
    const inWords = findDeadlines(words, year);
    if (inWords.length > 0)
      return inWords.map((found) => ({
        date: found.date,
        raw: words.slice(found.span.start, found.span.end),
        inferred: false,
        span,
      }));
  }
  return year > 0 ? [{ date: `${throughYear}-12-31`, raw: '', inferred: true }] : [];
}

function codesOf(
  task: Omit<ExtractedTask, 'evidence' | 'warnings'>,
  context: TableTaskContext,
): WarningCode[] {
  const codes: (WarningCode | false)[] = [
    task.responsibilities.length === 0 && 'NO_CLAUSE',
    task.responsibilities.length > 0 && task.needsAssignment && 'NO_LEAD',
    task.leadIsInferred && 'LEAD_INFERRED',
    task.lead.some(isGroupUnit) && 'LEAD_IS_GROUP',
    task.title === null && 'NO_TITLE',
    !task.ongoing && task.deadlines.some(({ inferred }) => inferred) && 'DEADLINE_INFERRED',
    context.numberRepeats && 'NUMBER_REPEATED',
  ];
  return codes.filter((code) => code !== false);
}
