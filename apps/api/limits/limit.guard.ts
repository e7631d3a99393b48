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
    const wait = await this.context.limits.ofPerson(who.byToken ? who.session.id : who.personId);
    if (wait !== null) throw tooMany(execution.switchToHttp().getResponse<Response>(), wait);
    return true;
  }
}
