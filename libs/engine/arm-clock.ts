import { eventTypesOf, type Effect, type Rejection, type SubjectKind } from '#accountability';
import { CalendarError, project, type WorkingCalendar } from '#calendar';
import type { DeadlineArm } from '#persistence';

type ArmDeadline = Extract<Effect, { type: 'armDeadline' }>;

/** A clock that would never do what it is set for. The message says why, in Chinese. */
export class DeadlineNotSettable extends Error {
  override readonly name = 'DeadlineNotSettable';
}

/** What the engine itself says of a clock's event when it fires: facts of these names would be lost, or worse. */
const RESERVED = ['type', 'at'];

/**
 * The row of a clock, without its subject. What could never ring, or would ring for nobody, is an error now, in the
 * transaction that would set it, and not on the day that nobody is reminded.
 *
 * @throws DeadlineNotSettable; CalendarError UnknownYear and others, of what the calendar cannot reckon
 */
export function armClock(
  { name, detail, budget, suspensions = [] }: ArmDeadline,
  kind: SubjectKind,
  calendar: WorkingCalendar,
): Omit<DeadlineArm, 'subjectKind' | 'subjectId' | 'armedAt'> {
  if (!eventTypesOf(kind).has(detail.event))
    throw new DeadlineNotSettable(`时限“${name}”到期后的事件 ${detail.event} 不属于该事项，永远不会被处理`);
  const lost = RESERVED.filter((fact) => Object.hasOwn(detail, fact));
  if (lost.length > 0)
    throw new DeadlineNotSettable(`时限“${name}”的附带内容用了保留名称 ${lost.join('、')}，到期时会丢失`);
  const projectedAt = project(budget, suspensions, calendar).at;
  return { name, detail, budget, suspensions, projectedAt, calendarVersion: calendar.version };
}

/** The refusal of what somebody asked for that needs a clock which cannot be set; null: another error. */
export function clockRefusal(error: unknown): Rejection | null {
  if (error instanceof CalendarError)
    return {
      code: 'DeadlineNotSettable',
      message: `办理此事项须设定时限，而日历无法推算：${error.message}`,
      detail: { reason: error.code, ...error.details },
    };
  if (error instanceof DeadlineNotSettable)
    return {
      code: 'DeadlineNotSettable',
      message: `办理此事项须设定的时限有误：${error.message}。没有改动任何内容，请联系系统管理员。`,
    };
  return null;
}
