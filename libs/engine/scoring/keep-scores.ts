import { createHash } from 'node:crypto';
import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import { canonicalJson, insertScoreSheet, nextSheetNumber } from '#persistence';
import type { RankedGroup, RankedScore } from '#scoring';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { mayScore, planCodeOf } from './may-score.js';
import { readScoredFacts, scoreFacts, schemeInForce } from './scored-plan.js';

export interface KeepScoresCommand {
  jurisdictionId: string;
  planId: string;
  from: string;
  to: string;
  /** What they are kept for: 2024年度考核结果. */
  reason: string;
  actor: Actor | null;
}

export interface KeptScores {
  id: string;
  /** 1, 2, … of the plan: a later reckoning is another sheet, and the earlier one stays. */
  number: number;
  hash: string;
}

/**
 * Keeps the scores of a stretch with the scheme's version and the day that they are of. The hash is that of the whole
 * reckoning, every case and event in it: done again for the same day with the same version, it comes out the same.
 */
export function keepScores(context: EngineContext, command: KeepScoresCommand): Promise<Outcome<KeptScores>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<KeptScores>> => {
    const { planId, from, to, actor } = command;
    const planCode = await planCodeOf(tx, planId);
    if (planCode === undefined) return refuse('SubjectNotFound', '找不到所选方案。');
    if (!mayScore(tx, actor, { planId, planCode }))
      return refuse('NotPermitted', '只有绩效办可以存档考核结果。');
    if (command.reason.trim() === '')
      return refuse('ReasonMissing', '请写明存档的用途，例如“2024年度考核结果”。');
    if (to < from) return refuse('InputInvalid', '截止日期早于起始日期；请核对。');
    const keptAt = context.clock.now();
    const scored = await readScoredFacts(tx, { planId, from, to }, keptAt);
    const inForce = await schemeInForce(tx, planId, scored.asOf, keptAt);
    if (!inForce) return refuse('SchemeMissing', '还没有启用考核办法。');
    const { scheme } = inForce;
    const groups = scoreFacts(scheme, scored);
    const hash = hashOfScores(groups);
    const number = await nextSheetNumber(tx, planId);
    const id = identifierOf(tx.scope.jurisdictionId, 'scoreSheet', planId, String(number));
    await insertScoreSheet(tx, {
      id,
      number,
      planId,
      schemeId: scheme.id,
      schemeVersion: scheme.version,
      fromOn: from,
      toOn: to,
      asOf: scored.asOf,
      body: groups.map(summaryOf),
      hash,
      reason: command.reason.trim(),
      keptAt,
      keptBy: actor?.personId ?? null,
    });
    return { ok: true, value: { id, number, hash } };
  });
}

/** SHA-256 over every point with its cases and events. */
export const hashOfScores = (groups: readonly RankedGroup[]): string =>
  createHash('sha256').update(canonicalJson(groups)).digest('hex');

/** A kept sheet: the points by section, item, deduction and bonus; what made them is in the record. */
export interface KeptGroup {
  id: string | null;
  label: string;
  scores: KeptScore[];
}

export interface KeptScore extends Pick<RankedScore, 'unitId' | 'name' | 'rank' | 'own' | 'empty' | 'total'> {
  sections: { id: string; points: number; items: { id: string; marks: number; points: number }[] }[];
  deductions: { id: string; points: number; count: number }[];
  bonus: number;
}

const summaryOf = ({ id, label, scores }: RankedGroup): KeptGroup => ({
  id,
  label,
  scores: scores.map((score) => ({
    unitId: score.unitId,
    name: score.name,
    rank: score.rank,
    own: score.own,
    empty: score.empty,
    total: score.total,
    sections: score.sections.map((section) => ({
      id: section.id,
      points: section.points,
      items: section.items.map((item) => ({ id: item.id, marks: item.marks, points: item.points })),
    })),
    deductions: score.deductions.map((one) => ({
      id: one.id,
      points: one.points,
      count: one.incidents.filter(({ undone }) => undone === null).length,
    })),
    bonus: score.bonus?.points ?? 0,
  })),
});
