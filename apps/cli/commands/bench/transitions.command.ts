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

const HELP = `
退回填报：快照、留痕、停一个时限、启一个时限、一条消息；接受填报：快照、留痕、停一个时限。
手写 SQL 写同样的行和列，不做决定，不受行级安全约束。数据库须保证提交即落盘。

示例：
  npx luoshi bench transitions
  npm i --prefix /tmp/peers pg-boss graphile-worker @dbos-inc/dbos-sdk @restatedev/restate-sdk @restatedev/restate-server
  npx luoshi bench transitions --peers /tmp/peers --json`;

export function transitionsCommand(bench: Command): void {
  bench
    .command('transitions')
    .description('一次办理从收到到落盘的用时：单件和每批 500 件，与手写 SQL 轮流比较；临时数据库，用完即删')
    .option('--rounds <次数>', '各测多少轮，取中位数（默认 7）', parseCount)
    .option('--singles <件数>', '每轮单件办理多少件（默认 2000）', parseCount)
    .option('--batched <件数>', '每轮成批办理多少件（默认 5000）', parseCount)
    .option('--concurrency <个数>', '同时进行的事务（默认 8）', parseCount)
    .option('--database <地址>', '用这台 PostgreSQL（属主登录名，须能建库）；不给则用内置的')
    .option('--peers <目录>', '一并测另装在该目录里的其他引擎：DBOS、Restate、graphile-worker、pg-boss')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText('after', HELP)
    .action(
      async ({
        rounds = 7,
        singles = 2_000,
        batched = 5_000,
        concurrency = 8,
        database,
        peers,
        json,
      }: Options) => {
        const [{ benchTransitions }, { transitionsText }, { machine }] = await Promise.all([
          import('../../bench/transitions/bench-transitions.js'),
          import('../../bench/transitions/transitions-text.js'),
          import('../../bench/processor.js'),
        ]);
        const measured = await benchTransitions({
          serverUrl: database ?? null,
          rounds,
          singles,
          batched,
          batch: 500,
          concurrency,
          peers: peers ?? null,
        });
        process.stdout.write(
          json === true
            ? `${JSON.stringify(measured, null, 2)}\n`
            : `${machine()}\n${transitionsText(measured, concurrency)}`,
        );
      },
    );
}
