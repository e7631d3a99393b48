import { normalise } from '../text/normalise.js';
import { findDeadlines } from '../deadline.js';
import { type Clause, type ClauseMode, readClause } from './read-clause.js';
import { outermostBrackets } from '../text/bracket-pairs.js';
import type { Span } from '../text/mapped-text.js';

/** What one responsibility clause says, read by itself. */
export interface ClauseReading {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly canonicalLead: readonly string[];
  readonly canonicalSupport: readonly string[];
  readonly openEnded: boolean;
  /** `YYYY-MM-DD` or null. */
  readonly deadline: string | null;
  readonly mode: ClauseMode;
  /** People that the clause names, with what it says of them (责任领导, 牵头 …). */
  readonly people: readonly { readonly name: string; readonly role: string }[];
}

/**
 * Reads a single clause, with or without its brackets; nothing where the text is none. `firstListedLeads` says that
 * the document has the rule that the first-listed unit leads; `year` completes dates without one.
 */
export function readClauseText(
  source: string,
  options: { firstListedLeads?: boolean; year?: number } = {},
): ClauseReading | undefined {
  const mapped = normalise(source.replace(/\s+/g, ' ').trim());
  const whole = { start: 0, end: mapped.text.length };
  const clause = readClause(mapped, whole, withoutBrackets(mapped.text, whole));
  if (!clause) return undefined;
  const date = clause.term
    ? findDeadlines(mapped.text.slice(clause.term.start, clause.term.end), options.year ?? 0)[0]?.date
    : undefined;
  return {
    ...withFirstLead(clause, options.firstListedLeads ?? false),
    openEnded: clause.openEnded,
    deadline: date ?? null,
    mode: clause.mode,
    people: clause.people,
  };
}

function withFirstLead(
  clause: Clause,
  byDocument: boolean,
): Pick<ClauseReading, 'lead' | 'support' | 'canonicalLead' | 'canonicalSupport'> {
  const infers = clause.lead.length === 0 && (clause.firstLeads || byDocument);
  const split = infers ? 1 : 0;
  return {
    lead: infers ? clause.support.slice(0, split) : clause.lead,
    support: clause.support.slice(split),
    canonicalLead: infers ? clause.canonicalSupport.slice(0, split) : clause.canonicalLead,
    canonicalSupport: clause.canonicalSupport.slice(split),
  };
}

function withoutBrackets(text: string, whole: Span): Span {
  const pair = outermostBrackets(text, whole)[0];
  const encloses = pair?.start === 0 && pair.end >= text.replace(/[。；\s]+$/u, '').length;
  return encloses ? { start: 1, end: pair.end - 1 } : whole;
}
