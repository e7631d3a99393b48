import { canonicalForm } from '../clause/canonical-names.js';
import type { Evidence } from '../extraction.schema.js';
import { byRule, evidenceOf } from './evidence.js';
import type { EvidenceRule } from './rules.js';

type Place = Evidence['span'];
/** A unit's name as printed, where, and what made it lead (nothing where that is said). */
export interface PrintedName {
  readonly name: string;
  readonly span: Place;
  readonly rule?: EvidenceRule | undefined;
}

/** Evidence of the names under `path` and of the canonical ones made of them; a name without a place has that of `whole`. */
export function nameEvidence(
  path: '/lead' | '/support',
  printed: readonly PrintedName[],
  canonicalPath: '/canonicalLead' | '/canonicalSupport',
  canonical: readonly string[],
  whole: Place,
): Evidence[] {
  return [
    ...printed.map(({ span, rule }, i) => evidenceOf(`${path}/${i}`, span, rule)),
    ...canonical.map((name, i) =>
      canonicalEvidence(`${canonicalPath}/${i}`, name, printed[i], printed, whole),
    ),
  ];
}

/** Printed and canonical names stand in the same order unless two printed ones mean the same unit. */
function canonicalEvidence(
  path: string,
  name: string,
  beside: PrintedName | undefined,
  printed: readonly PrintedName[],
  whole: Place,
): Evidence {
  if (beside?.name === name) return evidenceOf(path, beside.span, beside.rule);
  const source =
    beside && isMadeOf(name, beside.name) ? beside : printed.find((other) => isMadeOf(name, other.name));
  if (!source) return byRule(path, whole, 'NAME_NOT_PLACED');
  const plain = canonicalForm(source.name);
  if (plain !== name) return byRule(path, source.span, 'NAME_RESTORED');
  const sorted = plain.includes('〈') && plain !== folded(source.name);
  return evidenceOf(path, source.span, sorted ? 'FACETS_SORTED' : source.rule);
}

function isMadeOf(canonical: string, printed: string): boolean {
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
