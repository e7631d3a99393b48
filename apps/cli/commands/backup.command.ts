import type { Command } from 'commander';
import type { Done } from './done.js';
import { DATA, JSON_ONLY, say } from './common-options.js';

interface Options {
  data?: string;
  json?: boolean;
}

export function backupCommands(program: Command, done: Done): void {
  const counted = ({ tables, rows }: { tables: number; rows: number }): string =>
    `${tables} 个表、${rows} 行`;

  program
    .command('backup')
    .description('备份全部数据；系统运行时也可以执行')
    .argument('[文件]', '写到哪里（默认当前目录，按时间命名）')
    .option(...DATA)
    .option(...JSON_ONLY)
    .option('--check <文件>', '不备份，只核验一份已有的备份')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi backup /backups/luoshi.tar.gz\n  npx luoshi backup --check /backups/luoshi.tar.gz',
    )
    .action(async (file: string | undefined, options: Options & { check?: string }) => {
      const { backUp, checkBackup } = await import('../backup/back-up.js');
      if (options.check !== undefined) {
        const checked = await checkBackup(options.check);
        say(
          options,
          checked,
          `备份完好：${checked.takenAt}，${counted(checked)}，来自 PostgreSQL ${checked.server}。`,
        );
        return;
      }
      const written = await backUp(file, options);
      say(
        options,
        written,
        `已备份到 ${written.file}（${counted(written)}，${Math.ceil(written.size / 1024)} kB），并已核验。`,
      );
    });

  program
    .command('restore')
    .description('把备份恢复到空的数据库，恢复后沿记录链核验')
    .argument('<文件>', '备份文件')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText('after', '\n示例：\n  npx luoshi restore /backups/luoshi.tar.gz --data /srv/luoshi-new')
    .action(async (file: string, options: Options) => {
      const { restore } = await import('../backup/back-up.js');
      const restored = await restore(file, options);
      const { migrated, chains } = restored;
      const since = migrated.length === 0 ? '' : `，并执行了 ${migrated.length} 项此后的迁移`;
      const trail =
        chains.broken.length === 0
          ? `核验 ${chains.subjects} 个事项、${chains.checked} 条记录，全部完好。`
          : `其中 ${chains.broken.length} 个事项的记录链不完好，请执行 npx luoshi audit verify 查看。`;
      say(options, restored, `已恢复 ${counted(restored)}${since}。${trail}`);
      done(chains.broken.length === 0 ? 0 : 1);
    });
}
