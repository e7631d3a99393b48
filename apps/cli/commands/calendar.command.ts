import { InvalidArgumentError, type Command } from 'commander';
import type { Done } from './done.js';

export function calendarCommand(program: Command, done: Done): void {
  const calendar = program.command('calendar').description('工作日日历');
  calendar
    .command('announce')
    .argument('<文件>', '日历文件（YAML，须写全各年；见 seeds/calendars）')
    .requiredOption('--reason <依据>', '调整的依据，如通知的名称和文号；会告知受影响的单位', reason)
    .option('--jurisdiction <代码>', '辖区的行政区划代码；只有一个辖区时可不写')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .description('启用新版日历：所有未到的时限按新日历重新推算，因此变动的不追究逾期')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi calendar announce 2027.yaml --reason 国务院办公厅关于2027年部分节假日安排的通知',
    )
    .action(async (file: string, options: { reason: string; jurisdiction?: string; data?: string }) => {
      const { announceFile } = await import('../calendar/announce-file.js');
      const { version, moved } = await announceFile(file, options);
      process.stdout.write(`日历第 ${version} 版已启用，${moved} 个时限有变动，受影响的单位已通知。\n`);
      done(0);
    });
}

function reason(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('请写明依据。');
}
