import type { Scheme, SchemeDeduction, SchemeItem, SchemeSection } from '../scheme/scheme.schema.js';
import type { Case, Incident, UnitFacts } from '../facts/unit-facts.js';
import { cents, pointsOf } from './points.js';
import type {
  DeductionScore,
  ItemScore,
  ScoredCase,
  ScoredIncident,
  SectionScore,
  UnitScore,
} from './unit-score.js';

/** The weight of a task by its id; 1 where nothing else was ruled. */
export type WeightOf = (taskId: string | null) => number;

const EVEN: WeightOf = () => 1;

/**
 * The score of a unit by a scheme. Pure: the same facts and scheme give the same points for ever, and each of them
 * carries the cases, incidents and decisions that made it.
 */
export function scoreOf(facts: UnitFacts, scheme: Scheme, weightOf: WeightOf = EVEN): UnitScore {
  const sections = scheme.sections.map((section) => scoreSection(facts, section, weightOf));
  const deductions = scheme.deductions.map((deduction) => scoreDeduction(facts, deduction));
  const bonus = scoreBonus(facts, scheme);
  const total = totalOf(sections, deductions, bonus?.points ?? 0);
  const undoing = facts.incidents.some(({ undone }) => undone !== null);
  return {
    unitId: facts.unitId,
    empty: sections.every(({ items }) =>
      items.every(({ cases, decisionIds }) => cases.length + decisionIds.length === 0),
    ),
    total,
    sections,
    deductions,
    bonus,
    totalBeforeUndoing: undoing
      ? scoreOf(
          { ...facts, incidents: facts.incidents.map((one) => ({ ...one, undone: null })) },
          scheme,
          weightOf,
        ).total
      : total,
  };
}

function totalOf(
  sections: readonly { points: number }[],
  deductions: readonly { points: number }[],
  bonus: number,
): number {
  const sum = [...sections, ...deductions].reduce((all, { points }) => all + cents(points), 0);
  return pointsOf(Math.max(0, sum) + cents(bonus));
}

/**
 * The marks of items that have nothing to score go to the section's items that have, in proportion; where none has, they
 * are given. What is counted off (`perItem`) always keeps its own marks: less to do is no reason to lose more by it.
 */
function scoreSection(facts: UnitFacts, section: SchemeSection, weightOf: WeightOf): SectionScore {
  const read = section.items.map((item) => ({ item, evidence: evidenceOf(facts, item, weightOf) }));
  const heirs = read.filter(({ item, evidence }) => !evidence.nothing && item.formula.kind !== 'perItem');
  const spread = read.filter(({ item, evidence }) => evidence.nothing && item.ifNothing === 'spread');
  const marksOf = shares(
    heirs.map(({ item }) => item),
    heirs.length === 0 ? [] : spread.map(({ item }) => item),
  );
  const items = read.map(({ item, evidence }): ItemScore => {
    if (!evidence.nothing) return scoreItem(item, evidence, marksOf.get(item) ?? cents(item.marks));
    const nothing = item.ifNothing === 'spread' && heirs.length === 0 ? 'full' : item.ifNothing;
    const marks = nothing === 'spread' ? 0 : item.marks;
    return { ...blank(item), marks, points: nothing === 'full' ? marks : 0, nothing };
  });
  const points = pointsOf(items.reduce((all, one) => all + cents(one.points), 0));
  return { id: section.id, label: section.label, marks: section.marks, points, items };
}

/** Marks in hundredths after the spreading; rounded so that they add up to what there was. */
function shares(heirs: readonly SchemeItem[], spread: readonly SchemeItem[]): Map<SchemeItem, number> {
  const sum = (items: readonly SchemeItem[]): number =>
    items.reduce((all, { marks }) => all + cents(marks), 0);
  const factor = sum(heirs) === 0 ? 1 : 1 + sum(spread) / sum(heirs);
  const marks = new Map<SchemeItem, number>();
  let upTo = 0;
  for (const item of heirs) {
    const before = Math.round(upTo);
    upTo += cents(item.marks) * factor;
    marks.set(item, Math.round(upTo) - before);
  }
  return marks;
}

interface Evidence {
  nothing: boolean;
  cases: ScoredCase[];
  incidents: Incident[];
  decisions: UnitFacts['decisions'];
}

