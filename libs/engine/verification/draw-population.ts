import type { DrawRules, SignalRules } from '#accountability';
import type { Instant } from '#calendar';
import type { Transaction } from '#persistence';
import { lotsOf, signalsOf, type DrawEntry } from '#truth';
import { truthCases } from './truth-cases.js';

/** Who would be drawn from, each with lots and reasons; most lots first, then by key. */
export async function drawPopulation(
  tx: Transaction,
  planId: string,
  rules: { signals: SignalRules; draw: DrawRules },
  at: Instant,
): Promise<DrawEntry[]> {
  const entries = (await truthCases(tx, planId, at)).flatMap(({ account, of }): DrawEntry[] => {
    const last = of.reports.at(-1);
    if (!last) return [];
    // What speaks neither for nor against stays out of the record: it adds nothing to the lots.
    const signals = signalsOf(of, rules.signals).filter(({ score }) => score > 0);
    return [
      {
        key: `${account.code}/${account.unit_code}`,
        taskId: account.task_id,
        code: account.code,
        title: account.title,
        unitId: account.unit_id,
        unit: account.unit_name,
        reportId: last.id,
        period: last.period,
        progress: last.progress,
        expected: last.expected,
        lots: lotsOf(signals, rules.draw),
        signals,
      },
    ];
  });
  return entries.sort((a, b) => b.lots - a.lots || (a.key < b.key ? -1 : 1));
}
