import { instantOf, periodFromKey, civilDateOf, type CivilDate, type Instant } from '#calendar';
import { finalAssessment, type Transaction } from '#persistence';
import { assessmentFacts, type AssessmentFacts } from '#products';
import type { RankedGroup, Scheme } from '#scoring';
import type { EngineContext } from '../../engine-context.js';
import { readScoredFacts, schemeInForce, scoreFacts } from '../../scoring/scored-plan.js';
import { standingGroups } from '../../scoring/assessment/read-assessment.js';
import { issueOf } from './issue-of.js';
import { planRow } from './plan-rows.js';

/**
 * The scores of a plan for a year: the final assessment, or until there is one, what the scheme in force makes of the record. Null where there is no such plan
 * or no scheme is in force.
 *
 * @param year `2024`
 */
export async function readAssessmentFacts(
  context: EngineContext,
  tx: Transaction,
  { planId, year }: { planId: string; year: string },
): Promise<AssessmentFacts | null> {
  const plan = await planRow(tx, planId);
  if (!plan) return null;
  const now = context.clock.now();
  const period = periodFromKey(year);
  const [begun] = await tx.query<{ at: string | null }>(
    `select min(e.at) as at from event e join task t on t.jurisdiction_id = e.jurisdiction_id and t.id = e.subject_id
     where e.subject_kind = 'task' and e.type = 'DISPATCHED' and t.plan_id = $1`,
    [planId],
  );
  const first = begun?.at == null ? period.start : civilDateOf(begun.at);
  const from = first > period.start ? first : period.start;
  if (from > period.end || instantOf(from, '00:00') > now) return null;
  const scores = await scoresFor(tx, { planId, year, from, to: period.end }, now);
  if (!scores) return null;
  const policy = await context.book.policy(tx, plan.policyVersion);
  return assessmentFacts({
    plan: { id: plan.id, title: plan.title, documentNumber: plan.documentNumber },
    year,
    from,
    to: period.end,
    asOf: scores.asOf,
    issue: await issueOf(tx, plan, {
      office: policy.products.issuers.assessor ?? null,
      role: 'assessor',
      now,
      fallback: policy.issuer,
      addressees: ['各牵头单位', '各责任（配合）单位'],
    }),
    scheme: { label: scores.scheme.label, version: scores.scheme.version },
    groups: scores.groups,
  });
}

/** The final assessment as it was frozen, with what objections moved; while there is none, what the record gives so far. */
async function scoresFor(
  tx: Transaction,
  { planId, year, from, to }: { planId: string; year: string; from: CivilDate; to: CivilDate },
  now: Instant,
): Promise<{ asOf: Instant; scheme: Scheme; groups: RankedGroup[] } | null> {
  const final = await finalAssessment(tx, planId, year);
  if (final !== null) return { asOf: final.asOf, ...(await standingGroups(tx, final)) };
  const scored = await readScoredFacts(tx, { planId, from, to }, now);
  const scheme = (await schemeInForce(tx, planId, scored.asOf, now))?.scheme;
  return scheme ? { asOf: scored.asOf, scheme, groups: scoreFacts(scheme, scored) } : null;
}
