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
    String(one.rows),
    `${one.walBytes} / ${one.baselineWalBytes}`,
  ]);
  const headings = ['办理', '每批', '每秒', '手写 SQL 每秒', '之比', '本进程微秒', '写几行', '日志字节'];
  const besides = figures.flatMap(({ step, batch, pgBoss }) =>
    pgBoss
      ? [
          `${STEP_NAMES[step]}每批 ${batch} 件，同轮 pg-boss 每秒 ${pgBoss.perSecond} 件（本产品是它的 ${pgBoss.ratio} 倍），` +
            `每件日志 ${pgBoss.walBytes} 字节，写 3 行（一行写入后改写两次）`,
        ]
      : [],
  );
  return [
    `${server}；同时 ${concurrency} 个事务`,
    table(headings, rows),
    ...besides,
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
