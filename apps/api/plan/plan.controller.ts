import { Controller, StreamableFile } from '@nestjs/common';
import { PLAN_LIST, ROUTES, UNIT_LIST, type PlanSummary, type PlanView, type UnitList } from '#contract';
import { todayIn } from '#engine';
import {
  countTasks,
  listActions,
  listReportedPeriods,
  PLANS,
  readPlan,
  UNITS,
  type PlanRow,
  type UnitRow,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { ledgerSeal } from '../ledger/ledger-seal.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { planSummary, planView } from './plan.view.js';

@Controller()
export class PlanController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('plans')
  plans(
    @Input() { query }: InputOf<'plans'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: PlanSummary[]; nextCursor: string | null }>> {
    return out.give('plans', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const { rows, nextCursor } = await listPage<PlanRow>(tx, PLAN_LIST, PLANS, page);
        return { items: rows.map(planSummary), nextCursor };
      }),
    );
  }

  @Endpoint('plan')
  plan(@Input() { params }: InputOf<'plan'>, @Requester() who: Who): Promise<PlanView> {
    return seenBy(this.context, who, async (tx) => {
      const plan = await readPlan(tx, params.id);
      if (plan === null) throw problem('NotFound');
      const actions = await listActions(tx, params.id);
      const today = await todayIn(this.context.engine.context.book, tx, this.context.now());
      const cells = await countTasks(tx, params.id, today.values);
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
  units(
    @Input() { query }: InputOf<'units'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<UnitList>> {
    return out.give('units', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const { rows, nextCursor } = await listPage<UnitRow>(tx, UNIT_LIST, UNITS, page);
        return { items: rows.map(({ is_group: isGroup, ...unit }) => ({ ...unit, isGroup })), nextCursor };
      }),
    );
  }

  @Endpoint('ledger')
  async ledger(
    @Input() { params, query }: InputOf<'ledger'>,
    @Requester() who: Who,
  ): Promise<StreamableFile> {
    if (this.context.ledger === undefined) throw problem('NotAvailable');
    const ledger = await this.context.ledger({
      jurisdictionId: who.jurisdictionId,
      planId: params.id,
      period: params.period,
      unitId: who.boundUnitId,
      of: { actionId: query.action, unitId: query.unit },
      filler: { actor: who.actor, seal: ledgerSeal(this.context.box) },
    });
    if (ledger === null) throw problem('NotFound', `没有“${params.period}”的台账：该方案或报告期不存在。`);
    return new StreamableFile(ledger.bytes, {
      type: ROUTES.ledger.mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(ledger.fileName)}`,
      length: ledger.bytes.byteLength,
    });
  }
}
