import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { problem } from './problem.js';

/** The ETag of a version: the number in quotation marks. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version in a request's If-Match. `*` and weak tags are no proof of what was seen: they never match.
 * Rejects with IfMatchMissing or VersionConflict.
 */
export function versionSeen(header: string | undefined): number {
  if (header === undefined || header.trim() === '') throw problem('IfMatchMissing');
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (match === null) throw problem('VersionConflict');
  return Number(match[1]);
}

/** The version that the request says it saw. */
export const VersionSeen = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionSeen(context.switchToHttp().getRequest<Request>().headers['if-match']),
);

/** Refuses a change of something that has moved on since it was seen. */
export function refuseStale(seen: number, current: number): void {
  if (seen !== current) throw problem('VersionConflict');
}
