import { Controller } from '@nestjs/common';
import type { DeskCard, DeskView } from '#contract';
import { todayIn, type Spoken } from '#engine';
import { readDesk, readLastAuditRun } from '#persistence';
import type { Role } from '#accountability';
import { ApiContext } from '../api-dependencies.js';
import { askedOf } from '../health/asked-of.js';
import { Endpoint } from '../http/endpoint.js';
import { SpokenIn } from '../http/spoken.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { deskWords } from './desk-words.js';
import { byClock, deskCard } from './desk.view.js';

const KEEP_RUNNING: readonly Role[] = ['administrator'];
const AUDITING: readonly Role[] = ['auditor', 'auditAdministrator'];
const SHOWN = 3;

/** What waits for a person, of all their roles, in one answer. */
@Controller()
export class DeskController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('desk')
  async desk(@Requester() who: Who, @SpokenIn() spoken: Spoken): Promise<DeskView> {
    const now = this.context.now();
    const holds = (roles: readonly Role[]): boolean =>
      who.actor.roles.some(({ role }) => roles.includes(role));
    const cards = await seenBy(this.context, who, async (tx) => {
      const today = (await todayIn(this.context.engine.context.book, tx, now)).values;
      const found = await readDesk(tx, who.actor.roles, { personId: who.personId, now, today });
      const run = holds(AUDITING) ? await readLastAuditRun(tx) : null;
      const seen = found.map((rows) => deskCard(rows, now, spoken));
      return run === null ? seen : [...seen, auditCard(run, spoken)];
    });
    if (holds(KEEP_RUNNING)) cards.push(await this.health());
    return { at: now, cards: byClock(cards) };
  }

  /** What of the system is not in order; its checks are those of the readiness. */
  private async health(): Promise<DeskCard> {
    const checks = await Promise.all(this.context.readiness.map(askedOf));
    const failing = checks.filter(({ ok }) => !ok);
    const items = failing.slice(0, SHOWN).map(({ name, detail }) => ({
      ...{ kind: 'check' as const, id: name, title: name, note: detail },
      ...{ at: null, overdue: false },
    }));
    return { name: 'health', clock: 'since', count: failing.length, items };
  }
}

function auditCard({ at, findings }: { at: string; findings: number }, { language }: Spoken): DeskCard {
  const title = deskWords[language].findings(findings);
  const item = { kind: 'check' as const, id: 'audit', title, note: null, at, overdue: false };
  return { name: 'audit', clock: 'since', count: findings, items: [item] };
}