function evidenceOf(facts: UnitFacts, { id, formula, evidence }: SchemeItem, weightOf: WeightOf): Evidence {
  const none: Evidence = { nothing: false, cases: [], incidents: [], decisions: [] };
  if (formula.kind === 'perItem') return { ...none, incidents: counted(facts.incidents, formula) };
  if (formula.kind === 'decided') {
    const decisions = facts.decisions.filter(({ item }) => item === id);
    return { ...none, nothing: decisions.length === 0, decisions };
  }
  const lacks = ({ met, taskId }: Case): boolean =>
    evidence === 'required' && met && !facts.evidencedTasks.has(taskId ?? '');
  const weigh = (one: Case): ScoredCase => ({
    ...one,
    weight: formula.byWeight ? weightOf(one.taskId) : 1,
    ...(lacks(one) && { met: false, lacksEvidence: true as const }),
  });
  const cases = facts.cases.filter(({ fact }) => fact === formula.of).map(weigh);
  return { ...none, nothing: cases.length === 0, cases };
}

const counted = (
  incidents: readonly Incident[],
  { of, level }: { of: string; level?: string | undefined },
): Incident[] => incidents.filter((one) => one.fact === of && (level === undefined || one.level === level));

const blank = ({ id, label }: SchemeItem): Omit<ItemScore, 'marks' | 'points' | 'nothing'> => ({
  id,
  label,
  share: null,
  cases: [],
  incidents: [],
  decisionIds: [],
});

/** @param marks the item's, in hundredths, with what others left to it */
function scoreItem(item: SchemeItem, of: Evidence, marks: number): ItemScore {
  const { formula } = item;
  const base = { ...blank(item), marks: pointsOf(marks), nothing: null };
  switch (formula.kind) {
    case 'perItem': {
      const { lines, cost } = costs(of.incidents, formula.each, item.marks);
      return { ...base, points: pointsOf(marks - cost), incidents: lines };
    }
    case 'decided': {
      const sum = of.decisions.reduce((all, { points }) => all + points, 0);
      const share = item.marks === 0 ? 0 : Math.min(1, Math.max(0, sum / item.marks));
      const decisionIds = of.decisions.map(({ id }) => id);
      return { ...base, points: pointsOf(Math.round(share * marks)), decisionIds };
    }
    case 'share':
    case 'capped':
    case 'banded': {
      const all = of.cases.reduce((sum, { weight }) => sum + weight, 0);
      const met = of.cases.reduce((sum, one) => sum + (one.met ? one.weight : 0), 0);
      const points = pointsOf(Math.round(gradeOf(met / all, item) * marks));
      return { ...base, points, share: { met, of: all }, cases: of.cases };
    }
  }
}

/** The part of its marks that a share earns, 0 to 1. */
function gradeOf(share: number, { formula, marks }: SchemeItem): number {
  if (formula.kind === 'capped') return Math.min(1, (share * 100) / formula.fullAt);
  if (formula.kind !== 'banded') return share;
  // A whole percentage is not missed by what a computer makes of thirds.
  const band = formula.bands.find(({ from }) => share * 100 >= from - 1e-9);
  return band && marks > 0 ? band.marks / marks : 0;
}

function scoreDeduction(facts: UnitFacts, deduction: SchemeDeduction): DeductionScore {
  const { lines, cost } = costs(
    counted(facts.incidents, deduction),
    deduction.each,
    deduction.atMost ?? Number.POSITIVE_INFINITY,
  );
  return {
    id: deduction.id,
    label: deduction.label,
    points: cost === 0 ? 0 : -pointsOf(cost),
    incidents: lines,
  };
}

/** What incidents cost one after another, as long as there is something left to lose; in hundredths. */
function costs(
  incidents: readonly Incident[],
  each: number,
  atMost: number,
): { lines: ScoredIncident[]; cost: number } {
  let left = Number.isFinite(atMost) ? cents(atMost) : Number.POSITIVE_INFINITY;
  let cost = 0;
  const lines = incidents.map((one): ScoredIncident => {
    const before = -pointsOf(cents(each));
    if (one.undone !== null) return { ...one, points: 0, before };
    const taken = Math.min(left, cents(each));
    left -= taken;
    cost += taken;
    return { ...one, points: taken === 0 ? 0 : -pointsOf(taken), before };
  });
  return { lines, cost };
}

function scoreBonus({ decisions }: UnitFacts, { bonus }: Scheme): UnitScore['bonus'] {
  if (bonus === null) return null;
  const given = decisions.filter(({ item }) => item === null);
  const sum = given.reduce((all, { points }) => all + points, 0);
  return {
    label: bonus.label,
    atMost: bonus.atMost,
    points: pointsOf(cents(Math.min(bonus.atMost, Math.max(0, sum)))),
    decisionIds: given.map(({ id }) => id),
  };
}
