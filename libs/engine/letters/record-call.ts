import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { insertPhoneCall } from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';

export interface RecordCallCommand {
  jurisdictionId: string;
  actor: Actor;
  /** The message that reached nobody. */
  messageId: string;
  /** Whom the officer spoke with. */
  reached: string;
  /** What was said. */
  words: string;
  idempotencyKey: string;
}

/** An officer has rung up whom no channel reached: from now on it counts as delivered (domain.md §8). */
export function recordCall(
  context: EngineContext,
  command: RecordCallCommand,
): Promise<Outcome<{ messageId: string; calledAt: Instant }>> {
  const { jurisdictionId, actor, messageId } = command;
  const [reached, words] = [command.reached.trim(), command.words.trim()];
  return inTransaction(
    context,
    jurisdictionId,
    async (tx): Promise<Outcome<{ messageId: string; calledAt: Instant }>> => {
      const officer = actor.roles.some(({ role }) => role === 'supervisor' || role === 'headquartersOffice');
      if (!officer || actor.personId === null)
        return refuse('NotPermitted', '电话通知由督查室或指挥部办公室登记。');
      if (reached === '' || words === '')
        return refuse('InputInvalid', '请写明通话对象和告知的内容。', {
          field: reached === '' ? 'reached' : 'words',
        });
      const calledAt = context.clock.now();
      const title = await insertPhoneCall(tx, {
        id: identifierOf('phoneCall', messageId, command.idempotencyKey),
        messageId,
        calledAt,
        calledBy: actor.personId,
        reached,
        words,
      });
      if (title === null) return refuse('SubjectNotFound', '找不到这条消息。');
      await tx.execute(
        `update alert set state = 'settled', settled_at = $3
         where jurisdiction_id = $1 and idempotency_key = $2 and state = 'open'`,
        [jurisdictionId, `unreached/${messageId}`, calledAt],
      );
      return { ok: true, value: { messageId, calledAt } };
    },
  );
}
