import { InvalidArgumentError, Option, type Command } from 'commander';
import type { RehearseFileOptions } from '../policy/rehearse-file.js';
import type { Done } from './done.js';

export function policyCommand(program: Command, done: Done): void {
  const policy = program.command('policy').description('督办规则（阶梯、时限、界限）');
  policy
    .command('rehearse')
    .requiredOption('--policy <文件>', '要预演的政策文件（YAML；见 seeds/policies）')
    .requiredOption('--from <日期>', '统计从哪天起', parseDate)
    .requiredOption('--to <日期>', '统计到哪天止（含当日）', parseDate)
    .option('--plan <代号>', '只预演一个方案')
    .addOption(
      new Option('--issue <方式>', '须由人签发的文书何时签发：asRecorded 按当时实际用时；promptly 当即签发')
        .choices(['asRecorded', 'promptly'])
        .default('asRecorded'),
    )
    .option('--json', '在标准输出上只给出 JSON')
    .option('--picture <文件>', '把各单位亮牌的对比画成 SVG 图')
    .option('--jurisdiction <代码>', '辖区的行政区划代码；只有一个辖区时可不写')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .description('把一份政策放到已有记录上预演：会亮多少牌、给谁、与实际有何不同；不写入任何数据')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi policy rehearse --policy new.yaml --from 2024-04-12 --to 2024-05-09
  npx luoshi policy rehearse --policy new.yaml --from 2024-04-12 --to 2024-05-09 --picture cards.svg --json > cards.json`,
    )
    .action(async (options: RehearseFileOptions & { json?: boolean }) => {
      const { rehearseFile } = await import('../policy/rehearse-file.js');
      const { rehearsalText } = await import('../policy/rehearsal-text.js');
      const named = await rehearseFile(options);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(withNames(named), null, 2)}\n` : rehearsalText(named),
      );
      done(0);
    });
}

/** Ids with the names that people know them by. */
function withNames({
  rehearsal,
  unitNames,
  taskCodes,
}: {
  rehearsal: {
    byUnit: { unitId: string | null }[];
    differences: { unitId: string | null; taskIds: string[] }[];
  };
  unitNames: Map<string, string>;
  taskCodes: Map<string, string>;
}): object {
  const unit = (id: string | null): string | null => (id === null ? null : (unitNames.get(id) ?? id));
  return {
    ...rehearsal,
    byUnit: rehearsal.byUnit.map((row) => ({ unit: unit(row.unitId), ...row })),
    differences: rehearsal.differences.map((row) => ({
      ...row,
      unit: unit(row.unitId),
      tasks: row.taskIds.map((id) => taskCodes.get(id) ?? id),
    })),
  };
}

function parseDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('应写成 2024-04-12。');
  return text;
}
