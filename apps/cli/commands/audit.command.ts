import type { Command } from 'commander';
import type { Done } from './done.js';

export function auditCommand(program: Command, done: Done): void {
  const audit = program.command('audit').description('核验办理记录');
  audit
    .command('verify')
    .description('沿每个事项的记录链逐条核验，有改动、删除、插入即指出；发现问题时退出码为 1')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi audit verify\n  npx luoshi audit verify --json > audit.json',
    )
    .action(async (options: { data?: string; json?: boolean }) => {
      const { auditText, verifyAudit } = await import('../audit/verify-audit.js');
      const report = await verifyAudit(options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(report, null, 2)}\n` : auditText(report),
      );
      done(report.broken.length === 0 ? 0 : 1);
    });
}
