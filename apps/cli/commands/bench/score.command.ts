import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  units?: number;
  json?: boolean;
}

export function scoreCommand(bench: Command): void {
  bench
    .command('score')
    .alias('scores')
    .description('年度计分的用时：编造的记录，每单位约 100 条；临时数据库，用完即删')
    .option('--units <个数>', '多少个单位（默认 3000）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText('after', '\n示例：\n  npx luoshi bench score\n  npx luoshi bench score --units 300 --json')
    .action(async ({ units = 3_000, json }: Options) => {
      const [{ benchScore }, { machine }] = await Promise.all([
        import('../../bench/bench-score.js'),
        import('../../bench/processor.js'),
      ]);
      const figure = await benchScore(units);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`);
      const { events, scoredEvents, factsMs, scoresMs, wholeMs, cpuMs, onceMb, peakMb } = figure;
      const { bareReadMs, bareCountMs, timesBareRead } = figure;
      process.stdout.write(
        `${machine()}\n${figure.units} 个单位，${events} 条记录（其中 ${scoredEvents} 条与计分有关）：共 ${wholeMs} 毫秒，` +
          `其中读记录、归集事实 ${factsMs} 毫秒，计分排名 ${scoresMs} 毫秒；本进程用处理器 ${cpuMs} 毫秒，内存一次至多 ${onceMb} MB，接连数次至多 ${peakMb} MB。\n` +
          `对照：同样的记录只读不算 ${bareReadMs} 毫秒，在数据库里只计数 ${bareCountMs} 毫秒；计分为只读的 ${timesBareRead} 倍（逐轮比较的中位数）。\n`,
      );
    });
}
