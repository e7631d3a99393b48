import type { EffectiveCadence, EffectiveCadences } from '#accountability';
import { CADENCE_EVERY_LABELS, labelOf, type DraftTask, type EffectiveCadenceView } from '#contract';
import { cadenceView } from '../view/labels.js';
import { personRef } from '../view/refs.js';

const ORIGIN_LABELS = { plan: '方案', action: '行动', task: '任务原文' } as const;
const DUTY_LABELS = {
  leadUnit: '牵头单位填报',
  office: '有关单位办理',
  nobody: '没有对应的填报期，不要求填报',
} as const;

/** How often a draft is reported on, with where each cadence comes from and what replaced it. */
export function effectiveCadenceViews(
  effective: EffectiveCadences | undefined,
  personNames: ReadonlyMap<string, string>,
): Pick<DraftTask, 'effectiveCadences' | 'reportsEvery'> {
  if (effective === undefined) return { effectiveCadences: [], reportsEvery: [] };
  const replaced = effective.replaced.map(({ cadence, replacement }) =>
    view(cadence, {
      label: cadenceView(replacement.own).label,
      reason: replacement.reason,
      by: personRef(replacement.personId ?? null, personNames.get(replacement.personId ?? '') ?? null),
      at: replacement.at ?? null,
    }),
  );
  return {
    effectiveCadences: [...effective.cadences.map((cadence) => view(cadence, null)), ...replaced],
    reportsEvery: effective.reportsEvery.map((code) => ({
      code,
      label: labelOf(CADENCE_EVERY_LABELS, code),
    })),
  };
}

const view = (
  cadence: EffectiveCadence,
  replacedBy: EffectiveCadenceView['replacedBy'],
): EffectiveCadenceView => ({
  ...cadenceView(cadence),
  origin: cadence.origin,
  originLabel: ORIGIN_LABELS[cadence.origin],
  duty: cadence.duty,
  dutyLabel: DUTY_LABELS[cadence.duty],
  by: cadence.by ?? '',
  span: cadence.raw === undefined || cadence.raw === '' ? null : (cadence.span ?? null),
  replacedBy,
});
