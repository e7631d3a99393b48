import { importanceOf, type Policy } from '#accountability';
import { civilDateOf, type WorkingCalendar } from '#calendar';
import type { LadderCourseView } from '#contract';
import { REPORTING } from '#engine';
import { courseOf, type Climbed, type Supposed } from '#rehearsal';
import type { InputOf } from '../http/input.js';
import { findLadders, levelView, noticeRef, roleRef, type FoundLadder } from './ladder.view.js';

type Asked = InputOf<'ladderCourse'>['query'];

/** What would come of a ladder, if what was asked came true. */
export function courseView(
  found: FoundLadder,
  asked: Asked,
  policy: Policy,
  calendar: WorkingCalendar,
): LadderCourseView {
  const { name, label } = found;
  const course = courseOf(climbedOf(found), supposedOf(asked, policy), policy, calendar);
  const ladders = findLadders(policy);
  const besideOf = (trigger: string) => {
    const ladder = ladders.find(({ ofTask }) => ofTask?.trigger === trigger);
    return { code: ladder?.name ?? trigger, label: ladder?.label ?? trigger };
  };
  return {
    ...{ ladder: name, label, dueAt: asked.due, end: course.end, may: course.may },
    moments: course.moments.map(({ at, workingDay, kind, rung, aside, beside, to, early, why }) => ({
      ...{ at, on: civilDateOf(at), workingDay, kind, aside, early, why },
      beside: beside && besideOf(beside),
      rung: rung?.name ?? null,
      label: rung?.label ?? null,
      level: rung && levelView(policy, rung.colour),
      notice: rung && noticeRef(rung),
      to: to.map(roleRef),
    })),
  };
}

function climbedOf({ name, ofTask }: FoundLadder): Climbed {
  if (name === REPORTING) return { kind: 'reports' };
  return ofTask
    ? { kind: 'task', trigger: ofTask.trigger, gate: ofTask.gate ?? null }
    : { kind: 'duty', ladder: name };
}

function supposedOf(asked: Asked, policy: Policy): Supposed {
  const { due, cured, answered, cards, lag, importance, issued } = asked;
  const { appealed, decided, decision, stop, from, until } = asked;
  return {
    ...{ dueAt: due, issued, earlierCards: cards },
    curedAfter: cured ?? null,
    answeredAfter: answered ?? null,
    lag: lag ?? policy.lag.behind + 1,
    ...(importance !== undefined && { importance: importanceOf(policy, importance).id }),
    ...(appealed !== undefined && {
      appeal: {
        after: appealed,
        decided: decided === undefined ? null : { after: decided, upheld: decision === 'upheld' },
      },
    }),
    ...(stop !== undefined && from !== undefined && { stop: { why: stop, from, until: until ?? from + 1 } }),
  };
}
