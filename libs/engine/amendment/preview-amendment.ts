import { refuse, type Outcome } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { planByCode, type Transaction } from '#persistence';
import { toDrafts, type DraftBody, type Extraction } from '#plan';
import { reviewUnits } from '../review/review-units.js';
import { amendmentItems, type AmendmentOfPlan } from './amendment-items.js';
import { revisedTask } from './revised-text-of.js';
import type { RevisedText } from './revised-text.js';
import { readRunningText } from './running-text.js';

export interface PreviewedAmendment extends AmendmentOfPlan {
  planId: string;
  planTitle: string;
  /** Printed names that no unit answers to, each once. */
  unknownUnits: string[];
}

/**
 * What a text would change of a running plan, as it was read and nobody has corrected it: nothing is written. Refused:
 * SubjectNotFound where there is no plan of that code.
 */
export async function previewAmendment(
  tx: Transaction,
  planCode: string,
  extraction: Extraction,
  now: Instant,
): Promise<Outcome<PreviewedAmendment>> {
  const plan = await planByCode(tx, planCode);
  const running = plan && (await readRunningText(tx, plan.id, civilDateOf(now)));
  if (!running)
    return refuse('SubjectNotFound', `没有代号为 ${planCode} 的方案；请核对方案代号（方案导入时的 --id）。`);
  const { document, actions } = extraction;
  const issuedOn = document.issuedOn === '' ? null : document.issuedOn;
  const units = await reviewUnits(tx, { facts: { issuedOn }, unitNames: {} }, now);
  const bodies = { headquarters: extraction.headquarters?.memberUnits ?? [], actions };
  const year = document.year || running.plan.year || Number(civilDateOf(now).slice(0, 4));
  const revised: Pick<RevisedText, 'actions' | 'tasks'> = {
    actions: actions.map(({ code, number, name }) => ({
      code,
      number,
      name,
      goals: [],
      taskForce: null,
      officeUnitId: null,
    })),
    tasks: toDrafts(extraction).map(({ code, body }: { code: string; body: DraftBody }) =>
      revisedTask({ id: code, code, body, corrected: [], state: 'proposed' }, units, bodies, year),
    ),
  };
  const names = revised.tasks.flatMap(({ lead, support }) => [...lead, ...support]);
  return {
    ok: true,
    value: {
      ...amendmentItems(running, revised, [], []),
      planId: running.plan.id,
      planTitle: running.plan.title,
      unknownUnits: [...new Set(names.flatMap(({ unitId, printed }) => (unitId === null ? [printed] : [])))],
    },
  };
}
