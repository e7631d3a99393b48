import {
  ladderOf,
  type Policy,
  type ReportingLineContext,
  type TaskClimb,
  type TaskContext,
} from '#accountability';
import type { Instant } from '#calendar';
import type { DeadlineRead } from '#persistence';
import type { ShownStanding } from '../today.js';
import type { Saying } from './words/words-in.js';

/** How a task stands at an instant, beside what the record says since its last report. */
export interface StandingNow extends ShownStanding {
  at: Instant;
}

/** Who leads, and how far along it is beside what the working days gone by lead one to expect. */
export function taskSentences(
  task: TaskContext,
  leads: readonly string[],
  { lag }: Policy,
  say: Saying,
  now: StandingNow | null,
): string[] {
  if (leads.length === 0) return [say.noLead];
  const led = say.led(say.list(leads));
  if (task.startOn === null) return [led];
  const limits = { behind: lag.behind, seriouslyBehind: lag.seriouslyBehind };
  const { expected, progress } = task;
  const oneDecimal = (points: number): number => Math.round(points * 10) / 10;
  if (now !== null) {
    const { schedule, lastReport: last, recorded } = now;
    const reported = last && {
      period: say.period(last.period),
      at: say.time(last.at),
      daysAgo: last.daysAgo,
    };
    const today = { at: say.time(now.at), expected: now.expected, short: oneDecimal(now.lag), schedule };
    return [
      led,
      say.today({ ...today, progress, reported, ...limits }),
      ...(recorded.schedule === schedule ? [] : [say.recorded({ ...recorded, progress })]),
    ];
  }
  const short = oneDecimal(expected - progress);
  return [led, say.schedule({ expected, progress, short, ...limits })];
}

/** Where a unit's line stands on the ladder, what brought it there, and what would bring it back. */
export function lineSentences(
  unit: string,
  line: ReportingLineContext,
  policy: Policy,
  say: Saying,
): string[] {
  const { climb, current } = line;
  const next = current ? [say.nextFiling(unit, say.period(current.period), say.time(current.dueAt))] : [];
  if (!climb) return [say.filesInTime(unit), ...next];
  const owed = say.list(climb.owed.map(({ period }) => say.period(period)));
  const rung = policy.reportingLadder.rungs[climb.reached - 1];
  const standing =
    rung === undefined ? null : { label: say.word(rung.label), toIssue: climb.awaitingIssue !== null };
  return [say.silent(unit, owed, say.time(climb.causeDueAt), standing), ...next];
}

/** A running clock. `unit` is whose line it is; null for the task's own. */
export function clockSentence(clock: DeadlineRead, unit: string | null, say: Saying): string {
  const { label, because } = clock.detail;
  const name =
    clock.name.split(':')[0] === 'rung' && typeof label === 'string'
      ? say.rungClock(say.word(label))
      : say.clockLabel(clock.name);
  return say.clock(unit, name, say.time(clock.projectedAt ?? ''), because === 'early');
}

/** What is wrong with the task itself, and where it stands on the ladder of that. */
export function matterSentences(
  task: TaskContext,
  nameOf: (unitId: string) => string,
  policy: Policy,
  say: Saying,
): string[] {
  return [
    ...Object.entries(task.causes).map(([key, { trigger, unitId, since, lifted }]) => {
      const climb = task.climbs.find((one) => one.key === key);
      const whose = unitId === null ? '' : nameOf(unitId);
      const ladder = climb ? climbWords(climb, policy, say) : lifted ? say.lifted : say.noLadder;
      return say.open(whose, say.matter(trigger), say.time(since), ladder);
    }),
    ...waitingSentences(task, nameOf, say),
    ...task.cards.map(({ unitId, on, rung, trigger, rescinded, appeal }) => {
      const fate = rescinded ? 'rescinded' : appeal === 'open' ? 'appealed' : null;
      const label = ladderOf(policy, { trigger, gate: null })?.rungs.find(({ name }) => name === rung)?.label;
      return say.card(nameOf(unitId), say.matter(trigger), say.day(on), say.word(label ?? rung), fate);
    }),
  ];
}

function climbWords(climb: TaskClimb, policy: Policy, say: Saying): string {
  const ladder = ladderOf(policy, climb);
  const rung = ladder?.rungs[climb.reached - 1];
  const still = climb.pauses.at(-1);
  return say.ladder(
    say.word(ladder?.basis ?? ''),
    rung === undefined ? null : say.word(rung.label),
    climb.awaitingIssue !== null,
    still?.to === null ? still.reason : null,
  );
}

/** For whom the task waits, and whose clock runs meanwhile. */
function waitingSentences(
  { suspension, closure, blockage, handover }: TaskContext,
  nameOf: (unitId: string) => string,
  say: Saying,
): string[] {
  const namesOf = (ids: readonly string[]): string => say.list(ids.map(nameOf));
  return [
    ...(suspension ? [say.suspended(say.day(suspension.until), suspension.reason)] : []),
    ...(closure?.requestedAt ? [say.closing(say.time(closure.requestedAt))] : []),
    ...(blockage?.acceptedAt
      ? [say.waiting(say.time(blockage.acceptedAt), nameOf(blockage.byUnitId), blockage.reason)]
      : []),
    ...(handover ? [say.changingHands(namesOf(handover.fromUnitIds), namesOf(handover.toUnitIds))] : []),
  ];
}
