import { table } from '../../terminal/table.js';
import type { TransitionsMeasured } from './bench-transitions.js';
import type { PeerFigure } from './peers/measure-peers.js';

const STEP_NAMES = { return: '退回填报', accept: '接受填报' };

/** The figures for people: a table, and a line for each of the others. */
export function transitionsText(
  { server, figures, peers }: TransitionsMeasured,
  concurrency: number,
): string {
  const rows = figures.map((one) => [
    STEP_NAMES[one.step],
    String(one.batch),
    String(one.perSecond),
    String(one.baselinePerSecond),
    String(one.ratio),
    `${one.cpuUs} / ${one.baselineCpuUs}`,
  ]);
  const headings = ['办理', '每批', '每秒', '手写 SQL 每秒', '之比', '本进程微秒'];
  return [
    `${server}；同时 ${concurrency} 个事务`,
    table(headings, rows),
    ...peers.map((peer) => `${peer.name}：${peerText(peer)}`),
    '',
  ].join('\n');
}

const peerText = ({ perSecond, why }: PeerFigure): string =>
  perSecond === null
    ? `未测，${why ?? ''}`
    : Object.entries(perSecond)
        .map(([way, figure]) => `每秒 ${figure} 件（${way === 'single' ? '单件' : '每批 500 件'}）`)
        .join('，');
