import type { Command } from 'commander';

interface Options {
  jurisdiction?: string;
  data?: string;
  json?: boolean;
}

export function bulkCommand(program: Command): void {
  program
    .command('bulk')
    .option('--jurisdiction <代码>', '辖区的行政区划代码；只有一个辖区时可不写')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .description('成批办理的进度：到期办理、按新日历推算、转到新政策')
    .addHelpText('after', '\n示例：\n  npx luoshi bulk\n  npx luoshi bulk --json')
    .action(async ({ json, ...where }: Options) => {
      const [{ withRecord }, { oneJurisdiction }, { bulkRuns }, { bulkText }] = await Promise.all([
        import('../system/with-record.js'),
        import('../system/one-jurisdiction.js'),
        import('#persistence'),
        import('../bulk/bulk-text.js'),
      ]);
      const runs = await withRecord(where, async (engine) => {
        const { id: jurisdictionId } = await oneJurisdiction(engine, where.jurisdiction);
        return engine.context.database.transaction({ jurisdictionId }, bulkRuns);
      });
      process.stdout.write(json === true ? `${JSON.stringify(runs, null, 2)}\n` : bulkText(runs));
    });
}
