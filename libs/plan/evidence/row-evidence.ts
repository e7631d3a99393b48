import type { Evidence, ExtractedTask } from '../extraction.schema.js';
import { asPrinted, byRule, evidenceOf } from './evidence.js';
import { nameEvidence, type PrintedName } from './name-evidence.js';
import { deadlineRule, indicatorRule } from './task-evidence.js';

/** Which row each field of a task of a table was read in, and by which rule where its cell does not say it just so. */
export function rowEvidence(
  task: Omit<ExtractedTask, 'evidence' | 'warnings'>,
  row: { readonly isNumbered: boolean },
): Evidence[] {
  const { span } = task;
  const single = task.responsibilities.some(({ mode }) => mode === 'single');
  const names = (printed: readonly string[], rule: PrintedName['rule']): PrintedName[] =>
    printed.map((name) => ({ name, span, rule }));
  const rows = (path: string, entries: readonly unknown[]): Evidence[] =>
    entries.map((_, i) => asPrinted(`${path}/${i}`, span));
  return [
    evidenceOf('/number', span, row.isNumbered ? undefined : 'NUMBER_COUNTED'),
    asPrinted('/text', span),
    ...(task.section === '' ? [] : [asPrinted('/section', span)]),
    ...(task.title === null ? [] : [asPrinted('/title', span)]),
    ...rows('/responsibilities', task.responsibilities),
    ...nameEvidence(
      '/lead',
      names(task.lead, task.leadIsInferred ? 'LEAD_INFERRED' : single ? 'LEAD_IS_ONLY_UNIT' : undefined),
      '/canonicalLead',
      task.canonicalLead,
      span,
    ),
    ...nameEvidence(
      '/support',
      names(task.support, undefined),
      '/canonicalSupport',
      task.canonicalSupport,
      span,
    ),
    ...rows('/people', task.people),
    ...rows('/subItems', task.subItems),
    ...task.deadlines.map((deadline, i) => evidenceOf(`/deadlines/${i}`, span, deadlineRule(deadline))),
    ...(task.ongoing ? [byRule('/ongoing', span, 'ONGOING_WORD')] : []),
    ...task.cadences.map(({ kind }, i) =>
      evidenceOf(`/cadences/${i}`, span, kind === 'other' ? 'CADENCE_KIND_UNKNOWN' : undefined),
    ),
    ...task.indicators.map((indicator, i) => evidenceOf(`/indicators/${i}`, span, indicatorRule(indicator))),
  ];
}
