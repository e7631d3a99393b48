import type { Command } from 'commander';

import { parseCount } from './parse-count.js';

interface Options {
  tasks?: number;
  rounds?: number;
  slowness?: number;
  json?: boolean;
}

export function webCommand(bench: Command): void {
  bench
    .command('web')
    .description(
      '页面在真实浏览器中的用时：联络员的填报页从打开到可用，大量任务中的筛选；需要 Chromium；临时数据库，用完即删',
    )
    .option('--tasks <件数>', '多少项任务（默认 10000）', parseCount)
    .option('--rounds <次数>', '各测多少轮，取中位数（默认 5）', parseCount)
    .option('--slowness <倍数>', '把页面的处理器放慢多少倍（默认 4）', parseCount)
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi bench web\n  npx luoshi bench web --tasks 2000 --rounds 3 --json',
    )
    .action(async ({ tasks = 10_000, rounds = 5, slowness = 4, json }: Options) => {
      const [{ benchWeb }, { machine }, { table }] = await Promise.all([
        import('../../bench/web/bench-web.js'),
        import('../../bench/processor.js'),
        import('../../terminal/table.js'),
      ]);
      const figures = await benchWeb({ tasks, rounds, slowness });
      if (json === true) return void process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
      const { desk, acts } = figures;
      process.stdout.write(
        [
          machine(),
          `联络员的填报页（页面、脚本、样式共 ${desk.kilobytes} KB）：放慢 ${slowness} 倍时 ${desk.interactiveMs} 毫秒后点击有应答（${desk.paintedMs} 毫秒画出）；不放慢 ${desk.unslowedMs} 毫秒`,
          `对照：同样放慢，只载入框架一个文件 ${desk.bareMs} 毫秒；是它的 ${desk.ratio} 倍`,
          table(
            ['操作', '毫秒', `放慢 ${slowness} 倍`, '是空白页上一次点击的几倍'],
            acts.map(({ what, ms, slowedMs, ratio }) => [what, ms, slowedMs, ratio].map(String)),
          ),
          '',
        ].join('\n'),
      );
    });
}
