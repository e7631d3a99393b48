import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { from, of, type Observable } from 'rxjs';
import { concatMap, map } from 'rxjs/operators';
import { keepAnswer, readAnswer } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { writtenBy } from '../who/seen-by.js';
import { whoSends, type Who } from '../who/who.js';
import { routeOf } from './endpoint.js';
import { etagOf, tagSeen, versionSeen } from './etag.js';
import { idempotencyKey } from './idempotency-key.js';
import { problem } from './problem.js';
import { readFileBody } from './read-file-body.js';

/**
 * A change is done once: the answer to a key is kept, and given again to the same request. A refusal changed
 * nothing and is not kept, so that the same request may be tried again. Should the process die between the change
 * and the keeping of its answer, the repeat meets the same key in the trail, which is as harmless.
 */
@Injectable()
export class ChangeInterceptor implements NestInterceptor {
  constructor(private readonly context: ApiContext) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = routeOf(execution.getHandler());
    if (route?.change !== true) return next.handle();
    const request = execution.switchToHttp().getRequest<Request>();
    const response = execution.switchToHttp().getResponse<Response>();
    const who = whoSends(request);
    const key = idempotencyKey(request);
    if (route.bodyMediaType !== undefined) await readFileBody(request);
    const requestHash = hashOf(request);

    const kept = await writtenBy(this.context, who, (tx) => readAnswer(tx, who.personId, key));
    if (kept !== null) {
      if (kept.requestHash !== requestHash) throw problem('IdempotencyKeyReused');
      if (route.answerShownOnce === true) throw problem('AnswerShownOnce');
      response.status(kept.status).set('Idempotency-Replayed', 'true');
      return of(withEtag(response, kept.body));
    }
    if (route.conditional === true)
      (route.taggedByContent === true ? tagSeen : versionSeen)(request.headers['if-match']);
    // Nothing is done, and so nothing is kept: asked again, it says what would come of it then.
    if (isDryRun(request.body)) return next.handle();
    return next.handle().pipe(
      concatMap((body: unknown) =>
        from(this.keep(who, key, requestHash, route.status, route.answerShownOnce ? null : body)).pipe(
          map(() => body),
        ),
      ),
      map((body) => withEtag(response, body)),
    );
  }

  private keep(who: Who, key: string, requestHash: string, status: number, body: unknown): Promise<void> {
    const now = this.context.identity.clock.now();
    return writtenBy(this.context, who, (tx) =>
      keepAnswer(tx, who.personId, key, { requestHash, status, body }, now),
    );
  }
}

const isDryRun = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'dryRun' in body && body.dryRun === true;

function hashOf(request: Request): string {
  const body: unknown = request.body;
  const hash = createHash('sha256');
  // Of a file all its bytes count, and what the address says of it.
  if (Buffer.isBuffer(body))
    return hash.update(`${request.method} ${request.originalUrl}\n`).update(body).digest('hex');
  return hash.update(JSON.stringify([request.method, request.path, canonical(body)])).digest('hex');
}

/** The same members in another order are the same request. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, canonical(member)]),
  );
}

function withEtag(response: Response, body: unknown): unknown {
  if (typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number') {
    response.set('ETag', etagOf(body.version));
  }
  if (typeof body === 'object' && body !== null && 'etag' in body && typeof body.etag === 'string') {
    response.set('ETag', body.etag);
  }
  return body;
}
