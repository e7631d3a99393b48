import type { Command } from 'commander';
import type { Done } from './done.js';

export function doctorCommand(program: Command, done: Done): void {
  program
    .command('doctor')
    .description(
      '检查记录：读不出的状态、早已到期未处理的时限、滞留的消息、悬空的数据、时钟偏差；有问题时退出码为 1',
    )
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText('after', '\n示例：\n  npx luoshi doctor\n  npx luoshi doctor --json > doctor.json')
    .action(async (options: { data?: string; json?: boolean }) => {
      const { examinationText, examine } = await import('../doctor/examine.js');
      const examination = await examine(options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(examination, null, 2)}\n` : examinationText(examination),
      );
      done(examination.findings.length === 0 ? 0 : 1);
    });
}
