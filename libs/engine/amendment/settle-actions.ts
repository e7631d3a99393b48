import { actionIdOf } from '#accountability';
import { insertActions, replaceActionTexts } from '#persistence';
import type { Shell } from '../envelope.js';
import { isInForce, type AmendmentOfPlan } from './amendment-items.js';
import type { RevisedText } from './revised-text.js';
import type { RunningText } from './running-text.js';

/** An action of the record. */
export interface SettledAction {
  id: string;
  code: string;
}

/**
 * The record's action for each one of the revised text: those that it has, as they are printed now, and new ones where a
 * task came to stand in them.
 */
export async function settleActions(
  { tx }: Shell,
  running: RunningText,
  revised: RevisedText,
  { items, actions: sameAs }: AmendmentOfPlan,
): Promise<Map<string, SettledAction>> {
  const { plan } = running;
  const numbers = running.actions.map(({ code }) => Number(/\d+$/.exec(code)?.[0] ?? 0));
  let highest = Math.max(0, ...numbers);
  const known = new Map(running.actions.map((action) => [action.id, action]));
  const needed = new Set(items.filter(isInForce).map((item) => item.revised?.actionCode));
  const settled = new Map<string, SettledAction>();
  const printed = revised.actions.map((action, position) => ({ action, position }));
  const begun = printed.flatMap(({ action: { code: printedCode, ...action }, position }) => {
    const same = known.get(sameAs.get(printedCode) ?? '');
    if (same !== undefined) {
      settled.set(printedCode, same);
      return [];
    }
    if (!needed.has(printedCode)) return [];
    highest += 1;
    const code = `A${highest}`;
    const id = actionIdOf(tx.scope.jurisdictionId, plan.code, code);
    settled.set(printedCode, { id, code });
    return [{ ...action, id, planId: plan.id, code, position }];
  });
  await replaceActionTexts(
    tx,
    printed.flatMap(({ action: { code, ...action }, position }) => {
      const same = sameAs.has(code) ? settled.get(code) : undefined;
      return same === undefined ? [] : [{ ...action, id: same.id, position }];
    }),
  );
  await insertActions(tx, begun);
  return settled;
}
