import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { addMinutes } from '#calendar';
import type { ChannelList } from '#contract';
import {
  administersChannels,
  renewReceiptAddress,
  requeueLetters,
  sendTrialLetter,
  setChannelPaused,
} from '#engine';
import { channelHealth, channels, contacts, heldParcels, letterCounts } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { channelView } from './channel.view.js';

const COUNTED_DAYS = 30;

/** Channels for administrators: how each does, pause and resume, trial. Their secrets are never read here. */
@Controller()
export class ChannelController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('channels')
  channels(@Requester() who: Who): Promise<ChannelList> {
    refuseUnconcerned('letters', who);
    const { jurisdictionId, actor } = who;
    return this.context.database.transaction({ jurisdictionId }, async (tx) => {
      const now = this.context.now();
      const found = await channels(tx);
      const health = await channelHealth(tx);
      const addresses = (await contacts(tx)).filter(({ state }) => state === 'inUse');
      const counts = await letterCounts(tx, addMinutes(now, -COUNTED_DAYS * 24 * 60));
      const held = (await heldParcels(tx, now)).map((one) => ({ ...one, state: 'held' }));
      const names = await tx.query<{ id: string; name: string }>(
        'select id, name from person where jurisdiction_id = $1 and id = any($2::uuid[])',
        [jurisdictionId, found.flatMap(({ pausedBy }) => pausedBy ?? [])],
      );
      return {
        items: found.map((channel) => {
          const here = addresses.filter(({ channelId }) => channelId === channel.id);
          return channelView(channel, {
            health: health.find(({ channelId }) => channelId === channel.id),
            pausedBy: names.find(({ id }) => id === channel.pausedBy)?.name ?? null,
            addresses: here.filter(({ personId }) => personId !== null).length,
            groups: here.filter(({ unitId }) => unitId !== null).map(({ owner }) => owner),
            counts: [...counts, ...held].filter(({ channelId }) => channelId === channel.id),
          });
        }),
        mayChange: administersChannels(actor),
        rehearsal: this.context.isRehearsal(),
        countedDays: COUNTED_DAYS,
      };
    });
  }

  @Endpoint('pauseChannel')
  async pause(
    @Input() { params, body }: InputOf<'pauseChannel'>,
    @Requester() who: Who,
  ): Promise<{ paused: boolean }> {
    const wanted = { channelId: params.id, reason: body.reason };
    return valueOf(await setChannelPaused(this.context.engine.context, who, wanted));
  }

  @Endpoint('resumeChannel')
  async resume(
    @Input() { params }: InputOf<'resumeChannel'>,
    @Requester() who: Who,
  ): Promise<{ paused: boolean }> {
    const wanted = { channelId: params.id, reason: null };
    return valueOf(await setChannelPaused(this.context.engine.context, who, wanted));
  }

  @Endpoint('tryChannel')
  async trial(
    @Input() { params, body }: InputOf<'tryChannel'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ letterId: string }> {
    if (this.context.isRehearsal())
      throw problem('NotAvailable', '系统按演练时钟运行，不向站外发送任何消息。');
    const trial = { channelId: params.id, address: body.address, idempotencyKey };
    return valueOf(await sendTrialLetter(this.context.engine.context, who, trial));
  }

  @Endpoint('renewReceipts')
  async receipts(
    @Input() { params }: InputOf<'renewReceipts'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<{ url: string }> {
    const { token } = valueOf(await renewReceiptAddress(this.context.engine.context, who, params.id));
    const host = this.context.config.baseUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { url: `${host}/receipts/${token}` };
  }

  @Endpoint('requeueChannel')
  async requeue(
    @Input() { params }: InputOf<'requeueChannel'>,
    @Requester() who: Who,
  ): Promise<{ requeued: number }> {
    return valueOf(await requeueLetters(this.context.engine.context, who, { channelId: params.id }));
  }
}
