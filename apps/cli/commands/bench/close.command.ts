import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  subjects?: number;
  json?: boolean;
}

export function closeCommand(bench: Command): void {
  bench
    .command('close')
    .description('一期关账的用时：相同情形只算一次，与逐件决定同场比较；一半已报')
    .option('--subjects <件数>', '应报事项的件数（默认 1000000）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench close\n  npx luoshi bench close --subjects 200000 --json',
    )
    .action(async ({ subjects = 1_000_000, json }: Options) => {
      const [{ benchClose }, { shippedRules }, { machine }] = await Promise.all([
        import('../../bench/bench-close.js'),
        import('../../bench/shipped-rules.js'),
        import('../../bench/processor.js'),
      ]);
      const figure = benchClose(shippedRules(), subjects);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`);
      const { cases, alone, outcomes, effects, peakMegabytes, timesFaster, different } = figure;
      process.stdout.write(
        [
          machine(),
          `${subjects} 件，${cases} 种情形，单独决定 ${alone} 件；结果 ${JSON.stringify(outcomes)}，后续动作 ${effects} 个`,
          `相同情形只算一次：每秒 ${figure.perSecond} 件（每处理器秒 ${figure.perCpuSecond} 件）`,
          `逐件决定：每秒 ${figure.slowPerSecond} 件（每处理器秒 ${figure.slowPerCpuSecond} 件）`,
          `快 ${timesFaster} 倍；两种办法结果不同的 ${different} 件；内存最多 ${peakMegabytes} MB`,
          '',
        ].join('\n'),
      );
    });
}
