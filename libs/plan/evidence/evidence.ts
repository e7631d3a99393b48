import type { Evidence } from '../extraction.schema.js';
import { EVIDENCE_RULES, type EvidenceRule } from './rules.js';

type Place = Evidence['span'];

/** The field at `path` stands at `span` just so. */
export function asPrinted(path: string, span: Place): Evidence {
  return { path, span, confidence: 1 };
}

/** The field at `path` follows from what stands at `span` by a rule. */
export function byRule(path: string, span: Place, rule: EvidenceRule): Evidence {
  const { confidence, reason } = EVIDENCE_RULES[rule];
  return { path, span, confidence, rule, reason };
}

/** By the rule where there is one, else as printed. */
export function evidenceOf(path: string, span: Place, rule: EvidenceRule | undefined): Evidence {
  return rule === undefined ? asPrinted(path, span) : byRule(path, span, rule);
}
