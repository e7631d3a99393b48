import {
  civilDateOf,
  epochMsOf,
  instantFrom,
  instantOf,
  addDays,
  type CivilDate,
  type Instant,
} from '#calendar';
import {
  assessorUnits,
  issuedCards,
  schemeInForceAt,
  scoreDecisions,
  scoredEvidence,
  scoredEvents,
  scoredIndicators,
  scoredReadings,
  scoredSuccessions,
  scoredTasks,
  scoredUnits,
  type ScoreDecisionRow,
  type Transaction,
} from '#persistence';
import {
  FactsFold,
  rankScores,
  schemeSchema,
  SCORED_EVENTS,
  scoreOf,
  type RankedGroup,
  type RankedUnit,
  type ScoredEvent,
  type Scheme,
  type UnitFacts,
} from '#scoring';

/** What is scored: a plan, or all of the jurisdiction's, over a stretch of days, as it was known on its last one. */
export interface WantedScores {
  planId: string | null;
  from: CivilDate;
  to: CivilDate;
}

/** Everything that a scheme needs to score a stretch; several schemes can be tried on the same. */
export interface ScoredFacts {
  from: CivilDate;
  to: CivilDate;
  /** How far the record was looked at: the stretch's end, or now. */
  asOf: Instant;
  facts: Map<string, UnitFacts>;
  decisions: ScoreDecisionRow[];
  units: Map<string, RankedUnit>;
  /** Codes of tasks by their ids: weights go by code. */
  taskCodes: Map<string, string>;
  assessorUnitIds: Set<string>;
  events: number;
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** Reads the facts of a stretch: a fixed number of statements, one of them over the events, whatever there is to score. */
export async function readScoredFacts(
  tx: Transaction,
  { planId, from, to }: WantedScores,
  now: Instant,
): Promise<ScoredFacts> {
  const end = lastInstantOf(to);
  const asOf = end < now ? end : now;
  const decisions = await scoreDecisions(tx, planId, asOf);
  const successions = (await scoredSuccessions(tx, asOf)).map(
    ({ from: unit, to: heir, recordedAt, fromDate }) => {
      const begins = instantOf(fromDate, '00:00');
      return { from: unit, to: heir, at: recordedAt > begins ? recordedAt : begins };
    },
  );
  const fold = new FactsFold(
    {
      cards: await issuedCards(tx, planId, asOf),
      indicators: await scoredIndicators(tx, planId, asOf),
      readings: await scoredReadings(tx, planId, asOf),
      successions,
      evidence: await scoredEvidence(tx, planId, asOf),
    },
    { from: instantOf(from, '00:00'), to: asOf },
  );
  const events = await foldEvents(tx, { planId, to: asOf }, fold);
  const facts = fold.finish(decisions);
  const assessors = await assessorUnits(tx, planId, civilDateOf(asOf));
  return {
    from,
    to,
    asOf,
    facts,
    decisions,
    units: new Map((await scoredUnits(tx)).map((unit) => [unit.id, unit])),
    taskCodes: new Map((await scoredTasks(tx, planId)).map(({ id, code }) => [id, code])),
    assessorUnitIds: new Set(assessors.map(({ unitId }) => unitId)),
    events,
  };
}

/** Gives the fold one subject after the other as they are read, and keeps none. Returns how many events there were. */
async function foldEvents(
  tx: Transaction,
  { planId, to }: { planId: string | null; to: Instant },
  fold: FactsFold,
): Promise<number> {
  let count = 0;
  let subject: ScoredEvent[] = [];
  const one = sameString();
  await scoredEvents(tx, { planId, to, types: SCORED_EVENTS }, (rows) => {
    count += rows.length;
    for (const row of rows) {
      const [begun] = subject;
      if (begun && (begun.id !== row.id || begun.kind !== row.kind)) {
        fold.take(subject);
        subject = [];
      }
      subject.push({
        kind: one(row.kind),
        id: subject[0]?.id ?? row.id,
        seq: row.seq,
        type: one(row.type),
        at: row.at,
        payload: row.payload === null ? NOTHING : sharing(row.payload, one),
      });
    }
  });
  fold.take(subject);
  return count;
}

/** Gives the first string that was equal: what is kept of hundreds of thousands of events names the same few units and tasks. */
function sameString(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
}

/** The payload, with unit and task by the string that was first. */
function sharing(
  payload: Readonly<Record<string, unknown>>,
  one: (text: string) => string,
): Readonly<Record<string, unknown>> {
  const shared: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(payload))
    shared[key] =
      (key === 'unitId' || key === 'taskId') && typeof value === 'string'
        ? one(value)
        : key === 'input' && typeof value === 'object' && value !== null
          ? sharing(value as Record<string, unknown>, one)
          : value;
  return shared;
}

/** The scores of all units that have anything to score, ranked within their groups. */
export function scoreFacts(scheme: Scheme, scored: ScoredFacts): RankedGroup[] {
  const { facts, taskCodes, units, assessorUnitIds } = scored;
  const weightOf = (taskId: string | null): number =>
    (taskId === null ? undefined : scheme.weights[taskCodes.get(taskId) ?? '']) ?? 1;
  const unitOf = (id: string): RankedUnit => units.get(id) ?? { id, name: id, kind: '' };
  const scores = [...facts.values()].map((one) => scoreOf(one, scheme, weightOf));
  return rankScores(scheme, scores, unitOf, assessorUnitIds);
}

export interface SchemeInForce {
  scheme: Scheme;
  since: Instant;
  reason: string;
}

/**
 * The scheme that scores a plan at an instant: the one that was in force then or, where there was none yet, the one that
 * is now. Null: none was ever put in force.
 */
export async function schemeInForce(
  tx: Transaction,
  planId: string | null,
  at: Instant,
  now: Instant,
): Promise<SchemeInForce | null> {
  const row = (await schemeInForceAt(tx, planId, at)) ?? (await schemeInForceAt(tx, planId, now));
  return row && { scheme: schemeSchema.parse(row.body), since: row.since, reason: row.reason };
}

const lastInstantOf = (day: CivilDate): Instant =>
  instantFrom(epochMsOf(instantOf(addDays(day, 1), '00:00')) - 1);
