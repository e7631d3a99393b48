import { isDeepStrictEqual } from 'node:util';
import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import { insertScheme, putSchemeInForce, schemeInForceAt, schemeOf, type Transaction } from '#persistence';
import { schemeWarnings, type Scheme, type SchemeWarning } from '#scoring';
import type { Instant } from '#calendar';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { confirmWarnings } from './confirm-warnings.js';
import { mayScore, planCodeOf } from './may-score.js';
import { recordSetting } from '../trail/index.js';

export interface AdoptSchemeCommand {
  jurisdictionId: string;
  /** Null: for all plans that have none of their own. */
  planId: string | null;
  scheme: Scheme;
  reason: string;
  /** Why it is put in force in spite of the warnings; needed where there are any. */
  confirmation: string | null;
  /** Null: at the command line. */
  actor: Actor | null;
}

export interface AdoptedScheme {
  id: string;
  version: number;
  since: Instant;
  warnings: SchemeWarning[];
}

/**
 * Puts a scheme in force from now on. A version is kept as it is for ever: another body under the same number is
 * refused. What central rules forbid, or does not make sense, has to be confirmed with a reason, and that is recorded.
 */
export function adoptScheme(
  context: EngineContext,
  command: AdoptSchemeCommand,
): Promise<Outcome<AdoptedScheme>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<AdoptedScheme>> => {
    const { scheme, planId, actor } = command;
    const planCode = await planCodeOf(tx, planId);
    if (planCode === undefined) return refuse('SubjectNotFound', '找不到所选方案。');
    if (!mayScore(tx, actor, { planId, planCode }))
      return refuse('NotPermitted', '只有绩效办可以启用考核办法。');
    if (command.reason.trim() === '') return refuse('ReasonMissing', '请写明启用（或更换）考核办法的依据。');
    const at = context.clock.now();
    const by = actor?.personId ?? null;
    const warnings = schemeWarnings(scheme);
    const confirmed = await confirmWarnings(tx, {
      kind: 'scheme',
      ruleId: scheme.id,
      version: scheme.version,
      warnings,
      confirmation: command.confirmation,
      at,
      by,
    });
    if (!confirmed.ok) return confirmed;
    const kept = await schemeOf(tx, scheme.id, scheme.version);
    if (kept && !isDeepStrictEqual(kept.body, JSON.parse(JSON.stringify(scheme))))
      return refuse(
        'SchemeInvalid',
        `“${scheme.id}”第${scheme.version}版已经存在，内容不同；改动过的办法须提高版本号（version）。`,
      );
    const inForce = await schemeInForceAt(tx, planId, at);
    if (inForce && inForce.schemeId === scheme.id && inForce.version === scheme.version)
      return refuse('SchemeInvalid', `“${scheme.label}”第${scheme.version}版已经在用。`);
    const since = await putInForce(tx, { ...command, at, by });
    return { ok: true, value: { id: scheme.id, version: scheme.version, since, warnings } };
  });
}

/** Keeps a scheme's version and puts it in force, without asking who may: a foundation, or what has been asked already. */
export async function putInForce(
  tx: Transaction,
  {
    scheme,
    planId,
    reason,
    at,
    by,
  }: { scheme: Scheme; planId: string | null; reason: string; at: Instant; by: string | null },
): Promise<Instant> {
  await insertScheme(tx, { schemeId: scheme.id, version: scheme.version, body: scheme }, at, by);
  const former = await schemeInForceAt(tx, planId, at);
  await recordSetting(tx, {
    action: 'scoringChanged',
    by,
    target: { kind: 'scoringScheme', id: scheme.id },
    details: { version: scheme.version, planId },
    before: former === null ? null : { id: former.schemeId, version: former.version },
    after: { id: scheme.id, version: scheme.version, reason },
  });
  await putSchemeInForce(tx, {
    id: identifierOf(
      tx.scope.jurisdictionId,
      'schemeInForce',
      planId ?? '',
      scheme.id,
      String(scheme.version),
      at,
    ),
    planId,
    schemeId: scheme.id,
    version: scheme.version,
    since: at,
    reason,
    by,
  });
  return at;
}
