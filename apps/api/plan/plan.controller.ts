import { Controller, StreamableFile } from '@nestjs/common';
import { ROUTES, type PlanSummary, type PlanView, type UnitList } from '#contract';
import { countTasks, listActions, listPlans, listReportedPeriods, listUnits, readPlan } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { planSummary, planView } from './plan.view.js';

@Controller()
export class PlanController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('plans')
  plans(@Requester() who: Who): Promise<{ items: PlanSummary[] }> {
    return seenBy(this.context, who, async (tx) => ({ items: (await listPlans(tx)).map(planSummary) }));
  }

  @Endpoint('plan')
  plan(@Input() { params }: InputOf<'plan'>, @Requester() who: Who): Promise<PlanView> {
    return seenBy(this.context, who, async (tx) => {
      const plan = await readPlan(tx, params.id);
      if (plan === null) throw problem('NotFound');
      const actions = await listActions(tx, params.id);
      const cells = await countTasks(tx, params.id);
      const periods = this.context.ledger ? await listReportedPeriods(tx, params.id, this.context.now()) : [];
      return planView(
        plan,
        actions,
        cells,
        periods.map((row) => row.period),
      );
    });
  }

  @Endpoint('units')
  units(@Requester() who: Who): Promise<UnitList> {
    return seenBy(this.context, who, async (tx) => ({
      items: (await listUnits(tx)).map(({ is_group: isGroup, ...unit }) => ({ ...unit, isGroup })),
    }));
  }

  @Endpoint('ledger')
  async ledger(@Input() { params }: InputOf<'ledger'>, @Requester() who: Who): Promise<StreamableFile> {
    if (this.context.ledger === undefined) throw problem('NotAvailable');
    const ledger = await this.context.ledger({
      jurisdictionId: who.jurisdictionId,
      planId: params.id,
      period: params.period,
      unitId: who.boundUnitId,
    });
    if (ledger === null) throw problem('NotFound', `没有“${params.period}”的台账：该方案或报告期不存在。`);
    return new StreamableFile(ledger.bytes, {
      type: ROUTES.ledger.mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(ledger.fileName)}`,
      length: ledger.bytes.byteLength,
    });
  }
}
