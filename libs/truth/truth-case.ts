import type { Finding, TruthSignal } from '#accountability';
import type { CivilDate, Instant } from '#calendar';

/** Where a figure of a signal can be looked up. */
export interface Evidence {
  kind: 'report' | 'event' | 'verification' | 'part' | 'milestone';
  /** Of an event: the id of its subject, with its number in that subject’s trail. */
  id: string;
  seq?: number;
}

/** What a unit filed on a task for one period; the revision that stands. */
export interface CaseReport {
  id: string;
  /** `2024-05 上旬` */
  period: string;
  filedAt: Instant;
  dueAt: Instant;
  /** Percent, 0 to 100. */
  progress: number;
  /** What the working days gone by let one expect, percent; null: not known. */
  expected: number | null;
  noChange: boolean;
  /** What was done, in the unit’s words. */
  words: string;
  readings: readonly { position: number; value: number }[];
}

/** 指标, with what is known of it apart from what the unit says of its progress. */
export interface KnownIndicator {
  position: number;
  name: string;
  /** `>=`, `<=`, `=`, `~`, `+`, `>`, `<`, `range` */
  comparator: string;
  target: number;
  upper: number | null;
  unit: string;
  baseline: number | null;
  /** Oldest first. */
  readings: readonly { value: number; at: Instant; evidence: Evidence }[];
}

/** 节点: a dated intermediate result. */
export interface KnownMilestone {
  id: string;
  name: string;
  dueOn: CivilDate;
  /** Its part in the whole; any unit, the sum of all is the whole. */
  weight: number;
  reached: boolean;
}

/** What a supporting unit owes to the whole, for a stretch that has ended. */
export interface KnownPart {
  id: string;
  unit: string;
  /** Percent of its own part; null: asked for and not given. */
  progress: number | null;
}

/** What an earlier verification found of this unit. */
export interface EarlierFinding {
  evidence: Evidence;
  finding: Finding;
  foundAt: Instant;
  /** Whether it was about this task, or about another one of the unit. */
  sameTask: boolean;
}

/** A closure that was asked for. */
export interface AskedClosure {
  requestedAt: Instant;
  evidence: Evidence;
}

/** One unit’s account of one task, and what is known besides: what the signals look at, and nothing else. */
export interface TruthCase {
  /** Oldest first; at least one. */
  reports: readonly CaseReport[];
  indicators: readonly KnownIndicator[];
  milestones: readonly KnownMilestone[];
  parts: readonly KnownPart[];
  findings: readonly EarlierFinding[];
  closure: AskedClosure | null;
  /** When it is looked at. */
  at: Instant;
}

/** What speaks against an account: how loudly, 0 to 1 in steps of 0.001, in a sentence with its figures, and from where. */
export interface Signal {
  name: TruthSignal;
  score: number;
  says: string;
  evidence: Evidence[];
}
