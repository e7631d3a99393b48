import { isDeepStrictEqual } from 'node:util';
import { policySchema, refuse, standingUnder, upgraded, type Outcome, type Policy } from '#accountability';
import {
  beginBulkRun,
  countBulkChunk,
  countUnderEarlier,
  finishBulkRun,
  insertPolicyVersion,
  latestPolicyVersion,
  lockSubjects,
  policyOf,
  putPlansUnder,
  subjectsUnderEarlier,
  type SubjectRow,
} from '#persistence';
import { complianceWarnings } from '#scoring';
import { applyEvents } from '../apply-events.js';
import { byEngine } from '../envelope.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { confirmWarnings } from '../scoring/confirm-warnings.js';
import { differing, recordSetting } from '../trail/index.js';

export interface AdoptPolicyCommand {
  jurisdictionId: string;
  /** Checked already; the record gives it its number, whatever the file says. */
  policy: Policy;
  reason: string;
  /** Why it is put in force in spite of what central rules say against it; needed where anything does. */
  confirmation?: string | null;
  /** Only for this plan; left out: for all. */
  planCode?: string | undefined;
  adoptedBy: string | null;
}

export interface AdoptedPolicy {
  version: number;
  plans: number;
}

/**
 * Puts a policy in force for what begins from now on: new tasks of the plan, and what comes of them. What is running
 * stays under the version that it began with until `migrateToPolicy` takes it over.
 */
export async function adoptPolicy(
  context: EngineContext,
  { jurisdictionId, policy, reason, confirmation = null, planCode, adoptedBy }: AdoptPolicyCommand,
): Promise<Outcome<AdoptedPolicy>> {
  if (reason.trim() === '') return refuse('ReasonMissing', '请写明启用新政策的依据，例如通知的名称和文号。');
  return inTransaction(context, jurisdictionId, async (tx) => {
    const latest = await latestPolicyVersion(tx);
    const before = policySchema.parse(await policyOf(tx, latest));
    if (isDeepStrictEqual({ ...policy, version: latest }, before))
      return refuse('PolicyUnchanged', `这份政策与现行第${latest}版完全一样，没有需要启用的内容。`);
    const version = latest + 1;
    const at = context.clock.now();
    const warnings = complianceWarnings(policy);
    const ruleId = policy.id;
    const warned = { kind: 'policy' as const, ruleId, version, warnings, confirmation, at, by: adoptedBy };
    const confirmed = await confirmWarnings(tx, warned);
    if (!confirmed.ok) return confirmed;
    await insertPolicyVersion(tx, {
      id: policy.id,
      version,
      body: { ...policy, version },
      at,
      reason: reason.trim(),
      adoptedBy,
    });
    const changed = differing(before, { ...policy, version });
    await recordSetting(tx, {
      action: 'policyAdopted',
      by: adoptedBy,
      target: { kind: 'policy', id: policy.id },
      details: { version, former: latest, plan: planCode ?? null, parts: changed.parts },
      before: changed.before,
      after: { ...changed.after, reason: reason.trim(), confirmation },
    });
    const plans = await putPlansUnder(tx, version, planCode ?? null);
    if (planCode !== undefined && plans === 0)
      return refuse('PolicyUnknown', `没有代号为“${planCode}”的方案；请核对后再启用。`);
    return { ok: true as const, value: { version, plans } };
  });
}

export interface MigrateToPolicyCommand {
  jurisdictionId: string;
  version: number;
  reason: string;
  /** So many subjects a transaction. */
  batch?: number;
}

interface Migrated {
  count: number;
  /** Where the next batch goes on; undefined: nothing was left. */
  last: { kind: string; id: string } | undefined;
}

/**
 * Takes what is running over to the version that its plan is under, batch by batch, each in a transaction: an explicit
 * act, in the trail of everything that it touches. Broken off, it goes on where it stopped. Returns how many came over.
 */
export async function migrateToPolicy(
  context: EngineContext,
  { jurisdictionId, version, reason, batch = 200 }: MigrateToPolicyCommand,
): Promise<Outcome<{ migrated: number }>> {
  if (reason.trim() === '') return refuse('ReasonMissing', '请写明把在办事项转到新政策的依据。');
  let migrated = 0;
  let after: { kind: string; id: string } | undefined;
  for (;;) {
    const outcome = await inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<Migrated>> => {
      if ((await policyOf(tx, version)) === null)
        return refuse('PolicyUnknown', `没有第${version}版政策；可先用 policy adopt 启用。`);
      const now = context.clock.now();
      if (after === undefined) await beginBulkRun(tx, 'policy', await countUnderEarlier(tx, version), now);
      const found = await subjectsUnderEarlier(tx, version, batch, after);
      const rows: { kind: 'task' | 'reportingLine'; row: SubjectRow }[] = [];
      for (const kind of ['task', 'reportingLine'] as const) {
        const ids = found.filter((one) => one.kind === kind).map(({ id }) => id);
        if (ids.length > 0) rows.push(...(await lockSubjects(tx, kind, ids)).map((row) => ({ kind, row })));
      }
      const envelopes = [];
      for (const { kind, row } of rows) {
        const before = await context.book.policy(tx, row.policyVersion);
        const standing = standingUnder(kind, upgraded(kind, row.snapshot), before);
        const event = {
          type: 'POLICY_ADOPTED',
          at: now,
          from: row.policyVersion,
          policyVersion: version,
          reason: reason.trim(),
          standing,
        };
        envelopes.push(byEngine({ kind, id: row.id }, event, `policy:${version}`));
      }
      const last = found.at(-1);
      if (last === undefined) {
        await finishBulkRun(tx, 'policy', now);
        return { ok: true, value: { count: 0, last } };
      }
      const applied = await applyEvents({ tx, now, book: context.book, fault: context.fault }, envelopes);
      if (!applied.ok) return applied;
      await countBulkChunk(tx, 'policy', envelopes.length, now);
      return { ok: true, value: { count: envelopes.length, last } };
    });
    if (!outcome.ok) return outcome;
    const { count, last } = outcome.value;
    if (last === undefined) return { ok: true, value: { migrated } };
    after = last;
    migrated += count;
  }
}
