import type { Command } from 'commander';
import type { Done } from './done.js';

export function migrateCommand(program: Command, done: Done): void {
  program
    .command('migrate')
    .description('把数据库的表结构更新到本版本；可反复执行')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi migrate
  DATABASE_OWNER_URL=postgresql://属主… DATABASE_URL=postgresql://应用… npx luoshi migrate`,
    )
    .action(async (options: { data?: string; json?: boolean }) => {
      const { migrateOnce } = await import('../system/migrate-once.js');
      const applied = await migrateOnce(options);
      const text = applied.length === 0 ? '表结构已是最新。' : `已执行：${applied.join('、')}`;
      process.stdout.write(options.json === true ? `${JSON.stringify({ applied })}\n` : `${text}\n`);
      done(0);
    });
}
