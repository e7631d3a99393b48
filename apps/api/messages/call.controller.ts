import { Controller } from '@nestjs/common';
import { civilDateOf } from '#calendar';
import { CALL_OUTCOME_LABELS, ROLE_LABELS, type ToCallList, type ToCallView } from '#contract';
import {
  callsPeople,
  deliveriesOf,
  recordCall,
  rulesInForce,
  type DeliveredMessage,
  type RecordedCall,
} from '#engine';
import {
  callsAbout,
  contactsOfPeople,
  listToCall,
  roleHolders,
  type ToCall,
  type Transaction,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { deliveryView } from './delivery.view.js';

/** Whom no channel reaches: an officer calls, and writes it down. */
@Controller()
export class CallController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('toCall')
  toCall(@Requester() who: Who): Promise<ToCallList> {
    refuseUnconcerned('calls', who);
    const { jurisdictionId, actor } = who;
    return this.context.database.transaction({ jurisdictionId }, async (tx) => {
      const { policy } = await rulesInForce(this.context.engine.context)(tx);
      const { by, inVainAtMost } = policy.messages.calls;
      return {
        items: await this.people(tx),
        mayCall: callsPeople(actor, policy),
        by: by.map((code) => ({ code, label: ROLE_LABELS[code] })),
        inVainAtMost,
      };
    });
  }

  @Endpoint('recordCall')
  async record(
    @Input() { body }: InputOf<'recordCall'>,
    @Requester() { jurisdictionId, actor }: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<RecordedCall> {
    const command = { jurisdictionId, actor, ...body, idempotencyKey };
    return valueOf(await recordCall(this.context.engine.context, command));
  }

  private async people(tx: Transaction): Promise<ToCallView[]> {
    const now = this.context.now();
    const ofPerson = new Map<string, ToCall[]>();
    for (const entry of await listToCall(tx))
      ofPerson.set(entry.personId, [...(ofPerson.get(entry.personId) ?? []), entry]);
    const ids = [...ofPerson.values()].flat().map(({ messageId }) => messageId);
    const messages = await tx.query<DeliveredMessage>(
      `select id, state, deliver_at as "deliverAt", delivered_at as "deliveredAt", read_at as "readAt"
       from message where jurisdiction_id = $1 and id = any($2::uuid[])`,
      [tx.scope.jurisdictionId, ids],
    );
    const ways = await deliveriesOf(tx, messages, now);
    const contacts = await contactsOfPeople(tx, [...ofPerson.keys()]);
    const holders = await roleHolders(tx, civilDateOf(now));
    const calls = await callsAbout(tx, ids);
    return [...ofPerson.entries()].flatMap(([personId, entries]): ToCallView[] => {
      const [first] = entries;
      if (first === undefined) return [];
      const posts = holders.filter((holder) => holder.personId === personId);
      const about = new Set(entries.map(({ messageId }) => messageId));
      const made = calls.filter(({ messageId }) => about.has(messageId));
      return [
        {
          person: {
            id: personId,
            name: first.person,
            unit: first.unit,
            posts: [...new Set(posts.map(({ role }) => ROLE_LABELS[role]))],
          },
          numbers: contacts
            .filter((contact) => contact.personId === personId && contact.kind === 'sms')
            .map(({ address }) => address),
          openedAt: first.openedAt,
          callsInVain: Math.max(...entries.map(({ callsInVain }) => callsInVain)),
          raisedAt: entries.find(({ raisedAt }) => raisedAt !== null)?.raisedAt ?? null,
          messages: entries.map((entry) => ({
            id: entry.messageId,
            title: entry.title,
            at: entry.messageAt,
            reason: reasonOf(entry),
            ways: (ways.get(entry.messageId) ?? []).map(deliveryView),
          })),
          // One call is about several messages, and written down with each.
          calls: [
            ...new Map(made.map((call) => [`${call.calledAt}/${call.outcome}/${call.words}`, call])).values(),
          ].map(({ calledAt, officer, outcome, reached, words }) => ({
            calledAt,
            officer,
            outcome,
            outcomeLabel: CALL_OUTCOME_LABELS[outcome],
            reached,
            words,
          })),
        },
      ];
    });
  }
}

const reasonOf = ({ reason }: ToCall): string => reason ?? '未能送达';
