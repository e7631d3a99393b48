import { Controller } from '@nestjs/common';
import { LETTER_LIST, type LetterDetail, type LetterPage } from '#contract';
import { administersChannels, requeueLetters } from '#engine';
import { attemptsOf, LETTERS, readLetter, type LetterRead } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { attemptView, letterView } from './letter.view.js';

/** Letters for administrators: where each stands and how its attempts ended; what they say is their addressees'. */
@Controller()
export class LetterController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('letters')
  letters(
    @Input() { query }: InputOf<'letters'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<LetterPage>> {
    refuseUnconcerned('letters', who);
    const { jurisdictionId, actor } = who;
    return out.give('letters', query, (page) =>
      this.context.database.transaction({ jurisdictionId }, async (tx) => {
        const { rows, nextCursor } = await listPage<LetterRead>(tx, LETTER_LIST, LETTERS, page);
        return { items: rows.map(letterView), nextCursor, mayChange: administersChannels(actor) };
      }),
    );
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
