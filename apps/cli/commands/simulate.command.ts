import { InvalidArgumentError, type Command } from 'commander';
import { projectPath } from '../project-path.js';
import type { SimulateOptions } from '../simulate/simulate-once.js';

export function simulateCommand(program: Command, done: (exitCode: number) => void): void {
  program
    .command('simulate')
    .description('在虚拟时钟上把一个方案从头到尾走一遍，给出数字并写出旬台账；不触及正式数据')
    .option('--from <日期>', '从哪天起', parseDate, '2024-04-12')
    .option('--to <日期>', '到哪天止', parseDate, '2024-12-31')
    .option('--plan <文件>', '方案数据文件（默认为自带方案）')
    .option('--scenario <文件>', '情形文件：各单位如何填报', projectPath('seeds/scenarios/typical.yaml'))
    .option('--seed <整数>', '随机种子：同一种子，结果逐字节相同', parseSeed, 1)
    .option('--out <目录>', '台账写到哪里', 'out')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi simulate                                   自带方案，2024-04-12 至 2024-12-31
  npx luoshi simulate --to 2024-06-30 --seed 7 --json > figures.json`,
    )
    .action(async (options: SimulateOptions) => {
      const { simulateOnce } = await import('../simulate/simulate-once.js');
      const { simulationText } = await import('../terminal/simulation-text.js');
      const run = await simulateOnce(options);
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify(run.figures, null, 2)}\n`
          : simulationText(run, options.out),
      );
      done(0);
    });
}

function parseDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('应写成 2024-04-12。');
  return text;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError('应为整数。');
  return seed;
}
