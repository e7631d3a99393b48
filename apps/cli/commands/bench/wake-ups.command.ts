import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  tasks?: number;
  json?: boolean;
}

export function wakeUpsCommand(bench: Command): void {
  bench
    .command('wake-ups')
    .description(
      '在办任务的唤醒占用 Redis 多少内存，与每个时限一个延时任务同场比较；临时数据库和 Redis，用完即删',
    )
    .option('--tasks <件数>', '在办任务的件数（默认 100000）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench wake-ups\n  npx luoshi bench wake-ups --tasks 10000 --json',
    )
    .action(async ({ tasks = 100_000, json }: Options) => {
      const [{ benchWakeUps }, { machine }] = await Promise.all([
        import('../../bench/wake-ups/bench-wake-ups.js'),
        import('../../bench/processor.js'),
      ]);
      const figure = await benchWakeUps(tasks);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`);
      const { ours, atWorst, jobATimer } = figure;
      process.stdout.write(
        [
          machine(),
          `${String(figure.tasks)} 件在办任务，${String(figure.timers)} 个在走的时限`,
          `BullMQ 的程序 ${String(figure.programBytes)} 字节，两者相同，不计入以下各数`,
          `本系统：${String(ours.jobs)} 个任务在队列中，办完 ${String(ours.wakeUpsDone)} 次唤醒之后，每件在办任务 ${String(ours.bytesPerTask)} 字节`,
          `本系统，25 小时内每个到期的秒各设一个：${String(atWorst.jobs)} 个，每件在办任务 ${String(atWorst.bytesPerTask)} 字节`,
          `每个时限一个延时任务：${String(jobATimer.jobs)} 个，每个 ${String(jobATimer.bytesPerJob)} 字节，每件在办任务 ${String(jobATimer.bytesPerTask)} 字节`,
          '',
        ].join('\n'),
      );
    });
}
