import { InvalidArgumentError, type Command } from 'commander';
import type { BurdenOptions } from '../burden/burden-of-month.js';
import type { Done } from './done.js';

export function burdenCommand(program: Command, done: Done): void {
  program
    .command('burden')
    .requiredOption('--month <月份>', '哪个月，如 2024-05', parseMonth)
    .option('--to <月份>', '到哪个月止（含当月）', parseMonth)
    .option('--plan <代号>', '只看一个方案的要求；不写则各方案合计')
    .option('--unit <名称>', '只看一个单位，逐项列出')
    .option('--jurisdiction <代码>', '辖区的行政区划代码；只有一个辖区时可不写')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .description('各单位一个月要填报、参加、回复多少项，约需多少时间，是否超过上限')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi burden --month 2024-05\n  npx luoshi burden --month 2024-05 --unit 区教育局',
    )
    .action(async (options: BurdenOptions & { json?: boolean }) => {
      const { burdenOfMonth } = await import('../burden/burden-of-month.js');
      const { burdenText } = await import('../burden/burden-text.js');
      const burden = await burdenOfMonth(options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(burden, null, 2)}\n` : burdenText(burden),
      );
      done(0);
    });
}

function parseMonth(text: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)) return text;
  throw new InvalidArgumentError('应写成 2024-05。');
}
