import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  rounds?: number;
  singles?: number;
  batched?: number;
  concurrency?: number;
  database?: string;
  peers?: string;
  json?: boolean;
}

export function transitionsCommand(bench: Command): void {
  bench
    .command('transitions')
    .description('一次办理从收到到落盘的用时：单件和每批 500 件，与手写 SQL 轮流比较；临时数据库，用完即删')
    .option('--rounds <次数>', '各测多少轮，取中位数（默认 7）', parseCount)
    .option('--singles <件数>', '每轮单件办理多少件（默认 2000）', parseCount)
    .option('--batched <件数>', '每轮成批办理多少件（默认 5000）', parseCount)
    .option('--concurrency <个数>', '同时进行的事务（默认 8）', parseCount)
    .option('--database <地址>', '用这台 PostgreSQL（属主登录名，须能建库）；不给则用内置的')
    .option('--json', '在标准输出上只给出 JSON')
    .action(
      async ({ rounds = 7, singles = 2_000, batched = 5_000, concurrency = 8, database, json }: Options) => {
        const [{ benchTransitions }, { machine }, { table }] = await Promise.all([
          import('../../bench/transitions/bench-transitions.js'),
          import('../../bench/processor.js'),
          import('../../terminal/table.js'),
        ]);
        const measured = await benchTransitions({
          serverUrl: database ?? null,
          rounds,
          singles,
          batched,
          batch: 500,
          concurrency,
        });
        if (json === true) return void process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
        const rows = measured.figures.map((one) => [
          one.step,
          String(one.batch),
          String(one.perSecond),
          String(one.baselinePerSecond),
          String(one.ratio),
          `${one.cpuUs} / ${one.baselineCpuUs}`,
        ]);
        process.stdout.write(
          `${machine()}\n${measured.server}；同时 ${concurrency} 个事务\n${table(['办理', '每批', '每秒', '手写 SQL 每秒', '之比', '本进程微秒'], rows)}\n`,
        );
      },
    );
}
