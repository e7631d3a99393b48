import type { Evidence, ExtractedTask } from '../extraction.schema.js';
import { asPrinted, byRule, evidenceOf } from './evidence.js';
import { addNameEvidence, type PrintedName } from './name-evidence.js';
import { deadlineRule, indicatorRule } from './task-evidence.js';

type RowTask = Omit<ExtractedTask, 'evidence' | 'warnings'>;

/** Which row each field of a task of a table was read in, and by which rule where its cell does not say it just so. */
export function rowEvidence(task: RowTask, row: { readonly isNumbered: boolean }): Evidence[] {
  const { span } = task;
  const rows = (path: string, entries: readonly unknown[]): Evidence[] =>
    entries.map((_, i) => asPrinted(`${path}/${i}`, span));
  return [
    evidenceOf('/number', span, row.isNumbered ? undefined : 'NUMBER_COUNTED'),
    asPrinted('/text', span),
    ...(task.section === '' ? [] : [asPrinted('/section', span)]),
    ...(task.title === null ? [] : [asPrinted('/title', span)]),
    ...rows('/responsibilities', task.responsibilities),
    ...unitEvidence(task),
    ...rows('/people', task.people),
    ...rows('/subItems', task.subItems),
    ...task.deadlines.map((deadline, i) =>
      evidenceOf(`/deadlines/${i}`, span, deadlineRule(deadline, task.ongoing)),
    ),
    ...(task.ongoing ? [byRule('/ongoing', span, 'ONGOING_WORD')] : []),
    ...task.cadences.map(({ kind }, i) =>
      evidenceOf(`/cadences/${i}`, span, kind === 'other' ? 'CADENCE_KIND_UNKNOWN' : undefined),
    ),
    ...task.indicators.map((indicator, i) => evidenceOf(`/indicators/${i}`, span, indicatorRule(indicator))),
  ];
}

function unitEvidence(task: RowTask): Evidence[] {
  const { span } = task;
  const isSingle = task.responsibilities.some(({ mode }) => mode === 'single');
  const rule = task.leadIsInferred ? 'LEAD_INFERRED' : isSingle ? 'LEAD_IS_ONLY_UNIT' : undefined;
  const names = (printed: readonly string[], how: PrintedName['rule']): PrintedName[] =>
    printed.map((name) => ({ name, span, rule: how }));
  const found: Evidence[] = [];
  addNameEvidence(found, 'lead', names(task.lead, rule), task.canonicalLead, span);
  addNameEvidence(found, 'support', names(task.support, undefined), task.canonicalSupport, span);
  return found;
}
