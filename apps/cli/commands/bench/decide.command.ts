import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  rounds?: number;
  json?: boolean;
}

export function decideCommand(bench: Command): void {
  bench
    .command('decide')
    .description('决定一件事的用时：一个月的事件，与 XState 裸跑（resolveState 加 transition）同场比较')
    .option('--rounds <次数>', '各测多少轮，取中位数（默认 15）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText('after', '\n示例：\n  npx luoshi bench decide\n  npx luoshi bench decide --rounds 31 --json')
    .action(async ({ rounds = 15, json }: Options) => {
      const [{ benchDecide }, { shippedRules }, { machine }, { table }] = await Promise.all([
        import('../../bench/bench-decide.js'),
        import('../../bench/shipped-rules.js'),
        import('../../bench/processor.js'),
        import('../../terminal/table.js'),
      ]);
      const figures = benchDecide(shippedRules(), rounds);
      if (json === true) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
      const rows = figures.map(({ what, events, bareUs, decideUs, times }) =>
        [what, events, bareUs, decideUs, times].map(String),
      );
      process.stdout.write(
        `${machine()}\n${table(['事件', '件数', '裸跑（微秒）', 'decide（微秒）', '倍数'], rows)}\n`,
      );
    });
}
