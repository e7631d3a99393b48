import { identifierOf } from '#accountability';
import { addMinutes, civilDateOf, type Instant } from '#calendar';
import {
  beat,
  insertAuditRun,
  insertMessages,
  lockAudit,
  openIncidents,
  raiseAlerts,
  roleHolders,
  settleIncidents,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { checkWork } from './check-work.js';
import type { Finding } from './finding.js';

/** The auditor asks once an hour. */
export const AUDIT_EVERY_MINUTES = 60;
/** What is late by less may be under way, or its sweeper in the middle of a long batch. */
const PATIENCE_MINUTES = 15;

export interface Audited {
  at: Instant;
  findings: Finding[];
}

/**
 * Asks of one jurisdiction: was every rung that was due claimed, every message handed out or given up for a stated
 * reason, every live task armed? An answer that is not yes opens an incident and tells the administrators; an incident
 * ends when it is found no more. Null: somebody else has asked within the hour.
 */
export function auditJurisdiction(context: EngineContext, jurisdictionId: string): Promise<Audited | null> {
  return context.database.transaction({ jurisdictionId }, async (tx) => {
    const now = context.clock.now();
    const before = await lockAudit(tx);
    if (before !== null && addMinutes(before, AUDIT_EVERY_MINUTES) > now) return null;
    const findings = await checkWork(tx, jurisdictionId, now, { patienceMinutes: PATIENCE_MINUTES });
    await insertAuditRun(tx, now, findings);
    await beat(tx, 'auditor', now);
    const open = await openIncidents(tx);
    const found = new Set<string>(findings.map(({ code }) => code));
    const over = open.filter(({ code }) => !found.has(code)).map(({ id }) => id);
    if (over.length > 0) await settleIncidents(tx, over, now);
    const fresh = findings.filter((finding) => !open.some(({ code }) => code === finding.code));
    await openFor(tx, fresh, now);
    return { at: now, findings };
  });
}

async function openFor(tx: Transaction, findings: readonly Finding[], now: Instant): Promise<void> {
  if (findings.length === 0) return;
  const nowhere = { subjectKind: null, subjectId: null, noticeId: null };
  const told = findings.map(({ code, what, where, mend }) => ({
    key: `incident/${code}/${now}`,
    title: `系统运行异常：${what}`,
    text: `位置：${where}\n处理：${mend}`,
  }));
  await raiseAlerts(
    tx,
    told.map(({ key, title, text }) => ({
      ...nowhere,
      id: identifierOf('alert', tx.scope.jurisdictionId, key),
      kind: 'incident',
      level: 'info',
      planId: null,
      unitId: null,
      title,
      detail: text,
      raisedAt: now,
      idempotencyKey: key,
    })),
  );
  const administrators = (await roleHolders(tx, civilDateOf(now))).filter(
    ({ role }) => role === 'administrator',
  );
  await insertMessages(
    tx,
    administrators.flatMap(({ personId, unitId }) =>
      told.map(({ key, title, text }) => ({
        ...nowhere,
        id: identifierOf('message', personId, key),
        personId,
        unitId,
        kind: 'incident',
        title,
        body: text,
        // At once, at any hour: this is the administrators' own work.
        deliverAt: now,
        createdAt: now,
        idempotencyKey: `${personId}/${key}`,
      })),
    ),
  );
}
