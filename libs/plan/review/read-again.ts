import type { ExtractedTask } from '../extraction.schema.js';
import type { Doubt, Draft, DraftBody } from './draft.js';
import { doubtsOf, withoutAnswered } from './doubts.js';
import { labelOf } from './label-of.js';
import { placesOfFields } from './places-of-fields.js';

const UNITS_OF_WHOLE = '这一部分没有写责任单位，沿用拆分前的单位，请校核。';
/** What a person said of a whole still holds for each of its parts. */
const HOLDS_FOR_PARTS = ['section', 'action', 'lead', 'support', 'deadlines', 'ongoing'] as const;
/** What a person said of a task holds wherever its words stand. */
const HOLDS_FOR_SPAN = [...HOLDS_FOR_PARTS, 'title', 'number', 'cadences', 'indicators', 'subItems'] as const;

/**
 * A passage read anew that was, or was part of, a task that persons have worked on: what they said holds on. A part
 * that names no unit keeps those of the whole, and that is a doubt.
 */
export function readAgain(
  read: ExtractedTask,
  before: Pick<Draft, 'body' | 'corrected'>,
  how: 'part' | 'span',
): DraftBody {
  const whole = before.body.task;
  const kept = (how === 'part' ? HOLDS_FOR_PARTS : HOLDS_FOR_SPAN).filter((field) =>
    before.corrected.includes(field === 'action' ? 'actionCode' : field),
  );
  const task: ExtractedTask = { ...read, action: whole.action, section: whole.section };
  for (const field of kept) Object.assign(task, { [field]: whole[field] });
  const saysUnits = kept.includes('lead') || kept.includes('support');
  const inherits = !saysUnits && read.responsibilities.length === 0 && how === 'part';
  if (saysUnits || inherits) {
    task.lead = whole.lead;
    task.canonicalLead = whole.canonicalLead;
    task.support = whole.support;
    task.canonicalSupport = whole.canonicalSupport;
    task.leadIsInferred = whole.leadIsInferred;
  }
  task.needsAssignment = task.lead.length === 0;
  const inherited = inherits && task.lead.length + task.support.length > 0;
  const fields = kept.map(String);
  const warnings = read.warnings.filter(
    ({ code }) => !((saysUnits || inherited) && (code === 'NO_CLAUSE' || code === 'NO_LEAD')),
  );
  const doubts = withoutAnswered(doubtsOf({ ...read, warnings }), fields);
  const doubt: Doubt[] = inherited
    ? [{ code: 'UNITS_OF_WHOLE', message: UNITS_OF_WHOLE, path: '/lead', span: read.span, confidence: 0.6 }]
    : [];
  const { evidence: _, ...unplaced } = { ...task, warnings };
  const keepsTitle = kept.some((field) => String(field) === 'title');
  return {
    task: { ...unplaced, evidence: placesOfFields(unplaced, [read, whole]) },
    label: task.title !== null ? null : keepsTitle ? before.body.label : labelOf(task.text),
    chosen: before.body.chosen,
    ...(before.body.replacements && kept.some((field) => String(field) === 'cadences')
      ? { replacements: before.body.replacements }
      : {}),
    doubts: [...doubt, ...doubts].sort((a, b) => a.confidence - b.confidence),
  };
}
