import type { ExtractedIndicator, ExtractedTask } from '../extraction.schema.js';
import { canonicalForm } from '../clause/canonical-names.js';
import type { CadencePeriod, CadenceKind } from '../cadence.js';
import type { Draft, DraftBody, DraftReplacement } from './draft.js';
import { withoutAnswered } from './doubts.js';
import { sameValue } from './same-value.js';
import { placesOfFields } from './places-of-fields.js';

type ReadIndicator = Omit<ExtractedIndicator, 'raw' | 'span'>;

/** What a person says of a task; what is left out stays as it is. */
export interface DraftCorrection {
  readonly title?: string | undefined;
  readonly action?: string | undefined;
  readonly section?: string | undefined;
  readonly number?: string | undefined;
  /** Names as printed, or as they should be. */
  readonly lead?: readonly string[] | undefined;
  readonly support?: readonly string[] | undefined;
  /** Unit ids by the names above, where the person chose one. */
  readonly chosen?: Readonly<Record<string, string>> | undefined;
  readonly deadlines?: readonly { date: string; raw: string; inferred: boolean }[] | undefined;
  readonly ongoing?: boolean | undefined;
  readonly cadences?: readonly { kind: CadenceKind; every: CadencePeriod }[] | undefined;
  readonly replacements?: readonly DraftReplacement[] | undefined;
  readonly indicators?: readonly ReadIndicator[] | undefined;
  readonly subItems?: readonly { number: string; text: string }[] | undefined;
}

export interface CorrectedDraft {
  readonly body: DraftBody;
  /** The fields that are other than before. */
  readonly fields: readonly string[];
}

/** The draft with a person's correction. A name under both lead and support leads. */
export function correctDraft(draft: Pick<Draft, 'body'>, correction: DraftCorrection): CorrectedDraft {
  const { body } = draft;
  const { task: before, label } = body;
  const lead = unique(correction.lead ?? before.lead);
  const support = unique(correction.support ?? before.support).filter((name) => !lead.includes(name));
  const title = titles(before, label, correction.title);
  const canonicalLead =
    correction.lead === undefined ? before.canonicalLead : canonical(lead, before.lead, before.canonicalLead);
  const after: Omit<ExtractedTask, 'evidence'> = {
    ...before,
    title: title.title,
    action: correction.action ?? before.action,
    section: correction.section ?? before.section,
    number: correction.number ?? before.number,
    lead,
    support,
    canonicalLead,
    canonicalSupport:
      correction.lead === undefined && correction.support === undefined
        ? before.canonicalSupport
        : canonical(support, before.support, before.canonicalSupport),
    leadIsInferred: correction.lead === undefined && before.leadIsInferred,
    needsAssignment: lead.length === 0,
    deadlines: correction.deadlines?.map((said) => knownDeadline(said, before)) ?? before.deadlines,
    ongoing: correction.ongoing ?? before.ongoing,
    cadences: correction.cadences?.map((said) => knownCadence(said, before)) ?? before.cadences,
    indicators: correction.indicators?.map((said) => knownIndicator(said, before)) ?? before.indicators,
    subItems: correction.subItems?.map((item) => ({ ...item })) ?? before.subItems,
  };
  const names = new Set([...lead, ...support]);
  const chosen = Object.fromEntries(
    Object.entries({ ...body.chosen, ...correction.chosen }).filter(([name]) => names.has(name)),
  );
  const fields = FIELDS.filter((field) => !sameValue(before[field], after[field])).map((field) =>
    field === 'action' ? 'actionCode' : field,
  );
  if (title.label !== label && !fields.includes('title')) fields.push('title');
  const replacements = replacementsAfter(body, correction, after.cadences);
  if (!sameValue(replacements, body.replacements ?? []) && !fields.includes('cadences'))
    fields.push('cadences');
  if (!sameValue(chosen, body.chosen) && !fields.includes('lead')) fields.push('lead');
  return {
    body: {
      task: {
        ...after,
        warnings: before.warnings.filter(
          ({ code }) => !fields.some((field) => ANSWERED[field]?.includes(code)),
        ),
        evidence: placesOfFields(after, [before]),
      },
      label: title.label,
      chosen,
      doubts: withoutAnswered(body.doubts, fields),
      ...(replacements.length > 0 && { replacements }),
    },
    fields,
  };
}

/** What the person says now; one that was said before keeps who said it, and goes with the cadence that it rests on. */
function replacementsAfter(
  { replacements: before = [] }: DraftBody,
  { replacements: said }: DraftCorrection,
  cadences: ExtractedTask['cadences'],
): readonly DraftReplacement[] {
  const what = ({ own, inherited, reason }: DraftReplacement): string =>
    JSON.stringify([own.kind, own.every, inherited.origin, inherited.kind, inherited.every, reason]);
  const kept = new Map(before.map((one) => [what(one), one]));
  return (said ?? before)
    .map((one) => kept.get(what(one)) ?? one)
    .filter(({ own }) => cadences.some(({ kind, every }) => kind === own.kind && every === own.every));
}

const FIELDS = [
  'title',
  'action',
  'section',
  'number',
  'lead',
  'support',
  'deadlines',
  'ongoing',
  'cadences',
  'indicators',
  'subItems',
] as const;

/** Warnings that a person answers by saying how the field is. */
const ANSWERED: Readonly<Record<string, readonly string[]>> = {
  lead: ['NO_LEAD', 'NO_CLAUSE', 'LEAD_INFERRED', 'LEAD_IS_GROUP'],
  support: ['NO_CLAUSE'],
  title: ['NO_TITLE'],
  deadlines: ['DEADLINE_INFERRED'],
  ongoing: ['DEADLINE_INFERRED'],
  number: ['NUMBER_REPEATED'],
};

/** A title that the text prints is the task's; any other is a label of our own. */
function titles(
  before: ExtractedTask,
  label: string | null,
  said: string | undefined,
): { title: string | null; label: string | null } {
  if (said === undefined || said === (before.title ?? label)) return { title: before.title, label };
  return squash(before.text).includes(squash(said))
    ? { title: said, label: null }
    : { title: null, label: said };
}

const squash = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const unique = (names: readonly string[]): string[] => [...new Set(names)];

function canonical(names: readonly string[], before: readonly string[], known: readonly string[]): string[] {
  return unique(
    names.map((name) => {
      const at = before.length === known.length ? before.indexOf(name) : -1;
      return known[at] ?? canonicalForm(name);
    }),
  );
}

function knownDeadline(
  said: { date: string; raw: string; inferred: boolean },
  { deadlines }: ExtractedTask,
): ExtractedTask['deadlines'][number] {
  const same = deadlines.find(({ date, inferred }) => date === said.date && inferred === said.inferred);
  return same ?? { ...said };
}

function knownCadence(
  said: { kind: CadenceKind; every: CadencePeriod },
  { cadences, span }: ExtractedTask,
): ExtractedTask['cadences'][number] {
  const same = cadences.find(({ kind, every }) => kind === said.kind && every === said.every);
  return same ?? { ...said, raw: '', span };
}

function knownIndicator(said: ReadIndicator, { indicators, span }: ExtractedTask): ExtractedIndicator {
  const key = ({ name, comparator, value, upper, unit, per }: ReadIndicator): string =>
    JSON.stringify([name, comparator, value, upper, unit, per]);
  return indicators.find((one) => key(one) === key(said)) ?? { ...said, raw: '', span };
}
