import type { Instant } from '#calendar';
import {
  draftTasksOf,
  readingOfReview,
  readReviewDocument,
  type PlanReviewRow,
  type Transaction,
} from '#persistence';
import {
  dueDateOf,
  groupMembers,
  resolveUnitName,
  titleOf,
  type AmendableField,
  type DraftBody,
  type ExtractedAction,
  type Extraction,
  type PlanBodies,
} from '#plan';
import type { ReviewAction } from '../review/draft-cadences.js';
import type { ReviewFacts } from '../review/first-facts.js';
import { reviewUnits, type ReviewUnits } from '../review/review-units.js';
import type { RevisedAction, RevisedTask, RevisedText, RevisedUnit } from './revised-text.js';

/** The revised text in a review: its tasks as persons corrected them, their units as the record knows them today. */
export async function revisedTextOf(
  tx: Transaction,
  review: PlanReviewRow,
  now: Instant,
): Promise<RevisedText | null> {
  if (review.amendsPlanId === null) return null;
  const document = await readReviewDocument(tx, review.id);
  const drafts = await draftTasksOf(tx, review.id);
  const reading = (await readingOfReview(tx, review.id)) as Extraction | null;
  const units = await reviewUnits(tx, review, now);
  const facts = review.facts as ReviewFacts;
  const actions = review.actions as ReviewAction[];
  const headquarters = reading?.headquarters?.memberUnits ?? [];
  const tasks = drafts
    .filter(({ state }) => state !== 'dropped')
    .map((row) =>
      revisedTask({ ...row, body: row.body as DraftBody }, units, { headquarters, actions }, facts.year),
    );
  return {
    reviewId: review.id,
    planId: review.amendsPlanId,
    on: units.on,
    documentId: review.documentId,
    title: facts.title,
    documentNumber: facts.documentNumber || null,
    issuedBy: facts.issuedBy || null,
    issuedOn: facts.issuedOn,
    sourceHash: review.sha256,
    sourceText: document?.text ?? '',
    actions: actions.map((action) => revisedAction(action, units)),
    cadences: distinct(
      (review.planCadences as Extraction['planCadences']).map(({ kind, every, by }) => ({ kind, every, by })),
    ),
    headlineTargets: (review.headlineTargets as Extraction['headlineTargets']).map(withoutPlace),
    tasks,
  };
}

/** Who is meant by 各成员单位 in a document: the bodies that it founds. */
export interface BodiesOfText {
  headquarters: readonly string[];
  actions: readonly ExtractedAction[];
}

/** A draft as a task of the revised text. */
export function revisedTask(
  draft: { id: string; code: string; state: string; body: DraftBody; corrected: readonly string[] },
  units: ReviewUnits,
  { headquarters, actions }: BodiesOfText,
  year: number,
): RevisedTask {
  const { body } = draft;
  const { task } = body;
  const taskForce = actions.find(({ code }) => code === task.action)?.taskForce?.memberUnits ?? [];
  return {
    draftTaskId: draft.id,
    code: draft.code,
    actionCode: task.action,
    section: task.section,
    number: task.number,
    title: titleOf(body) ?? draft.code,
    titleIsLabel: task.title === null,
    text: task.text,
    span: task.span,
    lead: unitsOf(units, body, task.lead, { headquarters, taskForce }),
    support: unitsOf(units, body, task.support, null),
    deadline: dueDateOf(task.deadlines, year),
    ongoing: task.ongoing,
    cadences: task.cadences.map(({ kind, every }) => ({ kind, every })),
    replacements: body.replacements ?? [],
    indicators: task.indicators.map(({ name, comparator, value, upper, unit, per }) => ({
      name,
      comparator,
      value,
      upper: upper ?? null,
      unit,
      per: per ?? null,
    })),
    corrected: [...new Set(draft.corrected.flatMap((field) => FIELDS[field] ?? []))],
    confirmed: draft.state === 'confirmed',
  };
}

/** What persons corrected, in the words of the comparison. */
const FIELDS: Readonly<Record<string, AmendableField>> = {
  title: 'title',
  lead: 'lead',
  support: 'support',
  deadlines: 'deadline',
  ongoing: 'deadline',
  indicators: 'indicators',
};

function revisedAction(
  { code, number, name, goals, taskForce, cadences }: ReviewAction,
  { directory, idOfUnit, on }: ReviewUnits,
): RevisedAction {
  const office = taskForce?.officeUnit ? resolveUnitName(taskForce.officeUnit, directory, on) : null;
  return {
    code,
    number,
    name,
    goals: goals.map(withoutPlace),
    ...(cadences && { cadences }),
    taskForce: taskForce === null ? null : { ...taskForce, evidence: undefined },
    officeUnitId: office?.ok ? (idOfUnit.get(office.unit) ?? null) : null,
  };
}

const withoutPlace = ({
  name,
  comparator,
  value,
  upper,
  unit,
  per,
}: Extraction['headlineTargets'][number]) => ({
  name,
  comparator,
  value,
  upper,
  unit,
  per,
});

const distinct = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/** The units behind the names of one task. A group that leads stands for its members, as for the tasks of the record. */
function unitsOf(
  units: ReviewUnits,
  body: DraftBody,
  names: readonly string[],
  bodies: PlanBodies | null,
): RevisedUnit[] {
  return names.flatMap((printed): RevisedUnit[] => {
    const found = units.unitOf({ body }, printed);
    const unknown = { unitId: null, name: printed, desk: '', printed };
    if (!found.ok) return [unknown];
    if (bodies === null || !found.group)
      return [{ unitId: found.id, name: found.name, desk: found.desks.join('、'), printed }];
    const members = groupMembers(found.code, units.directory, bodies, units.on).flatMap((code) => {
      const unitId = units.idOfUnit.get(code);
      const name = units.directory.units.get(code)?.name ?? printed;
      return unitId === undefined ? [] : [{ unitId, name, desk: '', printed }];
    });
    return members.length === 0 ? [unknown] : members;
  });
}
