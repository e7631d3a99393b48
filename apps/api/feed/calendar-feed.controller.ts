import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { CalendarFeed, RenewedCalendarFeed } from '#contract';
import { renewFeed, stopFeed } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

@Controller()
export class CalendarFeedController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('calendarFeed')
  feed(@Requester() who: Who): Promise<CalendarFeed> {
    return seenBy(this.context, who, async (tx) => {
      const [row] = await tx.query<CalendarFeed>(
        'select made_at as "madeAt", read_at as "readAt" from calendar_feed where person_id = $1',
        [who.personId],
      );
      return row ?? { madeAt: null, readAt: null };
    });
  }

  @Endpoint('renewCalendarFeed')
  async renew(@Requester() who: Who, @Req() request: Request): Promise<RenewedCalendarFeed> {
    const token = await renewFeed(this.context.engine.context, who);
    const host = this.context.config.baseUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { url: `${host}/calendar/${token}.ics` };
  }

  @Endpoint('endCalendarFeed')
  end(@Requester() who: Who): Promise<void> {
    return stopFeed(this.context.engine.context, who);
  }
}
