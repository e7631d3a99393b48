import { addMinutes, type Instant } from '#calendar';
import { AUDIT_EVERY_MINUTES, auditJurisdiction, type Engine } from '#engine';
import { auditStanding, type AuditStanding } from '#persistence';
import type { SchedulingLog } from '#scheduling';
import { againAndAgain, type Rounds } from './again-and-again.js';

export interface AuditorStatus {
  /** When the last round went through every jurisdiction, by the engine's clock. */
  lastRoundAt: Instant | null;
  /** When the jurisdiction that waits longest was last audited, by whichever process; null: one never was, or there is none. */
  lastRunAt: Instant | null;
  /** Why the last round did not; null: it did. */
  failure: string | null;
  /** Troubles found in the last run about each jurisdiction, by whichever process. */
  findings: number;
}

export interface Auditor extends Rounds {
  status(this: void): AuditorStatus;
}

export interface AuditorOptions {
  engine: Engine;
  log: SchedulingLog;
  /** Real time between two rounds, ms; each jurisdiction is asked about once an hour, by whoever comes first. */
  everyMs?: number;
  /** Called after a round that went through: tells an outside monitor that we live. */
  alive?: () => Promise<void>;
}

const EVERY_MS = 5 * 60_000;

/**
 * The auditor, beside the sweeper and not part of it: where the worker is gone, the API's process still asks, and where
 * both are gone, an outside monitor misses the heartbeat.
 */
export function keepAuditing({ engine, log, everyMs = EVERY_MS, alive }: AuditorOptions): Auditor {
  const status: AuditorStatus = { lastRoundAt: null, lastRunAt: null, failure: null, findings: 0 };
  const rounds = againAndAgain(async (stopped) => {
    try {
      const { clock, database } = engine.context;
      // In one question for all: a round over thousands of which none is due costs as much as over one.
      const due = addMinutes(clock.now(), -AUDIT_EVERY_MINUTES);
      const standing = (): Promise<AuditStanding[]> => database.outsideTenants(auditStanding);
      for (const { id, at } of await standing()) {
        if (at !== null && at > due) continue;
        if (stopped()) return;
        const audited = await auditJurisdiction(engine.context, id);
        for (const { code, what, where } of audited?.findings ?? [])
          log.error(`稽核 ${id}：${code} ${what}：${where}`);
      }
      const runs = await standing();
      Object.assign(status, {
        lastRoundAt: clock.now(),
        lastRunAt: oldestOf(runs.map(({ at }) => at)),
        failure: null,
        findings: runs.reduce((sum, { findings }) => sum + (findings ?? 0), 0),
      });
      await alive?.();
    } catch (error) {
      status.failure = error instanceof Error ? error.message : String(error);
      log.error(`稽核出错，稍后重试：${status.failure}`);
    }
  }, everyMs);
  return { status: () => ({ ...status }), stop: () => rounds.stop() };
}

/** Null where one was never audited, or there is none. */
const oldestOf = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.includes(null) ? null : (instants.filter((at) => at !== null).sort()[0] ?? null);
