import type { ClauseMode } from './read-clause.js';
import { readClauseText } from './read-clause-text.js';

/** What `plan clauses --json` prints for each line it is given. */
export interface ClauseLine {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly canonicalLead: readonly string[];
  readonly canonicalSupport: readonly string[];
  readonly openEnded: boolean;
  /** `YYYY-MM-DD` or null. */
  readonly deadline: string | null;
  /** Null where the line is no responsibility clause. */
  readonly mode: ClauseMode | null;
}

/**
 * Reads one line that holds one clause. A line that is none gives empty lists and a null mode, so that the answers keep
 * step with the lines. `year` completes dates without one (0: such dates are left out).
 */
export function readClauseLine(line: string, year = 0): ClauseLine {
  const none = { lead: [], support: [], canonicalLead: [], canonicalSupport: [], openEnded: false };
  const clause = readClauseText(line, { year });
  if (!clause) return { ...none, deadline: null, mode: null };
  const { lead, support, canonicalLead, canonicalSupport, openEnded, deadline, mode } = clause;
  return { lead, support, canonicalLead, canonicalSupport, openEnded, deadline, mode };
}
