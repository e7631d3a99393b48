import type { Courier } from '#courier';
import type { SchedulingLog } from '#scheduling';
import { againAndAgain, type Rounds } from './again-and-again.js';

export type LetterCarrier = Rounds;

const EVERY_MS = 5_000;

/** Carries letters wherever there are some, every few seconds. Any number may run, in any number of processes. */
export function carryLetters(courier: Courier, log: SchedulingLog, everyMs = EVERY_MS): LetterCarrier {
  let failure: string | null = null;
  const rounds = againAndAgain(async (stopped) => {
    try {
      for (const id of await courier.whereNeeded()) if (!stopped()) await courier.carry(id);
      if (failure !== null) log.info('消息发送已恢复。');
      failure = null;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== failure) log.error(`消息发送出错，稍后重试：${reason}`);
      failure = reason;
    }
  }, everyMs);
  return {
    stop: async () => {
      await rounds.stop();
      await courier.close();
    },
  };
}
