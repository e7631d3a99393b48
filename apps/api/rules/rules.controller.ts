import { Controller } from '@nestjs/common';
import { cadenceRule, type Policy } from '#accountability';
import {
  civilDateOf,
  dueOfPeriod,
  nextReportingPeriod,
  reportingPeriodOf,
  type CalendarData,
  type Instant,
  type WorkingCalendar,
} from '#calendar';
import type { CalendarYearView, LadderCourseView, LadderList } from '#contract';
import {
  ladderPauses,
  latestCalendar,
  latestPolicyVersion,
  readCalendarChanges,
  type Transaction,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { administers } from '../who/administers.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { calendarYearView } from './calendar.view.js';
import { courseView } from './course.view.js';
import { findLadders, ladderView } from './ladder.view.js';

const CHANGES_SHOWN = 10;

/** What the house goes by: its calendar and its ladders. Here it is only read; a rehearsal is reckoned and kept nowhere. */
@Controller()
export class RulesController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('calendarYear')
  async calendar(
    @Input() { query }: InputOf<'calendarYear'>,
    @Requester() who: Who,
  ): Promise<CalendarYearView> {
    refuseUnconcerned('rules', who);
    const today = civilDateOf(this.context.now());
    const found = await this.ofHouse(who, async (tx, policy, calendar) => {
      const latest = await latestCalendar(tx);
      const data = latest?.body as CalendarData;
      const changes = await readCalendarChanges(tx, CHANGES_SHOWN);
      const year = query.year ?? Number(today.slice(0, 4));
      const mayAnnounce = administers(who);
      return calendarYearView(year, { data, calendar, policy, today, changes, mayAnnounce });
    });
    if (found === null) throw problem('NotFound');
    return found;
  }

  @Endpoint('ladders')
  ladders(@Requester() who: Who): Promise<LadderList> {
    refuseUnconcerned('rules', who);
    return this.ofHouse(who, async (tx, policy, calendar) => {
      const pauses = await ladderPauses(tx);
      return {
        policy: { id: policy.id, label: policy.label, version: policy.version },
        importances: policy.importances.map(({ id, label }) => ({ code: id, label })),
        lagBehind: policy.lag.behind,
        dueNext: nextDue(calendar, policy, this.context.now()),
        items: findLadders(policy).map((one) => ladderView(one, policy, pauses)),
      };
    });
  }

  @Endpoint('ladderCourse')
  async course(
    @Input() { params, query }: InputOf<'ladderCourse'>,
    @Requester() who: Who,
  ): Promise<LadderCourseView> {
    refuseUnconcerned('rules', who);
    const found = await this.ofHouse(who, (_, policy, calendar) => {
      const ladder = findLadders(policy).find(({ name }) => name === params.name);
      return Promise.resolve(ladder ? courseView(ladder, query, policy, calendar) : null);
    });
    if (found === null) throw problem('NotFound');
    return found;
  }

  /** By the newest policy and calendar, which hold for whatever begins now. */
  private ofHouse<T>(
    { jurisdictionId }: Who,
    work: (tx: Transaction, policy: Policy, calendar: WorkingCalendar) => Promise<T>,
  ): Promise<T> {
    const { book } = this.context.engine.context;
    return this.context.database.transaction(
      { jurisdictionId },
      async (tx) => work(tx, await book.policy(tx, await latestPolicyVersion(tx)), await book.calendar(tx)),
      { readOnly: true },
    );
  }
}

function nextDue(calendar: WorkingCalendar, policy: Policy, now: Instant): Instant {
  const rule = cadenceRule(policy, 'ten-day');
  let period = reportingPeriodOf(calendar, 'ten-day', civilDateOf(now), rule);
  while (dueOfPeriod(calendar, period, rule.due) <= now) period = nextReportingPeriod(calendar, period, rule);
  return dueOfPeriod(calendar, period, rule.due);
}
