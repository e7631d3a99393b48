import type { MappedText, Span } from '../text/mapped-text.js';
import { printedAt } from '../text/mapped-text.js';
import { canonicalNames, levelOf } from './canonical-names.js';
import { type ClausePart, type Phrase, parseClause } from './clause.grammar.js';
import { isVagueGroup, looksLikeUnit, saysNoUnit } from './unit-names.js';

/** lead-support: A牵头,B负责. lead-only: A牵头. shared-lead: A、B牵头. single: A负责. shared: A、B按职责分工负责, no leader said. */
export type ClauseMode = 'lead-support' | 'lead-only' | 'shared' | 'shared-lead' | 'single';

/** What a responsibility clause says. Names are as printed; `span` is in the normalised text, brackets included. */
export interface Clause {
  readonly span: Span;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly canonicalLead: readonly string[];
  readonly canonicalSupport: readonly string[];
  readonly mode: ClauseMode;
  readonly openEnded: boolean;
  /** The clause itself says that its first-listed unit leads; `onwards`: and that this goes for those after it. */
  readonly firstLeads: boolean;
  readonly onwards: boolean;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  /** The words after 完成时限, if any. */
  readonly term: Span | undefined;
  /** Where each printed name stands (normalised positions). */
  readonly places: ReadonlyMap<string, Span>;
}

const FIRST_LEADS = /(?:第一|首)位?的?[^，；。]{0,10}(?:为|是|作为)[^，；。]{0,8}牵头/;

/** Reads what stands at `inner` (a clause without its outer brackets); nothing where it is no clause. */
export function readClause(mapped: MappedText, span: Span, inner: Span): Clause | undefined {
  const input = mapped.text.slice(inner.start, inner.end);
  if (input.length > 2000) return undefined;
  const { text, hint } = withoutInnerRemark(input);
  const parts = parseClause(text);
  if (!parts || !isBelievable(parts, text)) return undefined;
  const phrases = parts.filter((part): part is Phrase => 'names' in part);
  const places = new Map<string, Span>();
  const at = (name: Span): string => {
    const place = { start: inner.start + name.start, end: inner.start + name.end };
    const printed = printedAt(mapped, place).replace(/\s+/g, '');
    if (!places.has(printed)) places.set(printed, place);
    return printed;
  };
  const named = phrases.map((phrase) => ({
    ...phrase,
    printed: phrase.names.map(at).filter((name) => !saysNoUnit(name)),
  }));
  const term = parts.find((part) => 'term' in part)?.term;
  return {
    span,
    ...assign(named),
    firstLeads: FIRST_LEADS.test(input),
    onwards: FIRST_LEADS.test(input) && /下同|以下/.test(input + hint),
    people: parts.flatMap((part) =>
      'people' in part ? part.people.map((person) => ({ name: at(person), role: part.role })) : [],
    ),
    term: term && { start: inner.start + term.start, end: inner.start + term.end },
    places,
  };
}

/** A remark in brackets after the last name is none of its facets; its place is kept so that positions stay true. */
function withoutInnerRemark(input: string): { text: string; hint: string } {
  let hint = '';
  const text = input.replace(/[（〔][^（）〔〕]*牵头单位[^（）〔〕]*[）〕]/g, (remark) => {
    hint += remark;
    return '，'.repeat(remark.length);
  });
  return { text, hint };
}

/** A bracket is only taken for a clause when its names look like names and a role or a label is said, or all of it is names. */
function isBelievable(parts: readonly ClausePart[], input: string): boolean {
  const phrases = parts.filter((part): part is Phrase => 'names' in part);
  const labelled = parts.some((part) => !('names' in part && !part.labelled) && !('remark' in part));
  if (phrases.length === 0) return labelled;
  const names = phrases.flatMap((phrase) => phrase.names.map((name) => input.slice(name.start, name.end)));
  const good = names.filter((name) => looksLikeUnit(name) || saysNoUnit(name)).length;
  if (labelled) return true;
  if (phrases.some((phrase) => phrase.role !== 'none')) return good * 2 >= names.length && good > 0;
  return good === names.length && names.length >= 2;
}

type NamedPhrase = Phrase & { readonly printed: readonly string[] };
type Assigned = Pick<
  Clause,
  'lead' | 'support' | 'canonicalLead' | 'canonicalSupport' | 'mode' | 'openEnded'
>;

/** Decides who leads. Where no leader is said, none is invented. */
function assign(phrases: readonly NamedPhrase[]): Assigned {
  const filled = inheritRoles(phrases).filter((phrase) => phrase.printed.length > 0);
  const saysLead = filled.some((phrase) => phrase.role === 'lead' || phrase.role === 'sharedLead');
  const isSingle = filled.length === 1 && filled[0]?.printed.length === 1 && !filled[0].andOthers;
  const leads = (phrase: NamedPhrase, i: number): boolean => {
    if (phrase.role === 'lead' || phrase.role === 'sharedLead') return true;
    if (saysLead || phrase.role === 'support') return false;
    if (filled.length > 1) return i === 0 && phrase.role === 'duty';
    const byLabel = phrase.labelled && !isVagueGroup(phrase.printed[0] ?? '');
    return isSingle && (phrase.role === 'duty' || byLabel);
  };
  const rows = { lead: filled.filter(leads), support: filled.filter((phrase, i) => !leads(phrase, i)) };
  const all = filled.flatMap((phrase) => phrase.printed);
  const level = levelOf(all);
  const lead = unique(rows.lead.flatMap((phrase) => phrase.printed));
  const support = unique(rows.support.flatMap((phrase) => phrase.printed));
  return {
    lead,
    support,
    canonicalLead: unique(canonicalNames(lead, level)),
    canonicalSupport: unique(canonicalNames(support, level)),
    mode: modeOf(lead, support, saysLead),
    openEnded: filled.some((phrase) => phrase.andOthers) || all.some(isVagueGroup),
  };
}

/** Names before a comma without a role of their own share the role that follows. */
function inheritRoles(phrases: readonly NamedPhrase[]): NamedPhrase[] {
  const filled = [...phrases];
  for (let i = filled.length - 2; i >= 0; i -= 1) {
    const phrase = filled[i];
    const next = filled[i + 1];
    if (phrase?.role === 'none' && next && !next.labelled) filled[i] = { ...phrase, role: next.role };
  }
  return filled;
}

function modeOf(lead: readonly string[], support: readonly string[], saysLead: boolean): ClauseMode {
  if (lead.length === 0) return 'shared';
  if (support.length > 0) return 'lead-support';
  if (lead.length > 1) return 'shared-lead';
  return saysLead ? 'lead-only' : 'single';
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
