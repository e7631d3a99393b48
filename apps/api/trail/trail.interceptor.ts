import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, Observable } from 'rxjs';
import { concatMap } from 'rxjs/operators';
import type { Route } from '#contract';
import { actingFrom, recordExport, type TrailOrigin } from '#engine';
import { systemClock } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { nameOfRoute, routeOf } from '../http/endpoint.js';
import { knownSender, type Who } from '../who/who.js';
import { AccessLog } from './access-log.js';
import { openOrigin, originOf } from './origin-of.js';
import { valuesAt } from './values-at.js';

/**
 * An answer that shows personal data, and one that is a file to be taken away, leaves when it is on the trail who asked for it, and not
 * before. What the trail cannot write is not answered.
 */
@Injectable()
export class TrailInterceptor implements NestInterceptor {
  constructor(
    private readonly log: AccessLog,
    private readonly context: ApiContext,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = execution.getHandler();
    const request = execution.switchToHttp().getRequest<Request>();
    const who = knownSender(request);
    const handled = handledFrom(who === undefined ? openOrigin(request) : originOf(who, request), next);
    if (who === undefined) return handled;
    const response = execution.switchToHttp().getResponse<Response>();
    const personal = routeOf(handler)?.personal;
    const route = nameOfRoute(handler) ?? request.path;
    const shown = { request, who, route, personal };
    return handled.pipe(
      concatMap((answer: unknown) => {
        // Nothing is shown that was not shown before.
        if (response.statusCode === 304) return [answer];
        if (answer instanceof StreamableFile) return from(this.exported(shown).then(() => answer));
        if (personal === undefined || typeof personal === 'string') return [answer];
        return from(this.looked(answer, personal, shown).then(() => answer));
      }),
    );
  }

  private looked(
    answer: unknown,
    personal: Exclude<NonNullable<Route['personal']>, string>,
    { request, who, route }: Shown,
  ): Promise<void> {
    const { params } = request;
    return this.log.safe({
      jurisdictionId: who.jurisdictionId,
      origin: originOf(who, request),
      route,
      of: personal.of,
      personIds: valuesAt({ params, answer }, personal.whose),
      query: askedFor(request),
    });
  }

  private exported({ request, who, route, personal }: Shown): Promise<void> {
    return this.context.database.transaction({ jurisdictionId: who.jurisdictionId }, (tx) =>
      recordExport(tx, originOf(who, request), {
        action: route === 'ledger' ? 'ledgerExported' : 'listExported',
        at: systemClock.now(),
        target: { kind: 'route', id: route },
        details: typeof personal === 'object' ? { of: personal.of } : {},
        after: askedFor(request),
      }),
    );
  }
}

/** Whatever the handler changes deep below knows who acts and from where. */
const handledFrom = (origin: TrailOrigin, next: CallHandler): Observable<unknown> =>
  new Observable((listener) => actingFrom(origin, () => next.handle().subscribe(listener)));

interface Shown {
  request: Request;
  who: Who;
  route: string;
  personal: Route['personal'];
}

/** What was searched for, without the mark of the page: it can hold a name. */
function askedFor({ query }: Request): { query: unknown } | null {
  const { cursor: _, ...asked } = query;
  return Object.keys(asked).length === 0 ? null : { query: asked };
}
