import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiContext } from '../api-dependencies.js';
import { knownSender } from '../who/who.js';
import { tooMany } from './too-many.js';

/** Lets a person, or a token, send so much and no more. Behind the guard that knows who it is. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(private readonly context: ApiContext) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<Request>();
    const who = knownSender(request);
    if (who === undefined) return true;
    // Each token counts for itself: one that runs wild does not shut its person out.
    const left = await this.context.limits.ofPerson(who.byToken ? who.session.id : who.personId);
    const response = execution.switchToHttp().getResponse<Response>();
    // As draft-ietf-httpapi-ratelimit-headers writes them: programs slow down by themselves.
    response.set('RateLimit-Policy', `"person";q=${left.of};w=${left.withinS}`);
    response.set('RateLimit', `"person";r=${left.remaining};t=${left.resetS}`);
    if (left.over) throw tooMany(response, left.resetS);
    return true;
  }
}
