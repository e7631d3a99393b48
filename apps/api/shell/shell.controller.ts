import { Controller } from '@nestjs/common';
import { isSittingDue, PLAN_LIST, SITTING_LIST, type SessionView, type ShellView } from '#contract';
import { countUnread, PLANS, SITTINGS, type PlanRow, type SittingRow, type Transaction } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { listPage } from '../lists/list-page.js';
import { planSummary } from '../plan/plan.view.js';
import { sessionView } from '../session/session.view.js';
import { sittingSummary } from '../sitting/sitting.view.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

/** A unit has some fifty sittings a year: what is still to be filed is among the latest of them. */
const AT_MOST = 500;

/** What the frame of every page shows, in one answer. */
@Controller()
export class ShellController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('shell')
  async shell(@Requester() who: Who): Promise<ShellView> {
    const session = await sessionView(this.context, { ...who, ...who.session });
    const files = session.areas.includes('sittings');
    return seenBy(this.context, who, async (tx) => {
      const plans = await listPage<PlanRow>(tx, PLAN_LIST, PLANS, { limit: AT_MOST, sort: PLAN_LIST.usual });
      return {
        session,
        plans: plans.rows.map(planSummary),
        unread: await countUnread(tx, who.personId),
        sittingsDue: files ? await this.sittingsDue(tx, session) : 0,
      };
    });
  }

  private async sittingsDue(tx: Transaction, { roles }: SessionView): Promise<number> {
    const page = { limit: AT_MOST, sort: '-dueAt' };
    const { rows } = await listPage<SittingRow>(tx, SITTING_LIST, SITTINGS, page);
    const now = this.context.now();
    return rows.filter((row) => isSittingDue(sittingSummary(row, now), roles)).length;
  }
}
