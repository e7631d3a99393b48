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

/**
 * The mark of content in a request's If-Match, without its quotation marks. Rejects as {@link versionSeen} does.
 */
export function tagSeen(header: string | undefined): string {
  if (header === undefined || header.trim() === '') throw problem('IfMatchMissing');
  const match = /^"([\w-]{22})"$/.exec(header.trim());
  if (match === null) throw problem('VersionConflict');
  return match[1] ?? '';
}

/** The mark that the request says it saw. */
export const TagSeen = createParamDecorator((_: unknown, context: ExecutionContext) =>
  tagSeen(context.switchToHttp().getRequest<Request>().headers['if-match']),
);

/** Refuses a change of something that has moved on since it was seen. */
export function refuseStale(seen: number, current: number): void {
  if (seen !== current) throw problem('VersionConflict');
}
