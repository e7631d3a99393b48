import type { ExtractedIndicator, Extraction } from '../extraction.schema.js';
import type { PlanFinding } from './finding.js';

interface Owned {
  readonly owner: string;
  readonly task: string | null;
  /** The last date by which the owner's text wants it; empty where it says none. */
  readonly by: string;
  readonly indicator: ExtractedIndicator;
}

/** Names shorter than this (增长, 服务人数) are said of too many things to be compared. */
const LEAST_NAME = 5;
/** Words around a name that do not change what is measured. */
const AROUND =
  /^(?:其中|力争|确保|实现|完成|预计|新增(?=.{5})|我[省市县区州]|全[国省市县区州]|本[省市县区州])+|(?:力争|同比|年均|预期|目标|达到|实现)+/gu;
/** Different words for one thing. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^GDP/u, '地区生产总值'],
  [/规上/gu, '规模以上'],
  [/社零总额|社消零总额/gu, '社会消费品零售总额'],
  [/固投/gu, '固定资产投资'],
  [/速$|增幅$|增长率$/u, '增长'],
];

/**
 * Targets of the same name and unit that have other figures elsewhere in the plan. Figures of one task are its steps, and
 * those for different dates are steps too.
 */
export function contradictingTargets(plan: Extraction): PlanFinding[] {
  const groups = new Map<string, Owned[]>();
  for (const owned of ownedTargets(plan)) {
    const name = normalForm(owned.indicator.name);
    if (name.length < LEAST_NAME) continue;
    const key = `${name}|${owned.indicator.unit}|${owned.indicator.per ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(owned);
    else groups.set(key, [owned]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    return group
      .filter((other) => contradict(first, other))
      .map(({ task, indicator }) => ({
        code: 'TARGETS_CONTRADICT' as const,
        message: `“${indicator.name}”此处为 ${figures(indicator)}，${placeOf(first)}为 ${figures(first.indicator)}，请核对以哪个为准，改正其中一处。`,
        task,
        span: indicator.span,
      }));
  });
}

function contradict(first: Owned, other: Owned): boolean {
  if (other.owner === first.owner || figures(other.indicator) === figures(first.indicator)) return false;
  return first.by === '' || other.by === '' || first.by === other.by;
}

function placeOf({ owner, task }: Owned): string {
  if (task !== null) return `任务 ${task} `;
  return owner === 'plan' ? '总体目标' : `行动 ${owner} 的目标`;
}

function normalForm(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .replace(AROUND, '');
  return SAME.reduce((form, [words, one]) => form.replace(words, one), plain);
}

function ownedTargets(plan: Extraction): Owned[] {
  return [
    ...plan.headlineTargets.map((indicator) => ({ owner: 'plan', task: null, by: '', indicator })),
    ...plan.actions.flatMap(({ code, goals }) =>
      goals.map((indicator) => ({ owner: code, task: null, by: '', indicator })),
    ),
    ...plan.tasks.flatMap(({ id, indicators, deadlines }) => {
      const stated = deadlines.filter(({ inferred }) => !inferred).map(({ date }) => date);
      const by = stated.sort().at(-1) ?? '';
      return indicators.map((indicator) => ({ owner: id, task: id, by, indicator }));
    }),
  ];
}

function figures({ value, upper, unit }: ExtractedIndicator): string {
  return `${value}${upper === undefined ? '' : `—${upper}`}${unit}`;
}
