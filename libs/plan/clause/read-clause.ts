import type { MappedText, Span } from '../text/mapped-text.js';
import { type AssignedUnits, assignUnits, type NamedPhrase } from './assign-units.js';
import { type ClausePart, type Phrase, parseClause } from './clause.grammar.js';
import { looksLikePerson } from './person-names.js';
import { looksLikeBody, looksLikeUnit, saysNoUnit } from './unit-names.js';

export type { ClauseMode } from './assign-units.js';

/** What a responsibility clause says. Names are as printed; `span` is in the normalised text, brackets included. */
export interface Clause extends AssignedUnits {
  readonly span: Span;
  /** The clause itself says that its first-listed unit leads; `onwards`: and that this goes for those after it. */
  readonly firstLeads: boolean;
  readonly onwards: boolean;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  /** The words after 完成时限, or a date that stands among the parts. */
  readonly term: Span | undefined;
  /** 牵头 or the like is said of somebody; `allUnits`: every name looks like a unit's or a person's. */
  readonly saysLead: boolean;
  readonly allUnits: boolean;
  /** Where each printed name stands, from `origin` on. */
  readonly places: ReadonlyMap<string, Span>;
  /** Where the inside of its brackets begins (normalised position). */
  readonly origin: number;
}

const FIRST_LEADS =
  /(?:第一|首|最前)(?:位|个|名|家|列|面)?(?:的|者)?[^，；。]{0,10}(?:为|是|作为|即为|系|任|单位|部门)?[^，；。]{0,8}牵头/;
