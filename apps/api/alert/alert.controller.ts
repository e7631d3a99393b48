import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ALERT_LIST, type AlertQuery, type AlertView } from '#contract';
import { ALERTS, type AlertRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { EventStream } from '../event-stream/event-stream.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { whenOver } from '../http/when-over.js';
import { Requester, type Who } from '../who/who.js';
import { AlertFeed } from './alert-feed.js';
import { levelsIn } from '../view/levels.js';
import { alertView } from './alert.view.js';

interface AlertPage {
  items: AlertView[];
  total: number | null;
  nextCursor: string | null;
}

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
    @Out() out: ListOut,
  ): Promise<Given<AlertPage>> {
    refuseUnconcerned('alerts', who);
    return out.give('alerts', query, (page) => this.page(who, page));
  }

  private page(who: Who, query: AlertQuery): Promise<AlertPage> {
    return seenBy(this.context, who, async (tx) => {
      const levels = await levelsIn(tx);
      const now = this.context.clock.now();
      const { rows, nextCursor, total } = await listPage<AlertRow>(tx, ALERT_LIST, ALERTS, query);
      return { items: rows.map((row) => alertView(row, levels, now)), total: await total(), nextCursor };
    });
  }

  @Endpoint('alertStream')
  stream(@Requester() who: Who, @Res() response: Response): void {
    refuseUnconcerned('alerts', who);
    const stream = new EventStream(response);
    const leave = this.feed.listen(who.jurisdictionId, {
      snapshot: (items) => stream.tell({ event: 'snapshot', data: JSON.stringify({ items }) }),
      news: ({ kind, alert }) => stream.tell({ event: kind, data: JSON.stringify(alert) }),
      over: () => stream.close(),
    });
    const pulse = setInterval(() => void this.beat(who, stream), this.context.config.heartbeatMs);
    whenOver(response, () => {
      clearInterval(pulse);
      leave();
    });
  }

  /** An open stream ends with its session, and does not keep it alive. */
  private async beat(who: Who, stream: EventStream): Promise<void> {
    try {
      if (await who.stillGood()) stream.beat();
      else stream.close();
    } catch {
      stream.close();
    }
  }
}
