import {
  cadenceWords,
  COMPARATOR_LABELS,
  labelOf,
  type DraftTask,
  type ReadIndicator,
  type ReadUnitView,
} from '#contract';
import { wordInLanguage } from '../../texts/in-language.js';
import { cadenceText, cardText, common, editorText, marks } from '../../texts/zh.js';

/** The fields of a task that a person corrects, in the order of the card. */
export const FIELDS = [
  'title',
  'lead',
  'support',
  'deadlines',
  'ongoing',
  'indicators',
  'cadences',
  'subItems',
  'place',
] as const;
export type Field = (typeof FIELDS)[number];

/** The unit's name in the directory, else as it is printed. */
export const nameOf = ({ unit, printed, desks }: ReadUnitView): string =>
  unit === null ? printed : `${unit.name}${desks.length === 0 ? '' : `〈${desks.join(marks.list)}〉`}`;

export const cadenceLabel = (cadence: { kind: string; every: string }): string =>
  wordInLanguage(cadenceWords(cadence));

/** `高标准农田 不低于 5 万亩`. */
export function indicatorWords({ name, comparator, value, upper, unit, per }: ReadIndicator): string {
  const each = per === undefined ? '' : `${marks.open}${editorText.pers[per]}${marks.close}`;
  const target =
    comparator === 'range' || upper !== undefined
      ? `${value}—${upper ?? ''}${unit}`
      : wordInLanguage(`${labelOf(COMPARATOR_LABELS, comparator)} ${value}${unit}`);
  return `${name} ${target}${each}`;
}

/** A field of a task in words, to be shown beside another version of it. */
export function wordsOf(task: DraftTask, field: Field): string {
  const join = (words: readonly string[]): string =>
    words.length === 0 ? common.none : words.join(marks.semicolon);
  switch (field) {
    case 'title':
      return task.title ?? cardText.noTitle;
    case 'place':
      return [task.actionCode, task.section, task.number].filter((part) => part !== '').join(' ');
    case 'lead':
    case 'support':
      return task[field].length === 0 ? common.none : task[field].map(nameOf).join(marks.list);
    case 'deadlines':
      return join(
        task.deadlines.map(({ date, raw }) =>
          raw === '' ? date : `${date}${marks.open}${raw}${marks.close}`,
        ),
      );
    case 'ongoing':
      return task.ongoing ? common.yes : common.no;
    case 'cadences':
      return join(
        task.cadences.map((cadence) => {
          const replaced = task.replacements.filter(
            ({ own }) => own.kind === cadence.kind && own.every === cadence.every,
          );
          if (replaced.length === 0) return cadenceLabel(cadence);
          const labels = replaced.map(({ inherited }) =>
            cadenceText.inherited(inherited.origin, cadenceLabel(inherited)),
          );
          return cadenceText.instead(cadenceLabel(cadence), labels, replaced[0]?.reason ?? '');
        }),
      );
    case 'indicators':
      return join(task.indicators.map(indicatorWords));
    case 'subItems':
      return join(task.subItems.map(({ number, text }) => `${number}${text}`));
  }
}

/** The fields in which two versions of a task differ, in words. */
export function differences(
  before: DraftTask,
  after: DraftTask,
): { label: string; before: string; after: string }[] {
  return FIELDS.map((field) => ({
    label: cardText.fields[field],
    before: wordsOf(before, field),
    after: wordsOf(after, field),
  })).filter((pair) => pair.before !== pair.after);
}
