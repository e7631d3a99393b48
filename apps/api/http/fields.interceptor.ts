import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { map } from 'rxjs/operators';
import { pickFields, sparseFieldsOf, type SparseFields } from '#contract';
import { routeOf } from './endpoint.js';
import { ProblemError } from './problem.js';

/**
 * `?fields=code,title`: of an answer only these members, of a list only these of each item. What is not asked for is
 * left out of an answer that was made and checked whole, so that nobody sees by this what they would not see anyhow.
 */
@Injectable()
export class FieldsInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<Request>();
    const given: unknown = request.query['fields'];
    const route = routeOf(execution.getHandler());
    const sparse = given === undefined || route === undefined ? null : sparseFieldsOf(route);
    if (sparse === null) return next.handle();
    const wanted = wantedOf(given, sparse);
    const response = execution.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((body: unknown) => {
        const whole = response.statusCode === 200 && !(body instanceof StreamableFile);
        return whole ? pickFields(body, sparse.ofItems, wanted) : body;
      }),
    );
  }
}

function wantedOf(given: unknown, { names }: SparseFields): string[] {
  const wanted = [given]
    .flat()
    .map(String)
    .join(',')
    .split(',')
    .map((name) => name.trim());
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length === 0) return wanted;
  const said = unknown.slice(0, 5).map((name) => `“${name.slice(0, 40)}”`);
  throw new ProblemError(
    'FieldUnknown',
    `fields 中没有这样的字段：${said.join('、')}；可用：${names.join('、')}。`,
    [{ path: '/query/fields', message: names.join(', ') }],
    undefined,
    names,
  );
}
