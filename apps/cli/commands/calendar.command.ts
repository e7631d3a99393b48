import { InvalidArgumentError, type Command } from 'commander';
import { type Common, DATA, JSON_ONLY, JURISDICTION, say } from './common-options.js';
import type { Done } from './done.js';

export function calendarCommand(program: Command, done: Done): void {
  const calendar = program.command('calendar').description('工作日日历');
  calendar
    .command('announce')
    .argument('<文件>', '日历文件（YAML，须写全各年；见 seeds/calendars）')
    .option(
      '--reason <依据>',
      '调整的依据，如通知的名称和文号；会告知受影响的单位；--dry-run 时可不写',
      reason,
    )
    .option('--dry-run', '只推算会变动什么（与网页上的预览相同），不启用')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .description('启用新版日历（工作日、办公时间）：所有未到的时限按新日历重新推算，因此变动的不追究逾期')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi calendar announce 2027.yaml --dry-run\n  npx luoshi calendar announce 2027.yaml --reason 国务院办公厅关于2027年部分节假日安排的通知',
    )
    .action(
      async (file: string, options: Common & { reason?: string; dryRun?: boolean }, command: Command) => {
        const { announceFile, foreseeFile } = await import('../calendar/announce-file.js');
        if (options.dryRun === true) {
          const { previewText } = await import('../calendar/preview-text.js');
          const foreseen = await foreseeFile(file, options);
          say(options, foreseen, previewText(foreseen.version, foreseen.preview));
          return done(0);
        }
        const { reason: why } = options;
        if (why === undefined)
          return command.error('error: 请用 --reason 写明依据；只看会变动什么，用 --dry-run。');
        const announced = await announceFile(file, { ...options, reason: why });
        const { version, moved } = announced;
        say(options, announced, `日历第 ${version} 版已启用，${moved} 个时限有变动，受影响的单位已通知。`);
        done(0);
      },
    );
}

function reason(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('请写明依据。');
}
