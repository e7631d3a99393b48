import { Controller } from '@nestjs/common';
import type { SearchAnswer } from '#contract';
import { searchEverything } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { areasOf } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

/** Of one kind no more than fits a window without scrolling. */
const OF_A_KIND = 8;
const MOST_WORDS = 6;

/** One box for everything that has a page; what is not the person's is not found. */
@Controller()
export class SearchController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('search')
  search(@Input() { query }: InputOf<'search'>, @Requester() who: Who): Promise<SearchAnswer> {
    const words = query.q.split(/\s+/u).slice(0, MOST_WORDS);
    const reviews = areasOf(who.actor).includes('planReviews');
    return seenBy(this.context, who, async (tx) => ({
      items: await searchEverything(tx, { words, each: OF_A_KIND, reviews }),
    }));
  }
}
