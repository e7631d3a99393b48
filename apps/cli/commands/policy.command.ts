import { Option, type Command } from 'commander';
import type { AdoptFileOptions } from '../policy/adopt-file.js';
import type { RehearseFileOptions } from '../policy/rehearse-file.js';
import type { Done } from './done.js';
import { parseDate } from './parse-date.js';

export function policyCommand(program: Command, done: Done): void {
  const policy = program.command('policy').description('督办规则（阶梯、时限、界限）');
  checkCommand(policy, done);
  adoptCommands(policy, done);
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

function checkCommand(policy: Command, done: Done): void {
  policy
    .command('check')
    .argument('<文件>', '政策文件（YAML）')
    .option('--json', '在标准输出上只给出 JSON')
    .description('检查一份政策：格式，以及为基层减负的规定不允许的内容；有提示时退出码为 1')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const [{ readPolicyFile }, { complianceWarnings }, { warningsText }] = await Promise.all([
        import('../policy/read-policy-file.js'),
        import('#scoring'),
        import('../scoring/warnings-text.js'),
      ]);
      const policy = await readPolicyFile(file);
      const warnings = complianceWarnings(policy);
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ id: policy.id, version: policy.version, warnings }, null, 2)}\n`
          : warningsText(policy.label, warnings),
      );
      done(warnings.length > 0 ? 1 : 0);
    });
}

function adoptCommands(policy: Command, done: Done): void {
  policy
    .command('adopt')
    .alias('put')
    .argument('<文件>', '政策文件（YAML；见 seeds/policies）')
    .requiredOption('--reason <依据>', '启用的依据，如通知的名称和文号')
    .option('--plan <代号>', '只用于一个方案')
    .option('--confirm <理由>', '有合规提示而仍要启用的理由；会记录在案')
    .option('--migrate', '在办事项也转到新政策（默认只管新产生的事项，在办的仍按原版本办完）')
    .option('--jurisdiction <代码>', '辖区的行政区划代码；只有一个辖区时可不写')
    .option('--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）')
    .description('启用一份政策：编入下一个版本号，此后产生的事项按它办；启用前请先 check、rehearse')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi policy check seeds/policies/three-colour-slips.yaml
  npx luoshi policy adopt seeds/policies/three-colour-slips.yaml --reason 区政府督查工作会议纪要`,
    )
    .action(async (file: string, options: AdoptFileOptions) => {
      const { adoptFile } = await import('../policy/adopt-file.js');
      const { version, plans, migrated } = await adoptFile(file, options);
      const running = migrated === null ? '在办事项仍按原版本办理' : `在办事项 ${migrated} 件已转到新版本`;
      process.stdout.write(`政策第 ${version} 版已启用，涉及 ${plans} 个方案；${running}。\n`);
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
