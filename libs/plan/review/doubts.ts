import type { ExtractedTask } from '../extraction.schema.js';
import type { Doubt } from './draft.js';

/** From this confidence on, a rule only converts what is printed: nothing to look at. */
const SURE = 0.95;
/** How sure warnings are that have no rule of their own. */
const WARNING_CONFIDENCE = 0.5;
/** Few tasks have no habits. */
const LEAST_TASKS = 8;

/** The field that a warning is about, where the code says it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  NO_LEAD: '/lead',
  NO_CLAUSE: '/lead',
  LEAD_INFERRED: '/lead',
  LEAD_IS_GROUP: '/lead',
  NO_TITLE: '/title',
  DEADLINE_INFERRED: '/deadlines',
  NUMBER_REPEATED: '/number',
};

/**
 * The places of a task that a person should look at, the most doubtful first. What was inferred by one of `habits`
 * is left out: most tasks of the document follow it, so it is no doubt about one of them.
 */
export function doubtsOf(task: ExtractedTask, habits: ReadonlySet<string> = new Set()): Doubt[] {
  const byRule = task.evidence
    .filter(({ confidence, rule }) => confidence < SURE && rule !== undefined && !habits.has(rule))
    .map(({ path, span, confidence, rule = '', reason = '' }) => ({
      code: rule,
      message: reason,
      path,
      span,
      confidence,
    }));
  const said = new Set(byRule.map(({ code }) => code));
  const warned = task.warnings
    .filter(({ code }) => !said.has(code) && !habits.has(code))
    .map(({ code, message, span }) => ({
      code,
      message,
      path: FIELD_OF[code] ?? '',
      span,
      confidence: WARNING_CONFIDENCE,
    }));
  return [...byRule, ...warned].sort((a, b) => a.confidence - b.confidence);
}

/** Rules and warnings that more than half of the tasks show. */
export function habitsOf(tasks: readonly ExtractedTask[]): Set<string> {
  if (tasks.length < LEAST_TASKS) return new Set();
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const codes = new Set([
      ...task.evidence.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
      ...task.warnings.map(({ code }) => code),
    ]);
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count * 2 > tasks.length).map(([code]) => code));
}

/** What is still doubtful after a person has said how these fields are. */
export function withoutAnswered(doubts: readonly Doubt[], fields: readonly string[]): Doubt[] {
  const answered = new Set(fields.flatMap((field) => ANSWERS[field] ?? [field]));
  return doubts.filter(({ path }) => !answered.has(path.split('/')[1] ?? ''));
}

/** A person who says who leads has also said how the names are to be read. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  lead: ['lead', 'canonicalLead', 'responsibilities'],
  support: ['support', 'canonicalSupport', 'responsibilities'],
  deadlines: ['deadlines', 'ongoing'],
  ongoing: ['deadlines', 'ongoing'],
};
