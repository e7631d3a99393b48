import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MESSAGE_CLASS_LABELS, MESSAGE_CLASSES } from '#accountability';
import { CHANNEL_KIND_LABELS, labelOf, type MessageDelivery, type MyMessages } from '#contract';
import {
  chooseForOwnContact,
  chooseMessages,
  deliveriesOf,
  giveUpOwnContact,
  offerOwnContact,
  OWN_KINDS,
  ownSettingsTag,
  proveOwnContact,
  rulesInForce,
  sendAnotherCode,
  type DeliveredMessage,
  type Owner,
} from '#engine';
import { channels, contactsOfPeople, messageChoices } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { TagSeen } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { Requester, type Who } from '../who/who.js';
import { contactView } from './contact.view.js';
import { deliveryView } from './delivery.view.js';

const ownerOf = ({ jurisdictionId, personId }: Who): Owner => ({ jurisdictionId, personId });

/** What the signed-in person chooses of their messages. Whose it is comes from the session and from nowhere else. */
@Controller()
export class MyMessagesController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('myMessages')
  async mine(@Requester() who: Who, @Res({ passthrough: true }) response: Response): Promise<MyMessages> {
    const mine = await this.read(who);
    response.set('ETag', mine.etag);
    return mine;
  }

  @Endpoint('chooseMessages')
  async choose(
    @Input() { body }: InputOf<'chooseMessages'>,
    @Requester() who: Who,
    @TagSeen() seen: string,
  ): Promise<MyMessages> {
    valueOf(await chooseMessages(this.context.engine.context, ownerOf(who), { ...body, seen }));
    return this.read(who);
  }

  @Endpoint('offerContact')
  async offer(@Input() { body }: InputOf<'offerContact'>, @Requester() who: Who): Promise<MyMessages> {
    valueOf(await offerOwnContact(this.context.engine.context, ownerOf(who), body));
    return this.read(who);
  }

  @Endpoint('sendCode')
  async code(@Input() { params }: InputOf<'sendCode'>, @Requester() who: Who): Promise<MyMessages> {
    valueOf(await sendAnotherCode(this.context.engine.context, ownerOf(who), params.id));
    return this.read(who);
  }

  @Endpoint('proveContact')
  async prove(
    @Input() { params, body }: InputOf<'proveContact'>,
    @Requester() who: Who,
  ): Promise<MyMessages> {
    const proof = { id: params.id, code: body.code };
    valueOf(await proveOwnContact(this.context.engine.context, ownerOf(who), proof));
    return this.read(who);
  }

  @Endpoint('chooseForContact')
  async chooseFor(
    @Input() { params, body }: InputOf<'chooseForContact'>,
    @Requester() who: Who,
    @TagSeen() seen: string,
  ): Promise<MyMessages> {
    const choice = { id: params.id, ...body, seen };
    valueOf(await chooseForOwnContact(this.context.engine.context, ownerOf(who), choice));
    return this.read(who);
  }

  @Endpoint('giveUpContact')
  async giveUp(@Input() { params }: InputOf<'giveUpContact'>, @Requester() who: Who): Promise<MyMessages> {
    valueOf(await giveUpOwnContact(this.context.engine.context, ownerOf(who), params.id));
    return this.read(who);
  }

  @Endpoint('messageDelivery')
  delivery(@Input() { params }: InputOf<'messageDelivery'>, @Requester() who: Who): Promise<MessageDelivery> {
    const { jurisdictionId, personId } = who;
    // Letters are no unit's: read for the whole jurisdiction, of one's own message alone.
    return this.context.database.transaction({ jurisdictionId }, async (tx) => {
      const [message] = await tx.query<DeliveredMessage>(
        `select id, state, deliver_at as "deliverAt", delivered_at as "deliveredAt", read_at as "readAt"
         from message where jurisdiction_id = $1 and id = $2 and person_id = $3`,
        [jurisdictionId, params.id, personId],
      );
      if (message === undefined) throw problem('NotFound');
      const ways = await deliveriesOf(tx, [message], this.context.now());
      return { ways: (ways.get(message.id) ?? []).map(deliveryView) };
    });
  }

  private read({ jurisdictionId, personId }: Who): Promise<MyMessages> {
    return this.context.database.transaction({ jurisdictionId }, async (tx) => {
      const { policy } = await rulesInForce(this.context.engine.context)(tx);
      const { messages, quietHours } = policy;
      const [choice] = await messageChoices(tx, [personId]);
      return {
        contacts: (await contactsOfPeople(tx, [personId])).map(contactView),
        channels: (await channels(tx))
          .filter(({ kind }) => OWN_KINDS.includes(kind))
          .map(({ id, name, kind }) => ({ id, name, kind, kindLabel: labelOf(CHANNEL_KIND_LABELS, kind) })),
        classes: MESSAGE_CLASSES.map((code) => ({
          code,
          label: MESSAGE_CLASS_LABELS[code],
          demanded: messages.demanded.includes(code),
        })),
        inOrder: choice?.inOrder ?? messages.inOrder,
        hours: choice?.hours ?? null,
        policyHours: quietHours,
        ownHoursAtLeast: messages.ownHoursAtLeast,
        nextChannelAfterHours: messages.nextChannelAfterHours,
        throttle: messages.throttle,
        etag: `"${await ownSettingsTag(tx, personId)}"`,
      };
    });
  }
}
