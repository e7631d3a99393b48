import type { Courier } from '#courier';
import type { SchedulingLog } from '#scheduling';

export interface LetterCarrier {
  /** Ends after the round under way. May be repeated. */
  stop(): Promise<void>;
}

const EVERY_MS = 5_000;

/** Carries letters wherever there are some, every few seconds. Any number may run, in any number of processes. */
export function carryLetters(courier: Courier, log: SchedulingLog, everyMs = EVERY_MS): LetterCarrier {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let failure: string | null = null;

  const round = async (): Promise<void> => {
    try {
      for (const id of await courier.whereNeeded()) if (!stopped) await courier.carry(id);
      if (failure !== null) log.info('消息发送已恢复。');
      failure = null;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== failure) log.error(`消息发送出错，稍后重试：${reason}`);
      failure = reason;
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
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
      await courier.close();
    },
  };
}
