import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  subjects?: number;
  slices?: number;
  lanes?: number;
  growth?: boolean;
  json?: boolean;
}

export function periodCommand(bench: Command): void {
  bench
    .command('period')
    .description(
      '一期到期在数据库中的用时：关上期、开下期、催办；与按批写同样各行的 SQL 交替比较；临时数据库，用完即删',
    )
    .option('--subjects <件数>', '关闭的应报事项件数，一半已报（默认 1000000）', parseCount)
    .option(
      '--slices <段数>',
      '分几段交替测（默认按件数：100 万件 10 段，10 万件 4 段，更少 1 段）',
      parseCount,
    )
    .option('--lanes <路数>', '产品同时办理几批（默认 2）', parseCount)
    .option('--growth', '先测 1 万件、10 万件，看用时是否按件数增长')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench period\n  npx luoshi bench period --subjects 100000 --json\n  npx luoshi bench period --growth',
    )
    .action(async ({ subjects = 1_000_000, slices, lanes, growth, json }: Options) => {
      const [{ benchPeriod }, { machine }] = await Promise.all([
        import('../../bench/period/bench-period.js'),
        import('../../bench/processor.js'),
      ]);
      const smaller = growth === true ? [10_000, 100_000].filter((size) => size < subjects) : [];
      const measured = await benchPeriod([...smaller, subjects], { slices, lanes });
      const { figures } = measured;
      if (json === true) return void process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`);
      process.stdout.write(
        [
          machine(),
          ...figures.flatMap((figure) => [
            `${figure.obligations} 件（${figure.lines} 条报送线），共写 ${figure.rows} 行，每件 ${figure.rowsEach} 行；${figure.server}`,
            `  产品：${figure.seconds} 秒，每秒 ${figure.perSecond} 件；成批办理的占 ${figure.togetherPercent}%`,
            `  对照（每批 1 万件、两个连接）：每秒 ${figure.baselinePerSecond} 件；产品是它的 ${figure.ratio}（各段 ${figure.sliceRatios.join('、')}）`,
            `  处理器：本进程 ${figure.cpuSeconds} 秒，数据库 ${figure.serverCpuSeconds ?? '不详'} 秒；对照所用是两者之和的 ${figure.cpuRatio ?? '不详'}`,
            `  本进程内存最多 ${figure.peakMegabytes} MB（办理中增加 ${figure.grownMegabytes} MB，不含造数）`,
          ]),
          ...measured.growth.map(
            ({ obligations, time, baselineTime, megabytes }) =>
              `${obligations} 件与最小一档相比：每件用时 ${time} 倍（对照 ${baselineTime} 倍），内存多 ${megabytes} MB`,
          ),
          '',
        ].join('\n'),
      );
    });
}
