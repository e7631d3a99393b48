import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { IDEMPOTENCY_HEADER } from '#contract';
import { whoSends } from '../who/who.js';
import { problem } from './problem.js';

/** The request's Idempotency-Key. Rejects with IdempotencyKeyMissing. */
export function idempotencyKey(request: Request): string {
  const key = request.get(IDEMPOTENCY_HEADER)?.trim() ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw problem('IdempotencyKeyMissing');
  return key;
}

/** The key for the engine: a person's keys are theirs alone, so two people may use the same one. */
export const EngineKey = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<Request>();
  return `http:${whoSends(request).personId}:${idempotencyKey(request)}`;
});
