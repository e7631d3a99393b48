import { auditJurisdiction, type Engine } from '#engine';
import { everyJurisdiction, type SchedulingLog } from '#scheduling';
import type { Instant } from '#calendar';

export interface AuditorStatus {
  /** When the last round went through every jurisdiction, by the engine's clock. */
  lastRoundAt: Instant | null;
  /** Why the last round did not; null: it did. */
  failure: string | null;
  /** Troubles found in the last runs of this process. */
  findings: number;
}

export interface Auditor {
  status(this: void): AuditorStatus;
  /** Ends after the round under way. May be repeated. */
  stop(): Promise<void>;
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
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const status: AuditorStatus = { lastRoundAt: null, failure: null, findings: 0 };

  const round = async (): Promise<void> => {
    try {
      let findings = 0;
      for (const id of await everyJurisdiction(engine)) {
        if (stopped) return;
        const audited = await auditJurisdiction(engine.context, id);
        for (const { code, what, where } of audited?.findings ?? []) {
          findings += 1;
          log.error(`稽核 ${id}：${code} ${what}：${where}`);
        }
      }
      Object.assign(status, { lastRoundAt: engine.context.clock.now(), failure: null, findings });
      await alive?.();
    } catch (error) {
      status.failure = error instanceof Error ? error.message : String(error);
      log.error(`稽核出错，稍后重试：${status.failure}`);
    }
  };
  const next = (): void => {
    if (!stopped)
      timer = setTimeout(() => {
        current = round().finally(next);
      }, everyMs);
  };
  let current = round().finally(next);
  return {
    status: () => ({ ...status }),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
