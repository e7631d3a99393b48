import { Controller, Req } from '@nestjs/common';
import type { AttachedSource, PlanSource } from '#contract';
import { attachPlanSource, isOfficeOf } from '#engine';
import { readPlan, readPlanText } from '#persistence';
import type { Request } from 'express';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

/** The text that a plan was published with: to be read, and to be attached where the plan was loaded without it. */
@Controller()
export class PlanSourceController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('planSource')
  source(@Input() { params }: InputOf<'planSource'>, @Requester() who: Who): Promise<PlanSource> {
    return seenBy(this.context, who, async (tx) => {
      const plan = await readPlan(tx, params.id);
      const text = await readPlanText(tx, params.id);
      if (plan === null || text === undefined) throw problem('NotFound');
      const mayAttach = text === null && isOfficeOf(who.actor, who.jurisdictionId, plan.code);
      return { planId: plan.id, title: plan.title, documentNumber: plan.document_number, text, mayAttach };
    });
  }

  @Endpoint('attachPlanSource')
  async attach(
    @Input() { params }: InputOf<'attachPlanSource'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AttachedSource> {
    const plan = await seenBy(this.context, who, (tx) => readPlan(tx, params.id));
    if (plan === null) throw problem('NotFound');
    if (!isOfficeOf(who.actor, who.jurisdictionId, plan.code)) throw problem('NotPermitted');
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw problem('RequestUnreadable');
    const attached = await attachPlanSource(this.context.engine.context, {
      jurisdictionId: who.jurisdictionId,
      bytes,
      planId: plan.id,
      actor: who.actor,
    });
    return { planId: plan.id, tasks: valueOf(attached).tasks };
  }
}
