import { identifierOf, refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { insertRuleConfirmation, type RuleConfirmation, type Transaction } from '#persistence';
import type { SchemeWarning } from '#scoring';

export interface WarnedRule {
  kind: RuleConfirmation['kind'];
  ruleId: string;
  version: number;
  warnings: readonly SchemeWarning[];
  /** Why it is put in force all the same; null: nobody has said so. */
  confirmation: string | null;
  at: Instant;
  by: string | null;
}

/**
 * Whoever puts a rule in force that a warning stands against has to say why, and that is recorded with the warnings as
 * they were shown. Without warnings nothing is asked and nothing written. To be called in the transaction that puts the
 * rule in force: of schemes, policies and forms alike.
 */
export async function confirmWarnings(tx: Transaction, rule: WarnedRule): Promise<Outcome<null>> {
  const { kind, ruleId, version, warnings, confirmation, at, by } = rule;
  if (warnings.length === 0) return { ok: true, value: null };
  const reason = confirmation?.trim() ?? '';
  if (reason === '')
    return refuse(
      'ComplianceUnconfirmed',
      `有 ${warnings.length} 条提示须先处理，或写明仍要启用的理由：\n${warnings.map(({ message }) => message).join('\n')}`,
      { warnings },
    );
  await insertRuleConfirmation(tx, {
    id: identifierOf(tx.scope.jurisdictionId, 'ruleConfirmation', kind, ruleId, String(version), at),
    kind,
    ruleId,
    version,
    warnings,
    reason,
    confirmedAt: at,
    confirmedBy: by,
  });
  return { ok: true, value: null };
}
