import {
  identifierOf,
  reaches,
  ROLE_LABELS,
  type Policy,
  type Role,
  type SubjectScope,
} from '#accountability';
import { nextOpenInstant, type CivilDate, type Instant, type WorkingCalendar } from '#calendar';
import { insertMessages, raiseAlerts, roleHolders, unitNames, type Transaction } from '#persistence';
import { deskMessage } from '#reporting';

export interface Vacancy {
  unitId: string;
  role: Role;
  /** The first day on which nobody holds the post. */
  from: CivilDate;
}

/**
 * A post of a unit falls vacant: it is shown, and the administrator and whoever stands in are told at once, not only
 * when something could not be delivered. Nothing where somebody else holds the post. Returns whether it is vacant.
 */
export async function reportVacancy(
  tx: Transaction,
  { policy, calendar }: { policy: Policy; calendar: WorkingCalendar },
  { unitId, role, from }: Vacancy,
  now: Instant,
): Promise<boolean> {
  const { jurisdictionId } = tx.scope;
  const holders = await roleHolders(tx, from);
  const place: SubjectScope = { jurisdictionId, planCode: '', actionCode: null, unitIds: [unitId] };
  const holding = (wanted: Role): typeof holders =>
    holders.filter((holder) => holder.role === wanted && reaches(holder, place));
  if (holding(role).length > 0) return false;
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? '';
  const label = ROLE_LABELS[role];
  const key = `${unitId}/vacancy:${role}@${from}`;
  await raiseAlerts(tx, [
    {
      id: identifierOf('alert', key),
      kind: 'vacancy',
      level: 'info',
      planId: null,
      unitId,
      subjectKind: null,
      subjectId: unitId,
      noticeId: null,
      title: `${unit}${label}空缺`,
      detail: `自${from}起无人任职，应送该岗位的事项改送代为接收的岗位。请尽快明确人选并登记。`,
      raisedAt: now,
      idempotencyKey: key,
    },
  ]);
  const standIn = (policy.standIns[role] ?? []).find((other) => holding(other).length > 0);
  const told = [
    ...holders.filter((holder) => holder.role === 'administrator'),
    ...(standIn ? holding(standIn) : []),
  ];
  const people = [...new Map(told.map((holder) => [holder.personId, holder])).values()];
  await insertMessages(
    tx,
    people.map((to) => {
      const messageKey = `${to.personId}/vacancy/${key}`;
      return {
        id: identifierOf('message', messageKey),
        personId: to.personId,
        unitId: to.unitId,
        kind: 'vacancy',
        subjectKind: null,
        subjectId: null,
        noticeId: null,
        ...deskMessage('vacancy', [{ unit, tasks: [], reason: undefined, label }]),
        deliverAt: nextOpenInstant(calendar, now, policy.quietHours),
        createdAt: now,
        idempotencyKey: messageKey,
      };
    }),
  );
  return true;
}
