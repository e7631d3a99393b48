import type { Case, Incident } from '../facts/unit-facts.js';

/** What a point rests on: a case with its weight, or an incident with what it cost. */
export interface ScoredCase extends Case {
  weight: number;
  /** It was met, and counts as not: the item asks for evidence, and the unit has handed in none for the task. */
  lacksEvidence?: true;
}

export interface ScoredIncident extends Incident {
  /** What it costs, of what an item or a deduction may cost at most; 0 where it was taken back. */
  points: number;
  /** What it would cost, had it not been taken back. */
  before: number;
}

export interface ItemScore {
  id: string;
  label: string;
  /** Full marks, with what was spread over it from items that had nothing to score. */
  marks: number;
  points: number;
  /** Met and all, by weight where the formula asks for it; null for items that are no share. */
  share: { met: number; of: number } | null;
  /** It had no case, and its marks went elsewhere, were given, or not. */
  nothing: 'spread' | 'full' | 'none' | null;
  cases: ScoredCase[];
  incidents: ScoredIncident[];
  /** Decisions of the assessor by id. */
  decisionIds: string[];
}

export interface SectionScore {
  id: string;
  label: string;
  marks: number;
  points: number;
  items: ItemScore[];
}

export interface DeductionScore {
  id: string;
  label: string;
  /** Never above 0. */
  points: number;
  incidents: ScoredIncident[];
}

/** The score of one unit; every point names what made it. */
export interface UnitScore {
  unitId: string;
  /** Nothing of what the scheme scores has come its way yet: its points say nothing, and it is not ranked. */
  empty: boolean;
  /** 0 to the sum of the sections' marks and the bonus at most. */
  total: number;
  sections: SectionScore[];
  deductions: DeductionScore[];
  bonus: { label: string; points: number; atMost: number; decisionIds: string[] } | null;
  /** What the total would be if no card had been taken back: both versions stay visible. */
  totalBeforeUndoing: number;
}
