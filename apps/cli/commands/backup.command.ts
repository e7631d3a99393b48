import type { Command } from 'commander';
import type { BackupSummary } from '#persistence';
import type { Done } from './done.js';
import { DATA, JSON_ONLY, say } from './common-options.js';

interface Options {
  data?: string;
  json?: boolean;
}

export function backupCommands(program: Command, done: Done): void {
  const counted = ({ tables, rows }: { tables: number; rows: number }): string =>
    `${tables} 个表、${rows} 行`;

  const evidenceText = (evidence: BackupSummary['evidence']): string => {
    if (evidence === null || evidence.named === 0) return '';
    const { named, carried, missing, apart } = evidence;
    const where =
      apart === null
        ? `佐证材料 ${carried} 个文件在内`
        : `佐证材料 ${named} 个文件在 ${apart}，不在备份中，须另行备份`;
    return `${where}。${missing === 0 ? '' : `其中 ${missing} 个缺失或被改动，请执行 npx luoshi evidence check 查看。`}`;
  };

  program
    .command('backup')
    .description('备份全部数据和佐证材料；系统运行时也可以执行')
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
          `备份完好：${checked.takenAt}，${counted(checked)}，来自 PostgreSQL ${checked.server}。${evidenceText(checked.evidence)}`,
        );
        return;
      }
      const written = await backUp(file, options);
      say(
        options,
        written,
        `已备份到 ${written.file}（${counted(written)}，${Math.ceil(written.size / 1024)} kB），并已核验。${evidenceText(written.evidence)}`,
      );
      if ((written.evidence?.missing ?? 0) > 0) done(1);
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
      const { files = 0, missing = 0 } = restored.files ?? {};
      const kept =
        files === 0
          ? ''
          : missing === 0
            ? `佐证材料 ${files} 个文件齐全。`
            : `佐证材料 ${files} 个文件中有 ${missing} 个缺失或被改动，请放回存放处，再执行 npx luoshi evidence check。`;
      say(options, restored, `已恢复 ${counted(restored)}${since}。${trail}${kept}`);
      done(chains.broken.length === 0 && missing === 0 ? 0 : 1);
    });
}
