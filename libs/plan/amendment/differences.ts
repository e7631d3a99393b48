import type { AmendableAction, AmendableField, AmendableIndicator, AmendableUnit } from './amendable-task.js';
import { changedPart } from './changed-part.js';
import { actionWords, deadlineWords, indicatorWords, placeWords, unitWords } from './field-words.js';
import { plainForm } from './plain-words.js';
import type { PreparedTask } from './prepared-task.js';

/** One field that the revised text has otherwise, in words. */
export interface FieldChange {
  readonly field: AmendableField;
  readonly before: string;
  readonly after: string;
}

export interface ActionNames {
  readonly before: ReadonlyMap<string, AmendableAction>;
  readonly after: ReadonlyMap<string, AmendableAction>;
  /** The running action for an action of the revised text; none: it is new. */
  readonly sameAs: ReadonlyMap<string, string>;
}

/** Where two tasks that are the same one differ, field by field, in the order in which a person reads a task. */
export function differences(before: PreparedTask, after: PreparedTask, actions: ActionNames): FieldChange[] {
  const [a, b] = [before.task, after.task];
  const fromWords = sameWords(before, after);
  /** Where the words are the same, so is what they say; only what a person set need not be. */
  const mayDiffer = (field: AmendableField): boolean => !fromWords || b.corrected.includes(field);
  const changes: FieldChange[] = [];
  const add = (field: AmendableField, differs: boolean, said: string, says: string): void => {
    if (differs) changes.push({ field, before: said, after: says });
  };
  add('title', titleDiffers(before, after), a.title, b.title);
  if (before.words.body !== null && after.words.body !== null && before.words.body !== after.words.body) {
    changes.push({ field: 'text', ...changedPart(before.words.shown, after.words.shown) });
  }
  const newLead = a.lead.length === 0 && b.lead.length > 0;
  const leadDiffers = !sameUnits(a.lead, b.lead) && (newLead || mayDiffer('lead'));
  add('lead', leadDiffers, unitWords(a.lead), unitWords(b.lead));
  const supportDiffers = !sameUnits(a.support, b.support) && (leadDiffers || mayDiffer('support'));
  add('support', supportDiffers, unitWords(a.support), unitWords(b.support));
  const deadlineDiffers = a.deadline.on !== b.deadline.on && mayDiffer('deadline');
  add('deadline', deadlineDiffers, deadlineWords(a.deadline), deadlineWords(b.deadline));
  const indicatorsDiffer = !sameIndicators(a.indicators, b.indicators) && mayDiffer('indicators');
  add('indicators', indicatorsDiffer, indicatorWords(a.indicators), indicatorWords(b.indicators));
  const movesAction = actions.sameAs.get(b.action) !== a.action;
  add(
    'action',
    movesAction,
    actionWords(actions.before.get(a.action)),
    actionWords(actions.after.get(b.action)),
  );
  const renumbered = before.number !== after.number || before.section !== after.section;
  add('number', renumbered, placeWords(a), placeWords(b));
  return changes;
}

/** Whether the texts say the same in the same words, and everything was read from them. */
function sameWords(before: PreparedTask, after: PreparedTask): boolean {
  return (
    before.task.isReadFromText &&
    after.task.isReadFromText &&
    before.words.whole !== null &&
    before.words.whole === after.words.whole
  );
}

/** A label is made of the text, so where one of the two is a label, it is the text that may have changed. */
const titleDiffers = (before: PreparedTask, after: PreparedTask): boolean =>
  !after.task.titleIsLabel && !before.task.titleIsLabel && before.words.title !== after.words.title;

function sameUnits(a: readonly AmendableUnit[], b: readonly AmendableUnit[]): boolean {
  const [left, right] = [new Set(a.map(({ key }) => key)), new Set(b.map(({ key }) => key))];
  return left.size === right.size && [...left].every((key) => right.has(key));
}

function sameIndicators(a: readonly AmendableIndicator[], b: readonly AmendableIndicator[]): boolean {
  const written = (indicators: readonly AmendableIndicator[]): string =>
    indicators
      .map(({ name, comparator, value, upper, unit, per }) =>
        [plainForm(name), comparator, value, upper ?? '', plainForm(unit), per ?? ''].join('|'),
      )
      .sort()
      .join('\n');
  return written(a) === written(b);
}
