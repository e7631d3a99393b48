import { Controller } from '@nestjs/common';
import type { CalendarData, CalendarYear } from '#calendar';
import type { ArrangedYear, CalendarAnnounced, OfficeHours } from '#contract';
import { announceCalendar, foreseeCalendar } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { administers } from '../who/administers.js';
import { Requester, type Who } from '../who/who.js';
import { foreseenPreview } from './foreseen-preview.js';

/** 日历的调整: what one would move, and putting it in force. */
@Controller()
export class CalendarController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('announceCalendar')
  async announce(
    @Input() { body: { dryRun, reason, years, hours } }: InputOf<'announceCalendar'>,
    @VersionSeen() seen: number,
    @Requester() who: Who,
  ): Promise<CalendarAnnounced> {
    // Nobody who is supervised by it, or supervises, keeps the calendar.
    if (!administers(who)) throw problem('NotPermitted');
    const { jurisdictionId, personId } = who;
    const { context } = this.context.engine;
    const asked = {
      jurisdictionId,
      seen,
      calendar: (inForce: CalendarData) => arranged(inForce, years, hours),
    };
    if (!dryRun) {
      const announced = await announceCalendar(context, { ...asked, reason, announcedBy: personId });
      return { dryRun, version: valueOf(announced).version, preview: null };
    }
    const foreseen = valueOf(await foreseeCalendar(context, asked));
    return { dryRun, version: seen, preview: await foreseenPreview(context, jurisdictionId, foreseen) };
  }
}

/** The calendar in force with these years, and these office hours, in the place of its own; one that says the same stays as it is written. */
function arranged(
  inForce: CalendarData,
  years: readonly ArrangedYear[],
  hours: OfficeHours = inForce.hours,
): CalendarData {
  const given = years.map(({ year, status, source, off, worked }): [string, CalendarYear] => {
    const said = source?.trim() ?? '';
    const next = { status, off: off.toSorted(), worked: worked.toSorted(), ...(said && { source: said }) };
    const former = inForce.years[String(year)];
    return [String(year), former && saysTheSame(former, next) ? former : next];
  });
  return { ...inForce, hours, years: { ...inForce.years, ...Object.fromEntries(given) } };
}

const saysTheSame = (a: CalendarYear, b: CalendarYear): boolean =>
  a.status === b.status &&
  (a.source ?? '') === (b.source ?? '') &&
  a.off.toSorted().join() === b.off.toSorted().join() &&
  a.worked.toSorted().join() === b.worked.toSorted().join();
