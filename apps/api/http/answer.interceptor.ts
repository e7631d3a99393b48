import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import { map } from 'rxjs/operators';
import { ApiContext } from '../api-dependencies.js';
import { routeOf } from './endpoint.js';
import { problem } from './problem.js';

/** In tests, no answer leaves that the contract does not know: the browser would refuse it. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly context: ApiContext) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = routeOf(execution.getHandler())?.answer;
    if (!this.context.config.checkAnswers || schema === undefined) return next.handle();
    return next.handle().pipe(
      map((body: unknown) => {
        if (execution.switchToHttp().getResponse<Response>().statusCode === 304) return body;
        // A file of a list: its pages were read as the list's own, and are checked there.
        if (body instanceof StreamableFile) return body;
        const result = schema.safeParse(body);
        if (result.success) return body;
        throw problem('AnswerInvalid', JSON.stringify(result.error.issues.slice(0, 5)));
      }),
    );
  }
}
