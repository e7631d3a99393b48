import type { Command } from 'commander';

const DATA = ['--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）'] as const;
const JSON_ONLY = ['--json', '在标准输出上只给出 JSON'] as const;
const JURISDICTION = ['--jurisdiction <代码>', '辖区的行政区划代码（只有一个辖区时可省）'] as const;
const STOP_FIRST = '\n使用内置数据库时，请先停止正在运行的系统。';

interface FileOptions {
  data?: string;
  json?: boolean;
  jurisdiction?: string;
}

export function planCommand(program: Command): void {
  const plan = program.command('plan').description('方案：识别、检查、导入、补上原文');
  extract(plan);
  lint(plan);
  clauses(plan);
  importing(plan);
  attach(plan);
  amend(plan);
}

function extract(plan: Command): void {
  plan
    .command('extract')
    .argument('<文件>', '发布的方案：.txt、.html、.docx、.xlsx 或有文字层的 .pdf，按内容识别')
    .description('识别一份方案：任务、责任单位、期限、频次、指标；不改动数据库')
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi plan extract 方案.txt\n  npx luoshi plan extract 方案.txt --json > 识别结果.json',
    )
    .action(async (file: string, { json }: FileOptions) => {
      const { extractFile } = await import('../plan/extract-file.js');
      process.stdout.write(await extractFile(file, json === true));
    });
}

function lint(plan: Command): void {
  plan
    .command('lint')
    .argument('<文件>', '发布的方案：.txt、.html、.docx、.xlsx 或有文字层的 .pdf，按内容识别')
    .description('下发前检查一份方案：没有牵头单位、没有时限、指标前后不一、日期不存在、负担过重等')
    .option('--units <文件>', '单位目录（YAML），用来核对单位名称；不给则不核对')
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi plan lint 方案.docx\n  npx luoshi plan lint 方案.txt --units seeds/units/wulingyuan.yaml --json',
    )
    .action(async (file: string, options: { json?: boolean; units?: string }) => {
      const { lintFile } = await import('../plan/lint-file.js');
      process.stdout.write(await lintFile(file, options));
    });
}

function clauses(plan: Command): void {
  plan
    .command('clauses')
    .description('从标准输入逐行读责任分工语句，逐行给出牵头、配合单位')
    .option('--json', '每行一个 JSON（现只有这一种输出）')
    .addHelpText('after', "\n示例：\n  echo '(区教育局牵头,区民政局配合)' | npx luoshi plan clauses --json")
    .action(async () => {
      const { readClauses } = await import('../plan/read-clauses.js');
      await readClauses(process.stdin, (line) => process.stdout.write(line));
    });
}

function importing(plan: Command): void {
  plan
    .command('import')
    .argument(
      '<文件>',
      '方案数据（.yaml、.json），或发布的方案（.txt、.html、.docx、.xlsx、.pdf，先识别再导入）',
    )
    .description('把方案导入数据库：全部为草稿，由指挥部办公室校核后下发')
    .option('--id <代号>', '方案代号，小写字母、数字和连字符（默认取自文件名；数据文件以其中所写为准）')
    .option('--title <标题>', '方案标题（正文中没有识别出时）')
    .option('--issued-on <日期>', '印发日期，如 2024-04-12（正文中没有识别出时）')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText(
      'after',
      `\n示例：\n  npx luoshi plan import seeds/plans/wulingyuan-2024-eight-actions.yaml\n  npx luoshi plan import 方案.docx --id wulingyuan-2025${STOP_FIRST}`,
    )
    .action(
      async (file: string, options: FileOptions & { id?: string; title?: string; issuedOn?: string }) => {
        const { importFile } = await import('../plan/import-file.js');
        const imported = await importFile(file, options);
        const { planCode, tasks, needsAssignment } = imported;
        const text = `已导入方案 ${planCode}：${tasks} 项任务，其中 ${needsAssignment} 项待指定牵头单位。请登录后校核、下发。`;
        process.stdout.write(options.json === true ? `${JSON.stringify(imported)}\n` : `${text}\n`);
      },
    );
}

function attach(plan: Command): void {
  plan
    .command('attach')
    .argument('<文件>', '发布时的原始文件，一个字节都不能改')
    .description('给已载入的方案补上原文（按文件散列值核对），各任务页即可显示原句')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText('after', `\n示例：\n  npx luoshi plan attach 方案.txt${STOP_FIRST}`)
    .action(async (file: string, options: FileOptions) => {
      const { attachFile } = await import('../plan/attach-file.js');
      const attached = await attachFile(file, options);
      const text = `原文已补入方案 ${attached.planCode}，${attached.tasks} 项任务可显示原句。`;
      process.stdout.write(options.json === true ? `${JSON.stringify(attached)}\n` : `${text}\n`);
    });
}

function amend(plan: Command): void {
  plan
    .command('amend')
    .argument('<文件>', '修订后的方案：.txt、.html、.docx、.xlsx 或有文字层的 .pdf')
    .requiredOption('--plan <代号>', '正在执行的方案的代号')
    .description('把修订文本与正在执行的方案逐项对照：新增、删除、修改；不改动数据库')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .addHelpText('after', `\n示例：\n  npx luoshi plan amend 修订稿.docx --plan wulingyuan-2024${STOP_FIRST}`)
    .action(async (file: string, options: FileOptions & { plan: string }) => {
      const { amendFile } = await import('../plan/amend-file.js');
      process.stdout.write(await amendFile(file, options));
    });
}