/** 标★的为牵头单位 */
const MARKED_LEAD = /[★☆▲△●◆※*#][^，；。]{0,8}牵头/;
const MAX_LENGTH = 2000;

/** A clause by itself: positions are those in its own inside. */
type ClauseInside = Omit<Clause, 'span' | 'origin'>;

/** The clauses of a document by their words: plans say the same ones again and again. */
const KNOWN = new WeakMap<MappedText, Map<string, ClauseInside | null>>();
const KEPT = 4000;

/** Reads what stands at `inner` (a clause without its outer brackets); nothing where it is no clause. */
export function readClause(mapped: MappedText, span: Span, inner: Span): Clause | undefined {
  if (inner.end - inner.start > MAX_LENGTH) return undefined;
  const input = mapped.text.slice(inner.start, inner.end);
  const printed = mapped.printed.slice(inner.start, inner.end);
  const alone = standsAlone(mapped.text, span);
  const key = `${alone.before ? 1 : 0}${alone.after ? 1 : 0}${input}${input === printed ? '' : printed}`;
  const known = knownOf(mapped);
  let inside = known.get(key);
  if (inside === undefined) {
    inside = understand(input, printed, alone) ?? null;
    known.set(key, inside);
  }
  if (!inside) return undefined;
  const { term } = inside;
  return {
    ...inside,
    span,
    origin: inner.start,
    term: term && { start: inner.start + term.start, end: inner.start + term.end },
  };
}

function knownOf(mapped: MappedText): Map<string, ClauseInside | null> {
  const known = KNOWN.get(mapped);
  if (known && known.size < KEPT) return known;
  const fresh = new Map<string, ClauseInside | null>();
  KNOWN.set(mapped, fresh);
  return fresh;
}

/** Where a name of the clause stands (normalised positions). */
export function placeOfName({ places, origin }: Clause, name: string): Span | undefined {
  const place = places.get(name);
  return place && { start: origin + place.start, end: origin + place.end };
}

function understand(
  input: string,
  printedInput: string,
  alone: { before: boolean; after: boolean },
): ClauseInside | undefined {
  const { text, hint } = withoutInnerRemark(input);
  const parts = parseClause(text);
  if (!parts || !isBelievable(parts, text, alone)) return undefined;
  const places = new Map<string, Span>();
  const at = (name: Span): string => {
    const printed = printedInput.slice(name.start, name.end).replace(/\s+/g, '');
    if (!places.has(printed)) places.set(printed, name);
    return printed;
  };
  const said = parts.filter((part): part is Phrase => 'names' in part);
  const named = MARKED_LEAD.test(input) ? said.flatMap(markedLead) : said;
  const persons: { name: string; role: string }[] = [];
  const phrases = named.map((phrase): NamedPhrase => {
    const printed: string[] = [];
    for (const name of phrase.names.map(at)) {
      if (looksLikePerson(name)) persons.push({ name, role: ROLE_OF_PERSON[phrase.role] });
      else if (!saysNoUnit(name)) printed.push(name);
    }
    return { ...phrase, printed };
  });
  const terms = parts.filter((part) => 'term' in part);
  const term = (terms.find(({ labelled }) => labelled) ?? terms[0])?.term;
  return {
    ...assignUnits(phrases),
    firstLeads: FIRST_LEADS.test(input),
    onwards: FIRST_LEADS.test(input) && /下同|以下/.test(input + hint),
    people: [
      ...parts.flatMap((part) =>
        'people' in part ? part.people.map((person) => ({ name: at(person), role: part.role })) : [],
      ),
      ...persons,
    ],
    term,
    saysLead: phrases.some(({ role }) => role === 'lead' || role === 'sharedLead'),
    allUnits: phrases.every(({ printed }) => printed.every(looksLikeUnit)),
    places,
  };
}

const ROLE_OF_PERSON = {
  lead: '牵头',
  sharedLead: '牵头',
  duty: '负责',
  sharedDuty: '负责',
  support: '配合',
  none: '',
} as const;

/** Where a clause says that a sign marks the leader, the names with the sign lead. */
function markedLead(phrase: Phrase): Phrase[] {
  const marked = phrase.names.filter((name) => name.marked);
  const others = phrase.names.filter((name) => !name.marked);
  return [
    ...(marked.length > 0 ? [{ ...phrase, names: marked, role: 'lead' as const }] : []),
    ...(others.length > 0 ? [{ ...phrase, names: others }] : []),
  ];
}

/** A remark in brackets after the last name is none of its facets; its place is kept so that positions stay true. */
function withoutInnerRemark(input: string): { text: string; hint: string } {
  let hint = '';
  const text = input.replace(
    /[（〔][^（）〔〕]*(?:为|是|的)[^（）〔〕]*牵头[^（）〔〕]*[）〕](?!：)/g,
    (remark) => {
      hint += remark;
      return '，'.repeat(remark.length);
    },
  );
  return { text, hint };
}

/** Does nothing of a sentence go on after the brackets? An explanation in the midst of one is no clause. */
function standsAlone(text: string, { start, end }: Span): { before: boolean; after: boolean } {
  return {
    before: start === 0 || /[。；！？\n]/.test(text.charAt(start - 1)),
    after: end >= text.length || /[。；，\n]/.test(text.charAt(end)),
  };
}

/**
 * A bracket is only taken for a clause when its names look like names and a role or a label is said, or all of it is names
 * of public bodies and no sentence goes on after it.
 */
function isBelievable(
  parts: readonly ClausePart[],
  input: string,
  alone: { before: boolean; after: boolean },
): boolean {
  const phrases = parts.filter((part): part is Phrase => 'names' in part);
  const labelled =
    phrases.some((phrase) => phrase.labelled) ||
    parts.some(
      (part) => ('term' in part && part.labelled) || ('people' in part && !/联系|电话|联络/.test(part.role)),
    );
  if (phrases.length === 0) return labelled;
  const names = phrases.flatMap((phrase) => phrase.names.map((name) => input.slice(name.start, name.end)));
  const isName = (name: string): boolean => looksLikeUnit(name) || saysNoUnit(name) || looksLikePerson(name);
  if (labelled) return true;
  const good = names.filter(isName).length;
  if (phrases.some((phrase) => phrase.role !== 'none'))
    return good * 2 >= names.length && good > 0 && names.some(looksLikeUnit);
  if (!names.every(looksLikeUnit) || names.some(looksLikePerson) || !alone.after) return false;
  const bodies = names.filter(looksLikeBody).length;
  return names.length >= 2
    ? bodies > 0 && !/^(?:如|含|包括|除|不含|例如|即|指)/.test(input)
    : bodies === 1 && alone.before;
}
