import { canonicalForm } from '../clause/canonical-names.js';
import type { Evidence } from '../extraction.schema.js';
import { byRule, evidenceOf } from './evidence.js';
import { pathOf } from './paths.js';
import type { EvidenceRule } from './rules.js';

type Place = Evidence['span'];
/** A unit's name as printed, where, and what made it lead (nothing where that is said). */
export interface PrintedName {
  readonly name: string;
  readonly span: Place;
  readonly rule: EvidenceRule | undefined;
}

/** Adds the evidence of printed names and of the canonical ones made of them; a name without a place has that of `whole`. */
export function addNameEvidence(
  to: Evidence[],
  role: 'lead' | 'support',
  printed: readonly PrintedName[],
  canonical: readonly string[],
  whole: Place,
): void {
  printed.forEach(({ span, rule }, i) => to.push(evidenceOf(pathOf(role, i), span, rule)));
  const field = role === 'lead' ? 'canonicalLead' : 'canonicalSupport';
  // Both stand in the same order; of printed names that mean the same unit only the first has a canonical one.
  let next = 0;
  canonical.forEach((name, i) => {
    let at = next;
    while (at < printed.length && !isMadeOf(name, printed[at]?.name ?? '')) at += 1;
    const source = printed[at];
    if (source) next = at + 1;
    to.push(canonicalEvidence(pathOf(field, i), name, source, whole));
  });
}

function canonicalEvidence(
  path: string,
  name: string,
  source: PrintedName | undefined,
  whole: Place,
): Evidence {
  if (!source) return byRule(path, whole, 'NAME_NOT_PLACED');
  if (source.name === name) return evidenceOf(path, source.span, source.rule);
  const plain = canonicalForm(source.name);
  if (plain !== name) return byRule(path, source.span, 'NAME_RESTORED');
  const sorted = plain.includes('〈') && plain !== folded(source.name);
  return evidenceOf(path, source.span, sorted ? 'FACETS_SORTED' : source.rule);
}

function isMadeOf(canonical: string, printed: string): boolean {
  if (canonical === printed) return true;
  const plain = canonicalForm(printed);
  return canonical === plain || canonical.endsWith(plain) || canonical.startsWith(plain);
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[(（〔[]/g, '（')
    .replace(/[)）〕\]]/g, '）')
    .replace(/[<﹤]/g, '〈')
    .replace(/[>﹥]/g, '〉');
}
