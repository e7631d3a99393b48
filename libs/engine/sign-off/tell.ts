import { identifierOf } from '#accountability';
import { nextOpenInstant, periodFromKey, type Instant } from '#calendar';
import {
  insertMessages,
  latestPolicyVersion,
  type Queryable,
  type SittingRead,
  type Transaction,
} from '#persistence';
import type { NoticeText, SignOffFacts } from '#reporting';
import type { RuleBook } from '../rule-book.js';

interface Told {
  kind: 'signOffWaiting' | 'signOffReturned';
  sitting: SittingRead;
  /** What tells this time from others of the same sitting. */
  occasion: string;
  to: readonly { personId: string; unitId: string }[];
}

/** Puts a message about a sitting in the outbox, in the hours in which people may be messaged. */
export async function tellOfSitting(
  tx: Transaction,
  book: RuleBook,
  { kind, sitting, occasion, to }: Told,
  text: NoticeText,
  now: Instant,
): Promise<void> {
  const { quietHours } = await book.policy(tx, await latestPolicyVersion(tx));
  const deliverAt = nextOpenInstant(await book.calendar(tx), now, quietHours);
  await insertMessages(
    tx,
    to.map(({ personId, unitId }) => {
      const key = `${personId}/${kind}/${sitting.id}/${occasion}`;
      return {
        id: identifierOf('message', key),
        personId,
        unitId,
        kind,
        subjectKind: 'sitting',
        subjectId: sitting.id,
        noticeId: null,
        ...text,
        deliverAt,
        createdAt: now,
        idempotencyKey: key,
      };
    }),
  );
}

/** What messages say of a sitting and some of its reports. */
export async function factsOf(
  tx: Transaction,
  sitting: SittingRead,
  taskIds: readonly string[],
): Promise<Pick<SignOffFacts, 'plan' | 'period' | 'dueAt' | 'tasks'>> {
  const [plan] = await tx.query<{ title: string }>('select title from plan where id = $1', [sitting.planId]);
  const tasks = await tx.query<{ code: string; title: string }>(
    'select code, title from task where id = any ($1::uuid[]) order by code',
    [taskIds],
  );
  const title = plan?.title ?? '';
  return {
    plan: /《(.+)》/u.exec(title)?.[1] ?? title,
    period: periodFromKey(sitting.period).label,
    dueAt: sitting.dueAt,
    tasks,
  };
}

/** The names of people, by id. */
export async function namesOf(tx: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
