import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, type Observable } from 'rxjs';
import { concatMap } from 'rxjs/operators';
import type { Route } from '#contract';
import { nameOfRoute, routeOf } from '../http/endpoint.js';
import { whoSends } from '../who/who.js';
import { AccessLog } from './access-log.js';
import { originOf } from './origin-of.js';
import { valuesAt } from './values-at.js';

/** An answer that shows personal data leaves when it is on the trail who asked for it, and not before. */
@Injectable()
export class TrailInterceptor implements NestInterceptor {
  constructor(private readonly log: AccessLog) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = execution.getHandler();
    const personal = routeOf(handler)?.personal;
    if (personal === undefined || typeof personal === 'string') return next.handle();
    const request = execution.switchToHttp().getRequest<Request>();
    const response = execution.switchToHttp().getResponse<Response>();
    const route = nameOfRoute(handler) ?? request.path;
    return next
      .handle()
      .pipe(
        concatMap((answer: unknown) => from(this.#recorded(answer, { request, response, route, personal }))),
      );
  }

  async #recorded(answer: unknown, { request, response, route, personal }: Shown): Promise<unknown> {
    // Nothing is shown that was not shown before.
    if (response.statusCode === 304) return answer;
    const who = whoSends(request);
    const { params, query } = request;
    await this.log.safe({
      jurisdictionId: who.jurisdictionId,
      origin: originOf(who, request),
      route,
      of: personal.of,
      personIds: valuesAt({ params, answer }, personal.whose),
      query: Object.keys(query).length === 0 ? null : { query },
    });
    return answer;
  }
}

interface Shown {
  request: Request;
  response: Response;
  route: string;
  personal: Exclude<NonNullable<Route['personal']>, string>;
}
