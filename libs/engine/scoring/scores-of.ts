import { refuse, type Outcome } from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import { eventsByRefs, scoredTasks, sittingsOfObligations, type ScoreDecisionRow } from '#persistence';
import type { EventRef, RankedGroup, RankedScore, Scheme, UnitScore } from '#scoring';
import type { EngineContext } from '../engine-context.js';
import {
  readScoredFacts,
  scoreFacts,
  schemeInForce,
  type ScoredFacts,
  type WantedScores,
} from './scored-plan.js';

export interface ScoresCommand extends WantedScores {
  jurisdictionId: string;
  /** Another scheme than the one in force: what if. */
  scheme?: Scheme;
}

export interface Scores {
  scheme: Scheme;
  from: CivilDate;
  to: CivilDate;
  /** What was known then: the scores of a past day are those of that day. */
  asOf: Instant;
  groups: RankedGroup[];
  decisions: ScoreDecisionRow[];
  /** How many events they rest on. */
  events: number;
}

const MISSING =
  '还没有启用考核办法；请先用 npx luoshi score adopt 启用一份（例如 seeds/scoring/default.yaml）。';

/**
 * The scores of a plan's units over a stretch of days, reckoned from the record: for a past last day as of that day, by
 * the scheme that was in force on it, or that is in force now where there was none yet.
 */
export function scoresOf(context: EngineContext, command: ScoresCommand): Promise<Outcome<Scores>> {
  return context.database.transaction(
    { jurisdictionId: command.jurisdictionId },
    async (tx): Promise<Outcome<Scores>> => {
      if (command.to < command.from) return refuse('InputInvalid', '截止日期早于起始日期；请核对。');
      const now = context.clock.now();
      const scored = await readScoredFacts(tx, command, now);
      const scheme = command.scheme ?? (await schemeInForce(tx, command.planId, scored.asOf, now))?.scheme;
      if (!scheme) return refuse('SchemeMissing', MISSING);
      return { ok: true, value: written(scheme, scored) };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

const written = (scheme: Scheme, scored: ScoredFacts): Scores => ({
  scheme,
  from: scored.from,
  to: scored.to,
  asOf: scored.asOf,
  groups: scoreFacts(scheme, scored),
  decisions: scored.decisions,
  events: scored.events,
});

/** An event that a point rests on. */
export interface PointEvent extends EventRef {
  type: string;
  at: Instant;
}

export interface ExplainedScore {
  scheme: { id: string; version: number; label: string };
  asOf: Instant;
  score: RankedScore;
  group: string;
  /** Of how many ranked units. */
  rankedUnits: number;
  decisions: ScoreDecisionRow[];
  /** Every event that a point of this unit rests on, oldest first. */
  events: PointEvent[];
  /** The tasks that they are about. */
  tasks: { id: string; code: string; title: string }[];
  /** Of the reports among them, the sittings that they were owed in. */
  sittings: { id: string; sittingId: string }[];
}

/** One unit's score with the events behind every point; refused for a unit that has nothing to score. */
export async function explainScore(
  context: EngineContext,
  command: ScoresCommand & { unitId: string },
): Promise<Outcome<ExplainedScore>> {
  const scores = await scoresOf(context, command);
  if (!scores.ok) return scores;
  return context.database.transaction({ jurisdictionId: command.jurisdictionId }, (tx) =>
    explainedIn(
      scores.value,
      command.unitId,
      (refs) => eventsByRefs(tx, refs),
      () => scoredTasks(tx, command.planId),
      (ids) => sittingsOfObligations(tx, ids),
    ),
  );
}

/** One unit's score among those that were reckoned, with its events and tasks. */
export async function explainedIn(
  { scheme, asOf, groups, decisions }: Pick<Scores, 'scheme' | 'asOf' | 'groups' | 'decisions'>,
  unitId: string,
  eventsOf: (refs: EventRef[]) => Promise<PointEvent[]>,
  tasksOf: () => Promise<ExplainedScore['tasks']>,
  sittingsOf: (obligationIds: string[]) => Promise<ExplainedScore['sittings']>,
): Promise<Outcome<ExplainedScore>> {
  const group = groups.find((one) => one.scores.some((score) => score.unitId === unitId));
  const score = group?.scores.find((one) => one.unitId === unitId);
  if (!group || !score) return refuse('UnitUnknown', '这个单位在这段时间里没有可以计分的事项。');
  const events = await eventsOf(refsOf(score));
  const about = new Set(taskIdsOf(score));
  return {
    ok: true,
    value: {
      scheme: { id: scheme.id, version: scheme.version, label: scheme.label },
      asOf,
      score,
      group: group.label,
      rankedUnits: group.scores.filter(({ rank }) => rank !== null).length,
      decisions: decisions.filter((one) => one.unitId === unitId),
      events: events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq)),
      tasks: (await tasksOf()).filter(({ id }) => about.has(id)),
      sittings: await sittingsOf([
        ...new Set(events.filter(({ kind }) => kind === 'obligation').map(({ id }) => id)),
      ]),
    },
  };
}

const evidenceOf = ({ sections, deductions }: UnitScore) => [
  ...sections.flatMap(({ items }) => items.flatMap(({ cases, incidents }) => [...cases, ...incidents])),
  ...deductions.flatMap(({ incidents }) => incidents),
];

function refsOf(score: UnitScore): EventRef[] {
  const refs = evidenceOf(score).flatMap((one) => [
    ...one.events,
    ...('undone' in one && one.undone ? [one.undone.event] : []),
  ]);
  return [...new Map(refs.map((ref) => [`${ref.kind}/${ref.id}/${ref.seq}`, ref])).values()];
}

const taskIdsOf = (score: UnitScore): string[] => evidenceOf(score).flatMap(({ taskId }) => taskId ?? []);
