import { Controller } from '@nestjs/common';
import { addMinutes, epochMsOf, type CalendarData } from '#calendar';
import type { SystemHealth } from '#contract';
import { latestCalendar, processClocks, readHealthFacts } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { refuseUnconcerned } from '../who/areas.js';
import { Requester, type Who } from '../who/who.js';
import { askedOf } from './asked-of.js';
import { healthChecks } from './system-health.view.js';

/** What is late by less may be under way, as the auditor has it. */
const PATIENCE_MINUTES = 15;
/** A process tells once a minute; one that has told nothing for longer has gone. */
const ALIVE_MINUTES = 3;

/** How the system does, in words for whoever keeps it running. */
@Controller()
export class SystemHealthController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('systemHealth')
  async systemHealth(@Requester() who: Who): Promise<SystemHealth> {
    refuseUnconcerned('health', who);
    const { database } = this.context;
    const now = this.context.now();
    const [{ facts, calendar }, processes, parts] = await Promise.all([
      database.transaction(
        { jurisdictionId: who.jurisdictionId },
        async (tx) => ({
          facts: await readHealthFacts(tx, now, PATIENCE_MINUTES),
          calendar: (await latestCalendar(tx))?.body as CalendarData,
        }),
        { readOnly: true },
      ),
      this.processes(),
      Promise.all(this.context.readiness.map(askedOf)),
    ]);
    return {
      at: now,
      rehearsal: this.context.isRehearsal(),
      checks: healthChecks({ now, facts, calendar, processes }),
      findings: facts.findings.map(({ code, what, where, mend }) => ({ code, what, where, mend })),
      parts,
      processes,
    };
  }

  private processes(): Promise<SystemHealth['processes']> {
    return this.context.database.outsideTenants(async (tx) => {
      const [row] = await tx.query<{ now: string }>('select clock_timestamp() as now');
      const alive = (await processClocks(tx)).filter(
        ({ seenAt }) => addMinutes(seenAt, ALIVE_MINUTES) >= (row?.now ?? ''),
      );
      return alive.map(({ kind, host, version, startedAt, shownAt, seenAt }) => ({
        ...{ kind, host, version, startedAt },
        aheadSeconds: Math.round((epochMsOf(shownAt) - epochMsOf(seenAt)) / 100) / 10,
      }));
    });
  }
}
