import { refuse, type Outcome, type StatedCadence } from '#accountability';
import { sameValue, type Extraction } from '#plan';
import { isCadence } from './correct-draft-task.js';
import type { ReviewAction } from './draft-cadences.js';
import type { Held, ReviewDone } from './hold-review.js';

interface SaidCadence {
  kind: string;
  every: string;
  /** Whose it is, as a person says it. */
  by?: string | undefined;
}

/** How often, as a person says it of the plan and of actions; what is left out stays. */
export interface CadencesSaid {
  type: 'setCadences';
  plan?: readonly SaidCadence[] | undefined;
  actions?: readonly { code: string; cadences: readonly SaidCadence[] }[] | undefined;
}

/** Corrects what plan and actions say of how often. What was read keeps its place in the text. */
export async function correctCadences(held: Held, said: CadencesSaid): Promise<Outcome<ReviewDone>> {
  const { review, step } = held;
  const all = [...(said.plan ?? []), ...(said.actions ?? []).flatMap(({ cadences }) => cadences)];
  if (!all.every(isCadence))
    return refuse('InputInvalid', '频次的类别或周期不在可选范围内。', { field: 'cadences' });
  const actions = review.actions as ReviewAction[];
  const strange = said.actions?.find(({ code }) => !actions.some((action) => action.code === code));
  if (strange) return refuse('InputInvalid', `没有编号为 ${strange.code} 的行动。`, { field: 'actions' });
  const before = { plan: review.planCadences as Extraction['planCadences'], actions };
  const after = {
    plan: said.plan?.map((one) => ofPlan(one, before.plan)) ?? before.plan,
    actions: actions.map((action) => {
      const changed = said.actions?.find(({ code }) => code === action.code);
      return changed ? { ...action, cadences: changed.cadences.map(ofAction) } : action;
    }),
  };
  if (sameValue(before, after))
    return { ok: true, value: { reviewId: review.id, version: review.version, draftTaskIds: [] } };
  return step({
    type: 'cadencesCorrected',
    draftTaskIds: [],
    before: shown(before),
    after: shown(after),
    change: { planCadences: after.plan, actions: after.actions },
  });
}

function ofPlan(said: SaidCadence, known: Extraction['planCadences']): Extraction['planCadences'][number] {
  const by = said.by?.trim() ?? '';
  const same = known.find((one) => one.kind === said.kind && one.every === said.every && one.by === by);
  const { kind, every } = said as Extraction['planCadences'][number];
  return same ?? { kind, every, by, raw: '', span: { start: 0, end: 0 } };
}

function ofAction({ kind, every, by = '' }: SaidCadence): StatedCadence {
  const said = { kind, every } as StatedCadence;
  return by.trim() === '' ? said : { ...said, by: by.trim() };
}

/** What a step tells of it. */
const shown = ({
  plan,
  actions,
}: {
  plan: Extraction['planCadences'];
  actions: readonly ReviewAction[];
}): object => ({
  plan: plan.map(({ kind, every, by }) => ({ kind, every, by })),
  actions: actions
    .filter(({ cadences = [] }) => cadences.length > 0)
    .map(({ code, cadences }) => ({ code, cadences })),
});
