import fc from 'fast-check';
import { type Extraction, extractPlan } from './index.js';
import { evidenceProblems } from './testing/evidence-problems.js';
import {
  isReadable,
  noises,
  planModels,
  planStyles,
  type PlanModel,
  type PlanStyle,
} from './testing/plan-model.js';
import { numbersOf, printPlan, withNoise } from './testing/print-plan.js';

/**
 * What was misunderstood once, by the seed that found it: hard wraps in a document of few long lines, whose first lines
 * are set in and whose shorter lines break off more often than its full ones.
 */
const FOUND_BY = [{ seed: 201594888, path: '258' }];

/** The same 300 documents in every run; others and more with LUOSHI_PLAN_CASES=20000. */
const asked = process.env['LUOSHI_PLAN_CASES'];
const CASES = Number(asked ?? 300);

const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .replace(/[〈<]/g, '<')
    .replace(/[〉>]/g, '>');
const sorted = (names: readonly string[]): string[] => names.map(squash).sort();

interface Said {
  number: string;
  title: string;
  lead: string[];
  support: string[];
  dates: string[];
  indicators: string[];
  subItems: string[];
}

function saidBy(plan: PlanModel, style: PlanStyle): Said[] {
  const numbers = numbersOf(plan, style);
  return plan.actions.flatMap((action, i) =>
    action.tasks.map((task, k) => ({
      number: String(numbers[i]?.[k]),
      title: task.title,
      lead: sorted(task.lead),
      support: sorted(task.support),
      dates: task.deadline ? [task.deadline.date] : [],
      indicators: task.indicator ? [`${task.indicator.value}${task.indicator.unit}`] : [],
      subItems: [...task.subItems],
    })),
  );
}

function understood({ tasks }: Extraction): Said[] {
  return tasks.map((task) => ({
    number: task.number,
    title: squash(task.title ?? ''),
    lead: sorted(task.lead),
    support: sorted(task.support),
    dates: task.deadlines.filter(({ inferred }) => !inferred).map(({ date }) => date),
    indicators: task.indicators.map(({ value, unit }) => `${value}${squash(unit)}`),
    subItems: task.subItems.map(({ text }) => squash(text)),
  }));
}

/** The actions that the outline tells apart: none where every part or article is a task. */
function actionsOf(plan: PlanModel, { outline }: PlanStyle): string[] {
  const whole = outline === 'partsAsTasks' || outline === 'articles';
  return whole
    ? [`${plan.place}人民政府办公室关于印发《${plan.place}${plan.year}年兴县方案》的通知`]
    : plan.actions.map(({ name }) => name);
}

describe('a plan of any outline, notation and noise', () => {
  const isUnderstood = fc.property(planModels(), planStyles(), noises(), (plan, style, noise) => {
    const { text, brokenLines } = withNoise(printPlan(plan, style), noise);
    fc.pre(isReadable(style, noise, brokenLines));
    const extraction = extractPlan(text);
    expect(understood(extraction)).toEqual(saidBy(plan, style));
    expect(extraction.actions.map(({ name }) => squash(name))).toEqual(actionsOf(plan, style));
    expect(extraction.document).toMatchObject({ year: plan.year, jurisdiction: plan.place });
    expect(evidenceProblems(extraction, text)).toEqual([]);
  });

  it.each(FOUND_BY)('is understood where it was not once: seed $seed', (found) => {
    fc.assert(isUnderstood, { ...found, numRuns: 1 });
  });

  it(`is understood as what it says (${CASES} documents)`, () => {
    fc.assert(isUnderstood, asked === undefined ? { numRuns: CASES, seed: 2024 } : { numRuns: CASES });
  });
});
