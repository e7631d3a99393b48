import { levelsOf, type Colour, type LadderTrigger, type Policy } from '#accountability';
import { addDays, instantOf, type CivilDate, type Instant } from '#calendar';
import type { IssueRule } from './answers.js';
import { compareRungs, isIn, type Change, type Difference, type Stretch } from './compare.js';
import { play } from './play.js';
import type { PlayedRecord } from './record.js';
import { recordedRungs } from './recorded-rungs.js';
import type { RungFact } from './rung-log.js';

export interface RehearseOptions {
  policy: Policy;
  from: CivilDate;
  /** The last day, whole. */
  to: CivilDate;
  issue: IssueRule;
  onProgress?: (at: Instant) => void;
}

/** A rung that is no card: told, and nothing issued under a colour. */
export type Tone = Colour;

/** A level as the policy has it, or the absence of one: what a rung that leads to none is shown as. */
export interface ToneShown {
  id: Tone;
  label: string;
  colour: string;
}
const NO_LEVEL: ToneShown = { id: 'none', label: '提醒（不亮牌）', colour: '#8c8c8c' };

export interface Rehearsal {
  schema: 'luoshi.rehearsal/1';
  policy: { id: string; version: number; label: string };
  from: CivilDate;
  to: CivilDate;
  issue: IssueRule;
  /** How far the record reaches, where that is before the stretch's end. */
  recordedUntil: Instant | null;
  /** The levels of the record's policies and of the rehearsed one, none first, then from the lightest. */
  tones: ToneShown[];
  /** Cards in force by level, and rungs without one, in the stretch: one pair for each of `tones`. */
  totals: Totals;
  /** By unit; null: the offices that supervise, under their own ladders. */
  byUnit: { unitId: string | null; totals: Totals }[];
  changes: Record<Change, number>;
  /** Everything but what is the same, oldest first. */
  differences: RungChange[];
  /** How far the record itself can be played again: 0 means that every difference comes from the policy. */
  notReproduced: number;
  /** Recorded acts that found no place, by type. */
  unplaced: Record<string, number>;
  /** Acts of officers that were supposed, because the record knows nothing of their notice. */
  supposed: number;
  events: number;
}

export type Totals = Record<Tone, Pair>;

/** How often a level was reached; of one that none of the policies has, never. */
export const pairOf = (totals: Totals, tone: Tone): Pair => totals[tone] ?? { recorded: 0, rehearsed: 0 };

export interface Pair {
  recorded: number;
  rehearsed: number;
}

export interface RungChange {
  change: Change;
  matter: LadderTrigger | 'report';
  unitId: string | null;
  taskIds: string[];
  recorded: RungMoment | null;
  rehearsed: RungMoment | null;
}

export interface RungMoment {
  rung: string;
  label: string;
  colour: Colour | null;
  reachedAt: Instant;
  issuedAt: Instant | null;
  rescinded: boolean;
}

/**
 * Plays a record under another policy, as if it had been in force from the record's first day, and says what differs
 * in the stretch. The record is played under its own policy too: what that play does not give again exactly is no
 * work of the new policy, and is told apart. Pure; nothing is written.
 */
export function rehearse(record: PlayedRecord, options: RehearseOptions): Rehearsal {
  const { policy, from, to, issue, onProgress } = options;
  const stretch: Stretch = { from: instantOf(from, '00:00'), to: instantOf(addDays(to, 1), '00:00') };
  const recorded = recordedRungs(record);
  const until = record.until < stretch.to ? record.until : stretch.to;
  const shared = { until, ...(onProgress && { onProgress }) };
  const own = play(record, recorded, { ...shared, issue: 'asRecorded', policyOf: ownPolicy(record) });
  const tried = play(record, recorded, { ...shared, issue, policyOf: () => policy, steady: true });
  const facts = recorded.log.facts;
  const differences = compareRungs(facts, tried.rungs, stretch);
  const tones = tonesOf([...record.policies.values(), policy]);
  return {
    schema: 'luoshi.rehearsal/1',
    policy: { id: policy.id, version: policy.version, label: policy.label },
    from,
    to,
    issue,
    recordedUntil: record.until < stretch.to ? record.until : null,
    tones,
    totals: totalsOf(facts, tried.rungs, stretch, tones),
    byUnit: unitsOf([...facts, ...tried.rungs])
      .map((unitId) => ({
        unitId,
        totals: totalsOf(of(facts, unitId), of(tried.rungs, unitId), stretch, tones),
      }))
      .filter(({ totals }) => Object.values(totals).some((pair) => pair.recorded + pair.rehearsed > 0)),
    changes: countChanges(differences),
    differences: differences.filter(({ change }) => change !== 'same').map(told),
    notReproduced: compareRungs(facts, own.rungs, stretch).filter(({ change }) => change !== 'same').length,
    unplaced: count(tried.unplaced.map(({ type }) => type)),
    supposed: tried.supposed,
    events: record.events.length,
  };
}

const ownPolicy =
  ({ policies }: PlayedRecord) =>
  (version: number): Policy => {
    const policy = policies.get(version);
    if (!policy) throw new Error(`policy version ${version} is not in the record`);
    return policy;
  };

function totalsOf(
  recorded: readonly RungFact[],
  rehearsed: readonly RungFact[],
  stretch: Stretch,
  tones: readonly ToneShown[],
): Totals {
  const inForce = (facts: readonly RungFact[], tone: Tone): number =>
    facts.filter(
      ({ colour, issuedAt, rescinded }) =>
        (colour ?? 'none') === tone && issuedAt !== null && isIn(issuedAt, stretch) && !rescinded,
    ).length;
  return Object.fromEntries(
    tones.map(({ id }) => [id, { recorded: inForce(recorded, id), rehearsed: inForce(rehearsed, id) }]),
  );
}

/** Every level that one of these policies knows, as the latest of them shows it, from the lightest. */
function tonesOf(policies: readonly Policy[]): ToneShown[] {
  const levels = new Map(policies.flatMap((policy) => levelsOf(policy).map((level) => [level.id, level])));
  const shown = [...levels.values()].sort((a, b) => a.rank - b.rank);
  return [NO_LEVEL, ...shown.map(({ id, label, colour }) => ({ id, label, colour }))];
}

const of = (facts: readonly RungFact[], unitId: string | null): RungFact[] =>
  facts.filter((fact) => fact.unitId === unitId);

/** Units in order of their ids, offices last. */
const unitsOf = (facts: readonly RungFact[]): (string | null)[] =>
  [...new Set(facts.map(({ unitId }) => unitId))].sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1));

function countChanges(differences: readonly Difference[]): Record<Change, number> {
  const counts = { same: 0, sooner: 0, later: 0, gone: 0, additional: 0, otherwise: 0 };
  for (const { change } of differences) counts[change] += 1;
  return counts;
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function told({ change, recorded, rehearsed }: Difference): RungChange {
  const fact = recorded ?? rehearsed;
  if (!fact) throw new Error('a difference between nothing and nothing');
  const moment = (one: RungFact | null): RungMoment | null =>
    one && {
      rung: one.rung,
      label: one.label,
      colour: one.colour,
      reachedAt: one.reachedAt,
      issuedAt: one.issuedAt,
      rescinded: one.rescinded,
    };
  const { matter, unitId, taskIds } = fact;
  return { change, matter, unitId, taskIds, recorded: moment(recorded), rehearsed: moment(rehearsed) };
}
