import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AlertView } from '#contract';
import { listAlerts } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { markOf, momentMarkSchema, nextCursor } from '../http/cursor.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { AlertFeed } from './alert-feed.js';
import { levelsIn } from '../view/levels.js';
import { alertView } from './alert.view.js';
import { EventStream } from './event-stream.js';

@Controller()
export class AlertController {
  constructor(
    private readonly context: ApiContext,
    private readonly feed: AlertFeed,
  ) {}

  @Endpoint('alerts')
  alerts(
    @Input() { query }: InputOf<'alerts'>,
    @Requester() who: Who,
  ): Promise<{ items: AlertView[]; total: number; nextCursor: string | null }> {
    refuseUnconcerned('alerts', who);
    const before = markOf(momentMarkSchema, query.cursor);
    return seenBy(this.context, who, async (tx) => {
      const levels = await levelsIn(tx);
      const { rows, total } = await listAlerts(tx, { ...query, before });
      return {
        items: rows.map((row) => alertView(row, levels)),
        total,
        nextCursor: nextCursor(rows, query.limit, (row) => ({ at: row.raised_at, id: row.id })),
      };
    });
  }

  @Endpoint('alertStream')
  stream(@Requester() who: Who, @Res() response: Response): void {
    refuseUnconcerned('alerts', who);
    const stream = new EventStream(response);
    const leave = this.feed.listen(who.jurisdictionId, {
      snapshot: (items) => stream.send('snapshot', { items }),
      news: ({ kind, alert }) => stream.send(kind, alert),
      over: () => stream.end(),
    });
    const pulse = setInterval(() => void this.beat(who, stream), this.context.config.heartbeatMs);
    response.on('close', () => {
      clearInterval(pulse);
      leave();
    });
  }

  /** An open stream ends with its session, and does not keep it alive. */
  private async beat(who: Who, stream: EventStream): Promise<void> {
    try {
      if (await who.stillGood()) stream.beat();
      else stream.end();
    } catch {
      stream.end();
    }
  }
}
