import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { streamProgress } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { whenOver } from '../http/when-over.js';
import { Requester, type Who } from '../who/who.js';
import { TrailFollower } from './follow-trail.js';
import { ResumableStream } from './resumable-stream.js';
import { openStream } from './streams-open.js';
import { TrailWatch } from './trail-watch.js';

/** A reader who takes nothing for so long is cut off. */
const PATIENCE_MS = 30_000;

/** The signed-in person's events as they happen, to be taken up again where they broke off. */
@Controller()
export class EventStreamController {
  constructor(
    private readonly context: ApiContext,
    private readonly watch: TrailWatch,
  ) {}

  @Endpoint('eventStream')
  async stream(
    @Input() { query }: InputOf<'eventStream'>,
    @Requester() who: Who,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const from = lastEventId(request) ?? query.after ?? null;
    if (from !== null) await this.refuseBeyond(who, from);
    const close = openStream(who.personId);
    whenOver(response, close);
    const stream = new ResumableStream(response, PATIENCE_MS);
    const follower = new TrailFollower(this.context, who, stream, from);
    const leave = this.watch.listen(who.jurisdictionId, follower);
    const pulse = setInterval(() => void follower.beat(), this.context.config.heartbeatMs);
    whenOver(response, () => {
      clearInterval(pulse);
      leave();
    });
  }

  /** A position that was never given was not got here: of another record, or made up. */
  private async refuseBeyond({ jurisdictionId }: Who, from: number): Promise<void> {
    const { lastPosition } = await this.context.database.transaction({ jurisdictionId }, streamProgress, {
      readOnly: true,
    });
    if (from > lastPosition) throw problem('CursorInvalid');
  }
}

function lastEventId(request: Request): number | undefined {
  const header = request.get('Last-Event-ID')?.trim();
  if (header === undefined || header === '') return undefined;
  if (!/^\d{1,15}$/u.test(header)) throw problem('CursorInvalid');
  return Number(header);
}
