import { FAULT_POINTS, type Fault } from '#engine';
import { CliError } from '../cli-error.js';

/**
 * For tests of crashes only: LUOSHI_FAULT=`point[:n]` ends this process with SIGKILL the n-th time (default: the
 * first) that it passes the named point, as a power cut would.
 *
 * @throws CliError FAULT_POINT_UNKNOWN
 */
export function faultOf(spec: string | undefined): Fault | undefined {
  if (spec === undefined || spec === '') return undefined;
  const found = /^([A-Za-z.]+)(?::([1-9]\d*))?$/.exec(spec);
  const point = FAULT_POINTS.find((name) => name === found?.[1]);
  if (point === undefined) {
    throw new CliError(
      'FAULT_POINT_UNKNOWN',
      `LUOSHI_FAULT 应为“断点”或“断点:第几次”，断点为：${FAULT_POINTS.join('、')}。该变量只供崩溃测试使用。`,
    );
  }
  let left = Number(found?.[2] ?? 1);
  return (passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
