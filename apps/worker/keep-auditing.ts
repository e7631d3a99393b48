import { auditJurisdiction, type Engine } from '#engine';
import { lastAudit } from '#persistence';
import { everyJurisdiction, type SchedulingLog } from '#scheduling';
import type { Instant } from '#calendar';
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
      const runs: ({ at: Instant; findings: number } | null)[] = [];
      for (const id of await everyJurisdiction(engine)) {
        if (stopped()) return;
        const audited = await auditJurisdiction(engine.context, id);
        for (const { code, what, where } of audited?.findings ?? [])
          log.error(`稽核 ${id}：${code} ${what}：${where}`);
        runs.push(await engine.context.database.transaction({ jurisdictionId: id }, lastAudit));
      }
      Object.assign(status, {
        lastRoundAt: engine.context.clock.now(),
        lastRunAt: runs.map((run) => run?.at ?? null).sort()[0] ?? null,
        failure: null,
        findings: runs.reduce((sum, run) => sum + (run?.findings ?? 0), 0),
      });
      await alive?.();
    } catch (error) {
      status.failure = error instanceof Error ? error.message : String(error);
      log.error(`稽核出错，稍后重试：${status.failure}`);
    }
  }, everyMs);
  return { status: () => ({ ...status }), stop: () => rounds.stop() };
}
