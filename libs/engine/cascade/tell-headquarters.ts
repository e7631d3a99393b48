import { identifierOf } from '#accountability';
import { civilDateOf, nextOpenInstant } from '#calendar';
import {
  insertMessages,
  latestPolicyVersion,
  roleHolders,
  type CascadeMessage,
  type Transaction,
} from '#persistence';
import { handDownMessage, handedDownMessage } from '#reporting';
import type { EngineContext } from '../engine-context.js';

/** The headquarters' office hears of what was handed down to it. */
export const tellOfOffer = (
  context: EngineContext,
  tx: Transaction,
  offer: {
    id: string;
    upperName: string;
    title: string;
    requirement: string;
    deadlineOn: string;
    offeredBy: string;
  },
): Promise<void> =>
  tell(context, tx, {
    kind: 'handedDown',
    key: `handedDown/${offer.id}`,
    taskId: null,
    ...handedDownMessage(offer),
  });

/** The headquarters' office hears of what the other side has said. */
export const tellOfAnswer = (
  context: EngineContext,
  tx: Transaction,
  { handDownId, seq, kind, body }: CascadeMessage,
  about: { name: string; title: string; taskId: string | null },
): Promise<void> =>
  tell(context, tx, {
    kind: 'handDownAnswered',
    key: `handDownAnswered/${handDownId}/${seq}`,
    taskId: about.taskId,
    ...handDownMessage({ kind, name: about.name, title: about.title, body }),
  });

async function tell(
  { book, clock }: EngineContext,
  tx: Transaction,
  told: { kind: string; key: string; taskId: string | null; title: string; body: string },
): Promise<void> {
  const now = clock.now();
  const { quietHours } = await book.policy(tx, await latestPolicyVersion(tx));
  const deliverAt = nextOpenInstant(await book.calendar(tx), now, quietHours);
  const office = (await roleHolders(tx, civilDateOf(now))).filter(
    ({ role }) => role === 'headquartersOffice',
  );
  const people = [...new Map(office.map((one) => [one.personId, one])).values()];
  await insertMessages(
    tx,
    people.map(({ personId, unitId }) => ({
      id: identifierOf('message', tx.scope.jurisdictionId, told.key, personId),
      personId,
      unitId,
      kind: told.kind,
      subjectKind: told.taskId === null ? null : ('task' as const),
      subjectId: told.taskId,
      noticeId: null,
      title: told.title,
      body: told.body,
      deliverAt,
      createdAt: now,
      idempotencyKey: `${personId}/${told.key}`,
    })),
  );
}
