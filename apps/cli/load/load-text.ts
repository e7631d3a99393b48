import { machine } from '../bench/processor.js';
import type { LoadReport, Times } from './run-load.js';

/** The report for people. */
export function loadText({
  people,
  seconds,
  reads,
  writes,
  refused,
  errors,
  judgement,
  memory,
  processors,
}: LoadReport): string {
  const { done, lost, overwritten, untold } = judgement;
  return [
    machine(),
    `${people} 人同时办理 ${seconds.toFixed(0)} 秒`,
    `查阅：${said(reads)}`,
    `办理：${said(writes)}`,
    `办成 ${done} 件；丢失 ${lost.length}，互相覆盖 ${overwritten.length}，无人得知 ${untold.length}`,
    `如实拒绝（409、412、429）：${JSON.stringify(refused)}；其他错误 ${errors.length} 个`,
    ...errors.slice(0, 5).map((error) => `  ${error}`),
    `服务进程内存：${memory.startMegabytes.toFixed(0)} → ${memory.endMegabytes.toFixed(0)} MB，预热后每分钟增长 ${memory.growthPerMinute.toFixed(2)} MB；占用处理器 ${processors.toFixed(2)} 个`,
    '',
  ].join('\n');
}

const said = ({ count, p50, p95, p99, max }: Times): string =>
  `${count} 次，p50 ${p50.toFixed(0)}、p95 ${p95.toFixed(0)}、p99 ${p99.toFixed(0)}、最长 ${max.toFixed(0)} 毫秒`;
