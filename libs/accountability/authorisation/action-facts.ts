import type { CivilDate } from '#calendar';
import type { Policy } from '../policy/policy.schema.js';
import type { Actor } from '../role.js';
import type { Snapshot } from '../subject.js';
import { rungAhead } from '../task/supervision/supervision-steps.js';
import type { TaskCard } from '../task/supervision/climb.js';
import type { TaskContext } from '../task/task.context.js';
import { gateOf } from './gate.js';
import { actingUnit, type SubjectScope } from './may-send.js';
import { scopeOf } from './may-send-now.js';
import { permissionsIn } from './permission-table.js';
import { TASK_ACTION_EVENTS, type TaskActionName } from './task-action-events.js';

/**
 * What an action is about where the person does not say: the unit that they act for, the gate at which the closure
 * waits, the ladder that has been climbed furthest, the card that can be appealed against, the year that turns.
 */
export function actionFacts(
  action: TaskActionName,
  snapshot: Snapshot,
  scope: SubjectScope,
  actor: Actor,
  policy: Policy,
  on: CivilDate,
): Record<string, unknown> {
  const type = TASK_ACTION_EVENTS[action];
  const context = snapshot.context as unknown as TaskContext;
  const whose = permissionsIn('task', snapshot.value, type)[0]?.whose ?? 'lead';
  const unitId = actingUnit(actor, scopeOf(whose, snapshot, scope)) ?? '';
  switch (action) {
    case 'passGate':
    case 'returnClosure':
      return { gate: gateOf(snapshot) };
    case 'extendBeyond':
      return { override: true };
    case 'carryOver':
    case 'closeWithYear':
      return { year: yearTurning(on) };
    case 'hold':
    case 'lift':
      return { generation: furthest(context)?.generation ?? 0 };
    case 'skip': {
      const climb = furthest(context);
      return { generation: climb?.generation ?? 0, rung: rungAhead(climb, context, policy)?.name ?? '' };
    }
    case 'correctFigure': {
      const owed = context.verifications.find((one) => one.stage === 'correction' && one.unitId === unitId);
      return { unitId, verificationId: owed?.id ?? '' };
    }
    case 'answerCard':
      return of(
        unitId,
        card(context, ({ answer }) => answer === 'awaited' || answer === 'overdue', unitId),
      );
    case 'appeal':
      return of(
        unitId,
        card(context, ({ appeal, rescinded }) => appeal === 'none' && !rescinded, unitId),
      );
    case 'upholdAppeal':
    case 'rejectAppeal':
      return of(
        unitId,
        card(context, ({ appeal }) => appeal === 'open'),
      );
    default:
      return { unitId };
  }
}

/** The climb that has gone furthest; of equals the latest. */
const furthest = ({ climbs }: TaskContext): TaskContext['climbs'][number] | undefined =>
  [...climbs].sort((a, b) => b.reached - a.reached || b.generation - a.generation)[0];

/** The latest card of which something is so. */
const card = (
  { cards }: TaskContext,
  fits: (card: TaskCard) => boolean,
  unitId?: string,
): TaskCard | undefined =>
  cards.filter((one) => (unitId === undefined || one.unitId === unitId) && fits(one)).at(-1);

const of = (unitId: string, about: TaskCard | undefined): Record<string, unknown> => ({
  unitId,
  generation: about?.generation ?? 0,
  rung: about?.rung ?? '',
});

/** The year that turns on that day: this one in December, else the one before. */
const yearTurning = (on: CivilDate): number => Number(on.slice(0, 4)) - (on.slice(5, 7) === '12' ? 0 : 1);
