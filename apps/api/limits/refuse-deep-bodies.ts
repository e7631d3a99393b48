import type { NextFunction, Request, Response } from 'express';

/** No body of the contract goes half as deep. */
const DEEPEST = 32;

/**
 * Refuses a JSON body that is nested beyond measure before anything walks through it: a few bytes a level are enough
 * to overflow the stack of whatever calls itself for each.
 */
export function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  next(isDeep(request.body) ? Object.assign(new Error('nested too deeply'), { status: 400 }) : undefined);
}

/** Level by level, without calling itself. */
function isDeep(body: unknown): boolean {
  if (Buffer.isBuffer(body)) return false;
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
