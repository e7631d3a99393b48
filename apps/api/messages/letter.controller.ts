import { Controller } from '@nestjs/common';
import type { LetterDetail, LetterPage } from '#contract';
import { administersChannels, requeueLetters } from '#engine';
import { attemptsOf, listLetters, readLetter } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { markOf, momentMarkSchema, nextCursor } from '../http/cursor.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { attemptView, letterView } from './letter.view.js';

/** Letters for administrators: where each stands and how its attempts ended; what they say is their addressees'. */
@Controller()
export class LetterController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('letters')
  letters(@Input() { query }: InputOf<'letters'>, @Requester() who: Who): Promise<LetterPage> {
    refuseUnconcerned('letters', who);
    const before = markOf(momentMarkSchema, query.cursor) ?? null;
    const { limit } = query;
    return this.context.database.transaction({ jurisdictionId: who.jurisdictionId }, async (tx) => {
      const found = await listLetters(tx, {
        state: query.state ?? null,
        channelId: query.channel ?? null,
        limit,
        before,
      });
      return {
        items: found.map(letterView),
        nextCursor: nextCursor(found, limit, ({ createdAt, id }) => ({ at: createdAt, id })),
        mayChange: administersChannels(who.actor),
      };
    });
  }

  @Endpoint('letter')
  letter(@Input() { params }: InputOf<'letter'>, @Requester() who: Who): Promise<LetterDetail> {
    refuseUnconcerned('letters', who);
    return this.context.database.transaction({ jurisdictionId: who.jurisdictionId }, async (tx) => {
      const letter = await readLetter(tx, params.id);
      if (letter === null) throw problem('NotFound');
      return { ...letterView(letter), attempts: (await attemptsOf(tx, letter.id)).map(attemptView) };
    });
  }

  @Endpoint('requeueLetter')
  async requeue(
    @Input() { params }: InputOf<'requeueLetter'>,
    @Requester() who: Who,
  ): Promise<{ requeued: number }> {
    return valueOf(await requeueLetters(this.context.engine.context, who, { letterId: params.id }));
  }
}
