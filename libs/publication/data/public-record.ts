import type { PublicationRules } from '#accountability';
import type { PeriodRecord } from '#products';

/**
 * Of a record only what a publication may be made of, before anything is written: no notices, no reports that were due, no
 * meetings, no words of anybody, and no task that is not of the published plan unless the rules allow it. What is not there
 * cannot leak, whatever a text or a table goes on to do with the rest.
 *
 * @param added tasks that are not of the plan's text: instructions, decisions, what was handed down
 */
export function publicRecord(
  record: PeriodRecord,
  rules: Pick<PublicationRules, 'units' | 'titles' | 'addedTasks'>,
  added: ReadonlySet<string>,
): PeriodRecord {
  const tasks = record.tasks.filter(({ id }) => rules.addedTasks || !added.has(id));
  const ids = new Set(tasks.map(({ id }) => id));
  return {
    ...record,
    tasks: tasks.map((task) => ({
      ...task,
      said: null,
      stood: task.stood.map((stood) => stood && { ...stood, blocked: null, dispute: null }),
    })),
    findings: record.findings
      .filter(({ taskId }) => ids.has(taskId))
      .map((finding) => ({ ...finding, words: '', done: '' })),
    filings: [],
    cards: [],
    meetings: [],
    publication: { units: rules.units, titles: rules.titles },
  };
}
