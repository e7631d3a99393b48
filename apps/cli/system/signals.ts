import { CliError } from '../cli-error.js';
import type { Log } from '../terminal/log.js';

export interface Signals {
  /** Settles with the first SIGINT or SIGTERM. */
  asked: Promise<NodeJS.Signals>;
  /** Between two steps of a start. @throws CliError START_INTERRUPTED */
  goOn(): void;
  off(): void;
}

/**
 * Takes SIGINT and SIGTERM over, from the first moment of a start: the first asks for a clean stop, the second ends
 * the process at once. What is committed is committed, and the next start recovers.
 */
export function listenForSignals(log: Log): Signals {
  let first: NodeJS.Signals | undefined;
  let tell: (signal: NodeJS.Signals) => void = () => undefined;
  const asked = new Promise<NodeJS.Signals>((resolve) => (tell = resolve));
  const on = (signal: NodeJS.Signals): void => {
    if (first !== undefined) {
      log.error('再次收到停止信号，立即退出。');
      process.exit(1);
    }
    first = signal;
    log.info(`收到 ${signal}，正在停止；再来一次则立即退出。`);
    tell(signal);
  };
  process.on('SIGINT', on).on('SIGTERM', on);
  return {
    asked,
    goOn: () => {
      if (first !== undefined) throw new CliError('START_INTERRUPTED', '启动中途收到停止信号，已停止。');
    },
    off: () => void process.off('SIGINT', on).off('SIGTERM', on),
  };
}
