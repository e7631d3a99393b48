import { identifierOf, type SubjectScope } from '#accountability';
import { civilDateOf, nextOpenInstant } from '#calendar';
import { insertMessages, roleHolders, unitNames, type MessageWrite, type RunningPlanRow } from '#persistence';
import { amendmentMessage, type AmendedTaskFacts } from '#reporting';
import { resolveAudience } from '../audience.js';
import type { Shell } from '../envelope.js';
import { isOver } from './effect-words.js';
import type { AmendmentItem } from './amendment-items.js';
import type { NewTask } from './new-tasks.js';
import { unitIdsOf } from './new-tasks.js';

/**
 * Tells each unit once what changed in its tasks. Whoever has to sign is asked to by the pipeline, and not told of the
 * same task twice.
 */
export async function tellUnits(
  { tx, now, book }: Shell,
  plan: RunningPlanRow,
  revision: { reviewId: string; document: string },
  items: readonly AmendmentItem[],
  added: readonly NewTask[],
): Promise<void> {
  const told = factsByUnit(items, added);
  if (told.size === 0) return;
  const { policy, calendar } = await book.rules(tx, plan.policy_version);
  const holders = await roleHolders(tx, civilDateOf(now));
  const names = await unitNames(tx, [...told.keys()]);
  const deliverAt = nextOpenInstant(calendar, now, policy.quietHours);
  const { jurisdictionId } = tx.scope;
  const messages = [...told].flatMap(([unitId, tasks]): MessageWrite[] => {
    const scope: SubjectScope = { jurisdictionId, planCode: plan.code, actionCode: null, unitIds: [unitId] };
    const recipients = (['liaison', 'leadUnitHead', 'supportUnitLiaison'] as const).flatMap(
      (role) => resolveAudience(holders, { audience: [role], unitId }, scope, [], {}).recipients,
    );
    const text = amendmentMessage({
      unit: names.get(unitId) ?? '',
      plan: plan.title,
      document: revision.document,
      tasks: [...tasks].sort((a, b) => (a.code < b.code ? -1 : 1)),
    });
    return [...new Map(recipients.map((to) => [to.personId, to])).values()].map((to) => {
      const key = `${to.personId}/planAmended/${revision.reviewId}/${unitId}`;
      return {
        id: identifierOf('message', key),
        personId: to.personId,
        unitId: to.unitId,
        kind: 'planAmended',
        subjectKind: null,
        subjectId: null,
        noticeId: null,
        ...text,
        deliverAt,
        createdAt: now,
        idempotencyKey: key,
      };
    });
  });
  await insertMessages(tx, messages);
}

function factsByUnit(
  items: readonly AmendmentItem[],
  added: readonly NewTask[],
): Map<string, AmendedTaskFacts[]> {
  const told = new Map<string, AmendedTaskFacts[]>();
  const tell = (unitIds: Iterable<string>, facts: AmendedTaskFacts): void => {
    for (const unitId of new Set(unitIds)) told.set(unitId, [...(told.get(unitId) ?? []), facts]);
  };
  for (const { entry, row, revised, decision, reason } of items) {
    if (decision !== 'approved' || row === null || isOver(row)) continue;
    const before = [...row.leads, ...row.supports].map(({ unitId }) => unitId);
    if (entry.kind === 'removed')
      tell(before, { code: row.code, title: row.title, kind: 'removed', changes: [], reason });
    else {
      const after = revised ? [...unitIdsOf(revised.lead), ...unitIdsOf(revised.support)] : [];
      const asked = joiningLeads(row.leads, entry.changes, revised?.lead ?? []);
      tell(
        [...before, ...after].filter((unitId) => !asked.has(unitId)),
        { code: row.code, title: row.title, kind: 'changed', changes: [...entry.changes], reason },
      );
    }
  }
  for (const { code, revised } of added) {
    const facts = { code, title: revised.title, kind: 'added', changes: [], reason: null } as const;
    const leads = new Set(unitIdsOf(revised.lead));
    tell(
      unitIdsOf(revised.support).filter((unitId) => !leads.has(unitId)),
      facts,
    );
  }
  return told;
}

/** The lead units that the amendment brings in: they are asked to sign. */
function joiningLeads(
  before: readonly { unitId: string }[],
  changes: AmendmentItem['entry']['changes'],
  after: readonly { unitId: string | null }[],
): Set<string> {
  if (!changes.some(({ field }) => field === 'lead')) return new Set();
  const had = new Set(before.map(({ unitId }) => unitId));
  return new Set(after.flatMap(({ unitId }) => (unitId === null || had.has(unitId) ? [] : [unitId])));
}
