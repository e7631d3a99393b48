import type { Command } from 'commander';
import { DATA, JSON_ONLY, JURISDICTION, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

interface Options extends Common {
  plan: string;
  period: string;
  action?: string;
  out: string;
  png?: boolean;
}

export function wallCommand(program: Command, done: Done): void {
  program
    .command('wall-charts')
    .description('会议挂图（16:9，后排可读）：总览、各行动、牵头单位排名、提请决定的事项')
    .requiredOption('--plan <代号>', '方案代号')
    .requiredOption('--period <报告期>', '如 2024-05、"2024-05 中旬"、2024-Q2')
    .option('--action <代号>', '只出一个行动的')
    .option('--out <目录>', '写到哪个目录', '.')
    .option('--png', '每张另存为 PNG')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      `\n示例：\n  npx luoshi wall-charts --plan eight-actions --period 2024-05 --out ./挂图 --png${STOP_FIRST}`,
    )
    .action(async (options: Options) => {
      const { writeWallCharts } = await import('../wall/write-wall-charts.js');
      const written = await writeWallCharts(options);
      say(
        options,
        written,
        `已写入 ${options.out}：${written.files.length} 个文件，全部挂图在 wall-charts.pdf。`,
      );
      done(0);
    });
}
