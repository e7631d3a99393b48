import type { Log } from '../terminal/log.js';

export interface StopList {
  /** Whatever was started last is stopped first. */
  add(name: string, stop: () => Promise<void>): void;
  /** Stops all; one that fails is told of and does not keep the others running. May be repeated. */
  stop(): Promise<void>;
}

export function stopList(log: Log): StopList {
  const parts: { name: string; stop: () => Promise<void> }[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      try {
        await part.stop();
      } catch (error) {
        log.error(`${part.name}未能正常停止：${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  return {
    add: (name, stop) => void parts.push({ name, stop }),
    stop: () => (stopping ??= stopAll()),
  };
}
