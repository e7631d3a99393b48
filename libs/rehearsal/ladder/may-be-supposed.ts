import {
  decide,
  ENGINE_ACTOR,
  LADDER_TRIGGERS,
  type Rules,
  type Snapshot,
  type TaskClimb,
} from '#accountability';
import { addDays, civilDateOf, type Instant } from '#calendar';
import type { Climber } from './climber.js';
import { STOPS, type Climbed, type LadderCourse, type StopReason } from './course.js';
import { LEAD, THIRD, type Fact } from './matters-of-task.js';

/** How each stop begins; nothing where it is no event of the climber. */
export function beginningOf(why: StopReason, until: string, generation: number): Fact[] {
  const reason = '推演';
  switch (why) {
    case 'held':
      return [{ type: 'HELD', generation, until, reason }];
    case 'suspended':
      return [{ type: 'SUSPENDED', until, reason }];
    case 'waiting':
      return [{ type: 'BLOCKED', unitId: LEAD, byUnitId: THIRD, reason }, { type: 'BLOCKAGE_ACCEPTED' }];
    case 'paused':
      return [];
  }
}

/**
 * What can be supposed of a ladder once its cause has arisen: what the chart allows then, and what then has the climb
 * stand still. A ladder that no card is on has nothing to be appealed against; a whole ladder can always be stopped.
 */
export function mayBeSupposed(
  climbed: Climbed,
  climber: Climber,
  snapshot: Snapshot,
  rules: Rules,
  at: Instant,
): LadderCourse['may'] {
  const climb = climber.climb();
  if (climb === null) return [];
  const ofUnit = climbed.kind === 'reports' || (climbed.kind === 'task' && isOfUnit(climbed.trigger));
  const hasCards = ofUnit && climber.rungs(climb).some(({ colour }) => colour !== null);
  const until = addDays(civilDateOf(at), 7);
  const stands = (why: StopReason): boolean => {
    let after = snapshot;
    for (const fact of beginningOf(why, until, climb.generation)) {
      const subject = { kind: climber.ref.kind, snapshot: after, scope: NO_SCOPE };
      const decision = decide(subject, { ...fact, at }, rules, ENGINE_ACTOR);
      if (!decision.ok) return false;
      after = decision.snapshot;
    }
    return standsStill(after, climb.generation);
  };
  return [
    ...(hasCards ? (['appeal'] as const) : []),
    ...STOPS.filter((why) => why === 'paused' || stands(why)),
  ];
}

const isOfUnit = (trigger: keyof typeof LADDER_TRIGGERS): boolean => LADDER_TRIGGERS[trigger] === 'unit';

const NO_SCOPE = { jurisdictionId: '', planCode: '', actionCode: null, unitIds: [LEAD] };

function standsStill({ context }: Snapshot, generation: number): boolean {
  const { climb, climbs } = context as { climb?: Partial<TaskClimb> | null; climbs?: unknown };
  const all = [...(climb ? [climb] : []), ...(Array.isArray(climbs) ? (climbs as TaskClimb[]) : [])];
  return all.find((one) => one.generation === generation)?.pauses?.at(-1)?.to === null;
}
