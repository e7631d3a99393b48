import type { Command } from 'commander';
import type { PlaceOptions } from '../jurisdiction/tree-of-record.js';

export function jurisdictionCommand(program: Command): void {
  const jurisdiction = program
    .command('jurisdiction')
    .description('上下级：省、市、县区、乡镇之间的关系（建立辖区用 district found）');
  jurisdiction
    .command('list')
    .description('列出全部辖区，下级排在上级之下')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .action(async (options: { data?: string; json?: boolean }) => {
      const { treeOfRecord, treeText } = await import('../jurisdiction/tree-of-record.js');
      const places = await treeOfRecord(options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify({ jurisdictions: places })}\n` : treeText(places),
      );
    });
  jurisdiction
    .command('move <代码>')
    .description('设置或调整一个辖区的上级和级别')
    .option('--under <代码>', '上级辖区的行政区划代码')
    .option('--top', '没有上级')
    .option('--level <级别>', '省级、市级、县区级或乡镇级（默认不变）')
    .option('--despite-code', '代码不相隶属也照办，如开发区、省直管县')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .option('--json', '在标准输出上只给出 JSON')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi jurisdiction move 430811 --under 430800
  npx luoshi jurisdiction move 430800 --top

上级只看到直接下级的名称；任务经“交办下级”下达，进展由下级的系统报上来，互相看不到对方的数据。
调整后，与原上级之间尚未送出的往来不再送出。`,
    )
    .action(async (code: string, options: PlaceOptions & { json?: boolean }) => {
      const { placeJurisdictionOf } = await import('../jurisdiction/tree-of-record.js');
      const placed = await placeJurisdictionOf(code, options);
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify(placed)}\n`
          : `${placed.name}（${placed.id}）：${placed.parentId === null ? '没有上级' : `上级为 ${placed.parentId}`}。\n`,
      );
    });
}
