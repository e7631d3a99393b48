import { canonicalForm } from '../clause/canonical-names.js';
import type { Extraction } from '../extraction.schema.js';
import { labelOf } from '../review/label-of.js';
import type { AmendableTask, AmendableText, AmendableUnit } from './amendable-task.js';

/**
 * A text as it was read, ready to be compared.
 *
 * @param keyOf what makes two printed names the same unit; left out: their canonical form
 */
export function amendableText(
  { actions, tasks, document }: Extraction,
  keyOf: (name: string) => string = canonicalForm,
): AmendableText {
  return {
    actions: actions.map(({ code, number, name }) => ({ key: code, number, name })),
    tasks: tasks.map((task): AmendableTask => ({
      key: task.id,
      code: task.id,
      action: task.action,
      section: task.section,
      number: task.number,
      title: task.title ?? labelOf(task.text),
      titleIsLabel: task.title === null,
      text: task.text,
      lead: units(task.lead, task.canonicalLead, keyOf),
      support: units(task.support, task.canonicalSupport, keyOf),
      deadline: dueDateOf(task.deadlines, document.year),
      indicators: task.indicators,
      isReadFromText: 'start' in task.span,
      corrected: [],
    })),
  };
}

/** The last date that the text names, else the end of the plan's year, which is then inferred. */
export function dueDateOf(
  deadlines: readonly { readonly date: string; readonly inferred: boolean }[],
  year: number,
): AmendableTask['deadline'] {
  const said = deadlines.filter(({ inferred }) => !inferred).map(({ date }) => date);
  const last = said.sort().at(-1);
  return last === undefined
    ? { on: deadlines[0]?.date ?? `${year}-12-31`, inferred: true }
    : { on: last, inferred: false };
}

/** Printed and canonical names stand in the same order unless two printed ones mean the same unit. */
function units(
  printed: readonly string[],
  canonical: readonly string[],
  keyOf: (name: string) => string,
): AmendableUnit[] {
  const names = printed.length === canonical.length ? canonical : printed;
  return printed.map((name, i) => ({ key: keyOf(names[i] ?? name), name }));
}
