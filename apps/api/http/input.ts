import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import type { ROUTES, RouteName } from '#contract';
import { routeOf } from './endpoint.js';
import { languageOf } from './language.js';
import { parsed } from './parsed.js';

type Part<N extends RouteName, K extends string> =
  (typeof ROUTES)[N] extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined;

/** What a route takes, checked and typed by the contract. */
export interface InputOf<N extends RouteName> {
  params: Part<N, 'params'>;
  query: Part<N, 'query'>;
  body: Part<N, 'body'>;
}

/** The request's parameters, query and body, as the route's schemas have them. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route = routeOf(context.getHandler());
  const request = context.switchToHttp().getRequest<Request>();
  const language = languageOf(request);
  return {
    params: route?.params && parsed(route.params, request.params, '/params', language),
    query: route?.query && parsed(route.query, request.query, '/query', language),
    body: route?.body && parsed(route.body, request.body ?? {}, '', language),
  };
});
