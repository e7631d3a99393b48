import { Controller } from '@nestjs/common';
import { civilDateOf, type CivilDate } from '#calendar';
import type { BurdenView, ScoreDetail, ScoreSheet } from '#contract';
import { burdenOf, explainScore, scoresOf } from '#engine';
import { readPlan } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { unitRef } from '../view/refs.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { scoreDetail, scoreSheet } from './score.view.js';

/** What units are asked for, and what the record gives them in points. A unit sees its own. */
@Controller()
export class StandingController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('burden')
  async burden(@Input() { query }: InputOf<'burden'>, @Requester() who: Who): Promise<BurdenView> {
    refuseUnconcerned('burden', who);
    if (who.boundUnitId !== undefined && query.unit !== undefined && query.unit !== who.boundUnitId)
      throw problem('NotFound');
    const thisMonth = civilDateOf(this.context.now()).slice(0, 7);
    const to = query.to ?? thisMonth;
    const { figures, months } = valueOf(
      await burdenOf(this.context.engine.context, {
        jurisdictionId: who.jurisdictionId,
        unitId: who.boundUnitId ?? query.unit ?? null,
        from: query.from ?? to,
        to,
      }),
    );
    return {
      capMinutes: figures.minutesPerMonthCap,
      assumed: figures.assumed,
      months: months.map(({ month, units }) => ({
        month,
        units: units.map(({ unitId, name, demands, fields, minutes, overCap, made }) => ({
          unit: unitRef(unitId, name),
          demands,
          fields,
          minutes,
          overCap,
          made: made.map((one) => ({ label: one.label, demands: one.demands, minutes: one.minutes })),
        })),
      })),
    };
  }

  @Endpoint('scores')
  async scores(@Input() { params, query }: InputOf<'scores'>, @Requester() who: Who): Promise<ScoreSheet> {
    refuseUnconcerned('scores', who);
    const wanted = await this.wanted(who, params.id, query);
    return scoreSheet(valueOf(await scoresOf(this.context.engine.context, wanted)), who.boundUnitId);
  }

  @Endpoint('unitScore')
  async unitScore(
    @Input() { params, query }: InputOf<'unitScore'>,
    @Requester() who: Who,
  ): Promise<ScoreDetail> {
    refuseUnconcerned('scores', who);
    // Another unit's points are none of a unit's business before they are published.
    if (who.boundUnitId !== undefined && who.boundUnitId !== params.unit) throw problem('NotFound');
    const wanted = await this.wanted(who, params.id, query);
    const command = { ...wanted, unitId: params.unit };
    return scoreDetail(valueOf(await explainScore(this.context.engine.context, command)));
  }

  /** The stretch that was asked for; else the plan's year up to today. */
  private async wanted(
    who: Who,
    planId: string,
    query: { from?: CivilDate | undefined; to?: CivilDate | undefined },
  ) {
    const plan = await seenBy(this.context, who, (tx) => readPlan(tx, planId));
    if (plan === null) throw problem('NotFound');
    const today = civilDateOf(this.context.now());
    const yearEnd = `${plan.year}-12-31`;
    return {
      jurisdictionId: who.jurisdictionId,
      planId,
      from: query.from ?? `${plan.year}-01-01`,
      to: query.to ?? (today < yearEnd ? today : yearEnd),
    };
  }
}
