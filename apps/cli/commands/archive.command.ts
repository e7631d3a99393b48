import type { Command } from 'commander';
import { DATA, JSON_ONLY, JURISDICTION, say, STOP_FIRST, type Common } from './common-options.js';
import type { Done } from './done.js';

export function archiveCommand(program: Command, done: Done): void {
  const archive = program
    .command('archive')
    .description('一个辖区的全部记录：导出为档案、离线核验、导入到另一套系统');
  archive
    .command('export')
    .description('导出一个辖区的全部记录和佐证材料；同样的记录导出同样的字节')
    .requiredOption('--to <文件或目录>', '写到哪里：以 .tar、.tar.gz、.tgz 结尾的是文件，否则是目录')
    .option(...JURISDICTION)
    .option('--stamp', '在清单中写明导出时间（此后字节不再相同）')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      `${STOP_FIRST}\n\n示例：\n  npx luoshi archive export --jurisdiction 430811 --to /backups/430811.tar.gz`,
    )
    .action(async (options: Common & { to: string; stamp?: boolean }) => {
      const { exportOfRecord } = await import('../archive/archive-of-record.js');
      const { summaryText } = await import('../archive/archive-text.js');
      const written = await exportOfRecord(options);
      say(
        options,
        written,
        `已导出 ${summaryText(written)}\n写在 ${written.to}。其中没有密码和密钥，但有个人信息和未公开的内容，请妥善保管。\n核验：npx luoshi archive verify ${written.to}`,
      );
    });
  archive
    .command('verify')
    .argument('<文件或目录>', '档案')
    .description('核验一份档案，不需要数据库：全部哈希、条数、引用、记录链和封存；发现问题时退出码为 1')
    .option('--key <公钥…>', '封存只应是用这些密钥签的（base64，可多个）')
    .option('--seals <文件>', '已公布的封存（每行一次），逐次比对')
    .option(...JSON_ONLY)
    .addHelpText('after', '\n示例：\n  npx luoshi archive verify /backups/430811.tar.gz')
    .action(async (file: string, options: { json?: boolean; key?: string[]; seals?: string }) => {
      const { verifyFile } = await import('../archive/archive-of-record.js');
      const { summaryText } = await import('../archive/archive-text.js');
      const { auditText, holds } = await import('../audit/audit-text.js');
      const found = await verifyFile(file, options);
      say(options, found, `档案完整。${summaryText(found)}\n${auditText([found.trail]).trimEnd()}`);
      done(holds([found.trail]) ? 0 : 1);
    });
  archive
    .command('import')
    .argument('<文件或目录>', '档案')
    .description('把档案导入到没有这个辖区的系统：先核验全部内容，再一次写入，不完整则一条也不写')
    .option('--as-root', '本系统中没有它的上级时，作为没有上级的辖区导入')
    .option('--broken-trail', '留痕不完好也照原样导入')
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      `${STOP_FIRST}\n\n示例：\n  npx luoshi archive import /backups/430811.tar.gz --data /srv/luoshi-new`,
    )
    .action(async (file: string, options: Common & { asRoot?: boolean; brokenTrail?: boolean }) => {
      const { importIntoRecord } = await import('../archive/archive-of-record.js');
      const { anewText, summaryText } = await import('../archive/archive-text.js');
      const imported = await importIntoRecord(file, options);
      say(options, imported, `已导入 ${summaryText(imported)}\n${anewText(imported).trimEnd()}`);
    });
}
