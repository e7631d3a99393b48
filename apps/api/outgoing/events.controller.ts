import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { OutgoingEvent } from '#contract';
import { readerOfKey, readEvents } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { bearerToken } from '../who/bearer-token.js';

/** Other systems fetch what they would rather not be told, or have missed. Their key says whose rows they see. */
@Controller()
export class EventsController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('events')
  async events(
    @Input() { query }: InputOf<'events'>,
    @Req() request: Request,
  ): Promise<{ events: OutgoingEvent[]; next: string; more: boolean }> {
    const { engine, config } = this.context;
    const key = bearerToken(request);
    const reader =
      key === undefined || key === '' ? null : await readerOfKey(engine.context, key, this.context.now());
    if (reader === null) throw problem('KeyUnknown');
    const { documents, next, more } = await readEvents(engine.context, reader, {
      ...query,
      baseUrl: config.baseUrl,
    });
    // A document that is read and written again is the same text: its members stand in the order of their writing.
    return { events: documents.map((text) => JSON.parse(text) as OutgoingEvent), next: String(next), more };
  }
}
