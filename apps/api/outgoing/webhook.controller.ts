import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { webhookTypeLabel, type WebhookList, type WebhookSecrets } from '#contract';
import type { webhookDeliveryListSchema } from '#contract';
import {
  addWebhook,
  managesWebhooks,
  pauseWebhookByHand,
  pingWebhook,
  removeWebhookByHand,
  renewWebhook,
  replayWebhook,
  resumeWebhookByHand,
  sendAgain,
  updateWebhook,
} from '#engine';
import {
  deliveriesOf,
  deliveryCounts,
  readWebhook,
  streamProgress,
  webhookSubscriptions,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { cursorOf, markOf, momentMarkSchema } from '../http/cursor.js';
import { Endpoint } from '../http/endpoint.js';
import { TagSeen } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { deliveryView, webhookView } from './webhook.view.js';

const STATES = ['pending', 'sending', 'delivered', 'failedForNow', 'dead', 'leftOut'];
const markSchema = momentMarkSchema.extend({ position: z.int() });
type Deliveries = z.output<typeof webhookDeliveryListSchema>;
type Done = Promise<{ id: string }>;

/** Subscriptions of other systems: administrators all, the head of a unit the unit's, the auditor to look at. */
@Controller()
export class WebhookController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('webhooks')
  list(@Requester() who: Who): Promise<WebhookList> {
    refuseUnconcerned('webhooks', who);
    const manages = managesWebhooks(who.actor);
    return seenBy(this.context, who, async (tx) => {
      const counts = new Map((await deliveryCounts(tx)).map((one) => [one.subscriptionId, one]));
      const { lastPosition } = await streamProgress(tx);
      const units = await tx.query<{ id: string; name: string }>(
        `select id, name from unit where jurisdiction_id = $1 and not is_group and ($2 or id = any($3::uuid[])) order by name`,
        [who.jurisdictionId, manages.all, manages.all ? [] : manages.unitIds],
      );
      const rows = await webhookSubscriptions(tx);
      return {
        items: rows.map((row) => webhookView(row, counts.get(row.id), manages, this.context.now())),
        mayAdd: { jurisdiction: manages.all, units },
        lastCursor: lastPosition === 0 ? null : String(lastPosition),
      };
    });
  }

  @Endpoint('addWebhook')
  async add(@Input() { body }: InputOf<'addWebhook'>, @Requester() who: Who): Promise<WebhookSecrets> {
    refuseUnconcerned('webhooks', who);
    const { jurisdictionId, actor } = who;
    const { webhookId, secret, key } = valueOf(
      await addWebhook(this.engine, { jurisdictionId, actor, ...body }, this.seal),
    );
    return { id: webhookId, secret, key, formerUntil: null };
  }

  @Endpoint('updateWebhook')
  async update(
    @Input() { params, body }: InputOf<'updateWebhook'>,
    @Requester() who: Who,
    @TagSeen() seen: string,
  ): Done {
    return done(valueOf(await updateWebhook(this.engine, { ...this.about(who, params.id), ...body, seen })));
  }

  @Endpoint('removeWebhook')
  async remove(@Input() { params }: InputOf<'removeWebhook'>, @Requester() who: Who): Promise<void> {
    valueOf(await removeWebhookByHand(this.engine, this.about(who, params.id)));
  }

  @Endpoint('renewWebhook')
  async renew(
    @Input() { params, body }: InputOf<'renewWebhook'>,
    @Requester() who: Who,
  ): Promise<WebhookSecrets> {
    const about = { ...this.about(who, params.id), atOnce: body.atOnce };
    return { id: params.id, ...valueOf(await renewWebhook(this.engine, about, this.seal)) };
  }

  @Endpoint('pauseWebhook')
  async pause(@Input() { params, body }: InputOf<'pauseWebhook'>, @Requester() who: Who): Done {
    return done(valueOf(await pauseWebhookByHand(this.engine, { ...this.about(who, params.id), ...body })));
  }

  @Endpoint('resumeWebhook')
  async resume(@Input() { params, body }: InputOf<'resumeWebhook'>, @Requester() who: Who): Done {
    return done(valueOf(await resumeWebhookByHand(this.engine, { ...this.about(who, params.id), ...body })));
  }

  @Endpoint('pingWebhook')
  async ping(@Input() { params }: InputOf<'pingWebhook'>, @Requester() who: Who): Done {
    return { id: valueOf(await pingWebhook(this.engine, this.about(who, params.id))).deliveryId };
  }

  @Endpoint('replayWebhook')
  async replay(
    @Input() { params, body }: InputOf<'replayWebhook'>,
    @Requester() who: Who,
  ): Promise<{ id: string; after: string }> {
    const { after, since = '' } = body;
    const from = after === undefined ? { since } : { after };
    const replayed = valueOf(await replayWebhook(this.engine, { ...this.about(who, params.id), from }));
    return { id: params.id, after: String(replayed.after) };
  }

  @Endpoint('webhookDeliveries')
  deliveries(
    @Input() { params, query }: InputOf<'webhookDeliveries'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<Deliveries>> {
    refuseUnconcerned('webhooks', who);
    return out.give('webhookDeliveries', query, (page) => this.deliveriesPage(who, params.id, page));
  }

  private deliveriesPage(
    who: Who,
    webhookId: string,
    { limit, state, cursor }: InputOf<'webhookDeliveries'>['query'],
  ): Promise<Deliveries> {
    const before = markOf(markSchema, cursor);
    return seenBy(this.context, who, async (tx) => {
      if ((await readWebhook(tx, webhookId)) === null) throw problem('NotFound');
      const states = state === undefined ? STATES : [state];
      const rows = await deliveriesOf(tx, webhookId, { states, limit, ...(before ? { before } : {}) });
      const last = rows.at(-1);
      return {
        items: rows.map((row) => deliveryView(row, webhookTypeLabel(row.type))),
        nextCursor:
          last === undefined || rows.length < limit
            ? null
            : cursorOf({ at: last.createdAt, position: last.position ?? 0, id: last.id }),
      };
    });
  }

  @Endpoint('sendDeliveryAgain')
  async again(@Input() { params }: InputOf<'sendDeliveryAgain'>, @Requester() who: Who): Done {
    const { id, deliveryId } = params;
    return { id: valueOf(await sendAgain(this.engine, { ...this.about(who, id), deliveryId })).deliveryId };
  }

  private get engine() {
    return this.context.engine.context;
  }

  private readonly seal = (secret: unknown): string => this.context.identity.secrets.seal(secret);

  private about(who: Who, webhookId: string) {
    refuseUnconcerned('webhooks', who);
    return { jurisdictionId: who.jurisdictionId, actor: who.actor, webhookId };
  }
}

const done = ({ webhookId }: { webhookId: string }): { id: string } => ({ id: webhookId });
