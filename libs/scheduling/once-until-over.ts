import type { SchedulingLog } from './scheduling-log.js';

export interface Trouble {
  began(this: void, error: unknown): void;
  over(this: void): void;
  lasts(this: void): boolean;
}

/** A trouble that lasts is told when it begins and when it is over, not each time it is met in between. */
export function onceUntilOver(log: SchedulingLog, what: string): Trouble {
  let reason: string | undefined;
  return {
    began: (error) => {
      const text = error instanceof Error ? error.message || error.name : String(error);
      if (reason === undefined) log.error(`${what}暂不可用，由定时巡检代替：${text}`);
      reason = text;
    },
    over: () => {
      if (reason !== undefined) log.info(`${what}已恢复。`);
      reason = undefined;
    },
    lasts: () => reason !== undefined,
  };
}
