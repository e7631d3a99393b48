import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  tasks?: number;
  growth?: boolean;
  redis?: string;
  json?: boolean;
}

export function startUpCommand(bench: Command): void {
  bench
    .command('start-up')
    .description('大量在办任务时，巡检进程从启动到就绪、到首次稽核完毕的用时和内存；临时数据库，用完即删')
    .option('--tasks <件数>', '在办任务的件数（默认 1000000）', parseCount)
    .option('--growth', '先测 1 万件、10 万件，看用时怎样随件数增长')
    .option('--redis <网址>', '唤醒队列用这个 Redis（默认用 PostgreSQL）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench start-up\n  npx luoshi bench start-up --tasks 100000 --json\n  npx luoshi bench start-up --growth',
    )
    .action(async ({ tasks = 1_000_000, growth, redis, json }: Options) => {
      const [{ benchStartUp }, { machine }] = await Promise.all([
        import('../../bench/start-up/bench-start-up.js'),
        import('../../bench/processor.js'),
      ]);
      const smaller = growth === true ? [10_000, 100_000].filter((size) => size < tasks) : [];
      const figures = await benchStartUp([...smaller, tasks], redis);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
      process.stdout.write(
        [
          machine(),
          ...figures.flatMap((figure) => [
            `${figure.tasks} 件在办任务，${figure.clocks} 个在走的时限，${figure.obligations} 件应报事项`,
            `  就绪（首次巡检完毕、唤醒已设）${figure.readySeconds} 秒，首次稽核完毕 ${figure.reconciledSeconds} 秒（最慢 ${figure.slowestSeconds} 秒），内存最多 ${figure.peakMegabytes} MB`,
          ]),
          '',
        ].join('\n'),
      );
    });
}
