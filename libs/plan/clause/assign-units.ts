import { unique } from '../text/unique.js';
import { canonicalNames, levelOf } from './canonical-names.js';
import type { Phrase } from './clause.grammar.js';
import { isVagueGroup } from './unit-names.js';

/** lead-support: A牵头,B负责. lead-only: A牵头. shared-lead: A、B牵头. single: A负责. shared: A、B按职责分工负责, no leader said. */
export type ClauseMode = 'lead-support' | 'lead-only' | 'shared' | 'shared-lead' | 'single';

/** Who leads and who takes part. Names are as printed. */
export interface AssignedUnits {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly canonicalLead: readonly string[];
  readonly canonicalSupport: readonly string[];
  readonly mode: ClauseMode;
  readonly openEnded: boolean;
}

/** A phrase with its names as printed. */
export type NamedPhrase = Phrase & { readonly printed: readonly string[] };

/** Decides who leads. Where no leader is said, none is invented. */
export function assignUnits(phrases: readonly NamedPhrase[]): AssignedUnits {
  const filled = inheritRoles(phrases).filter((phrase) => phrase.printed.length > 0);
  const saysLead = filled.some((phrase) => phrase.role === 'lead' || phrase.role === 'sharedLead');
  const isSingle = filled.length === 1 && filled[0]?.printed.length === 1 && !filled[0].andOthers;
  const leads = (phrase: NamedPhrase, i: number): boolean => {
    if (phrase.role === 'lead' || phrase.role === 'sharedLead') return true;
    if (saysLead || phrase.role === 'support') return false;
    if (filled.length > 1) {
      // 责任单位：A；配合单位：B: the only one who is answerable leads.
      const isOnlyDuty = filled.every((other) => other === phrase || other.role === 'support');
      if (phrase.labelled) return isOnlyDuty && phrase.printed.length === 1 && !phrase.andOthers;
      // 甲局，配合单位：乙局: only the others are said to help.
      const onlyOthersHelp = filled.slice(1).every((other) => other.role === 'support');
      return (
        i === 0 &&
        (phrase.role === 'duty' || (phrase.role === 'none' && onlyOthersHelp && phrase.printed.length === 1))
      );
    }
    const byLabel = phrase.labelled && !isVagueGroup(phrase.printed[0] ?? '');
    return isSingle && (phrase.role === 'duty' || phrase.role === 'none' || byLabel);
  };
  const all = filled.flatMap((phrase) => phrase.printed);
  const level = levelOf(all);
  const lead = unique(filled.filter(leads).flatMap((phrase) => phrase.printed));
  const support = unique(
    filled.filter((phrase, i) => !leads(phrase, i)).flatMap((phrase) => phrase.printed),
  ).filter((name) => !lead.includes(name));
  const canonicalLead = unique(canonicalNames(lead, level));
  return {
    lead,
    support,
    canonicalLead,
    canonicalSupport: unique(canonicalNames(support, level)).filter((name) => !canonicalLead.includes(name)),
    mode: modeOf(lead, support, saysLead),
    openEnded: filled.some((phrase) => phrase.andOthers) || all.some(isVagueGroup),
  };
}

/** Names before a comma without a role of their own share the role that follows; after a label's names they share its role. */
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
