import type { ScoringSchemeView, ScoreWhatIf } from '#contract';
import type { SchemeInForce, SchemeRehearsal } from '#engine';
import { COUNT_FACTS, SHARE_FACTS, type Formula, type SchemeChange } from '#scoring';
import { unitRef } from '../view/refs.js';

const weighed = (byWeight: boolean): string => (byWeight ? '（按任务权重）' : '');

function ruleOf(formula: Formula): string {
  switch (formula.kind) {
    case 'share':
      return `${SHARE_FACTS[formula.of].label}的比例${weighed(formula.byWeight)}`;
    case 'capped':
      return `${SHARE_FACTS[formula.of].label}的比例，达到 ${formula.fullAt}% 得满分${weighed(formula.byWeight)}`;
    case 'banded':
      return `${SHARE_FACTS[formula.of].label}分档：${formula.bands.map(({ from, marks }) => `${from}% 起 ${marks} 分`).join('，')}${weighed(formula.byWeight)}`;
    case 'perItem':
      return `每次“${COUNT_FACTS[formula.of].label}”扣 ${formula.each} 分，扣完为止`;
    case 'decided':
      return '由绩效办评定，须写明理由';
  }
}

export const schemeView = (
  { scheme, since, reason }: SchemeInForce,
  kept: readonly { schemeId: string; version: number; label: string; at: string }[],
): ScoringSchemeView => ({
  scheme: { id: scheme.id, version: scheme.version, label: scheme.label },
  since,
  reason,
  sections: scheme.sections.map(({ label, marks, items }) => ({
    label,
    marks,
    items: items.map((item) => ({
      id: item.id,
      label: item.label,
      marks: item.marks,
      rule: ruleOf(item.formula),
      evidenceRequired: item.evidence === 'required',
      each: item.formula.kind === 'perItem' ? item.formula.each : null,
    })),
  })),
  deductions: scheme.deductions.map(({ id, label, each, atMost }) => ({
    ...{ id, label, each },
    atMost: atMost ?? null,
  })),
  bonus: scheme.bonus && {
    label: scheme.bonus.label,
    atMost: scheme.bonus.atMost,
    evidenceRequired: scheme.bonus.evidence === 'required',
  },
  weights: Object.entries(scheme.weights).map(([code, weight]) => ({ code, weight })),
  groups: scheme.groups.map(({ label, kinds, units }) => ({
    label,
    members: [...units, ...(kinds.length > 0 ? [`${kinds.length} 类单位`] : [])].join('、'),
  })),
  ownUnit: {
    code: scheme.ownUnit,
    label: scheme.ownUnit === 'exclude' ? '绩效办所在单位不参加排名' : '绩效办所在单位参加排名并注明',
  },
  kept: kept.map(({ schemeId, version, label, at }) => ({ id: schemeId, version, label, at })),
});

/** `yellow.each:2,reporting.marks:10` as changes; their shape was checked. */
export const changesOf = (set: string | undefined): SchemeChange[] =>
  (set ?? '')
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const colon = one.lastIndexOf(':');
      return { of: one.slice(0, colon), value: Number(one.slice(colon + 1)) };
    });

export const whatIfView = ({
  from,
  to,
  asOf,
  before,
  after,
  moved,
  units,
}: SchemeRehearsal): ScoreWhatIf => ({
  ...{ from, to, asOf, before, after, moved },
  units: units.map((one) => ({
    unit: unitRef(one.unitId, one.name),
    group: one.group,
    before: one.before,
    after: one.after,
    change: one.change,
    parts: one.parts,
  })),
});
