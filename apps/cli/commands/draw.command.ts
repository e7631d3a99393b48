import type { Command } from 'commander';
import type { Done } from './done.js';

const DATA = ['--data <目录>', '内置数据库的数据目录（默认 .luoshi，或 LUOSHI_DATA）'] as const;
const JURISDICTION = ['--jurisdiction <代码>', '辖区的行政区划代码（只有一个辖区时可省）'] as const;
const JSON_ONLY = ['--json', '在标准输出上只给出 JSON'] as const;

interface OfRecord {
  data?: string;
  jurisdiction?: string;
}

export function drawCommand(program: Command, done: Done): void {
  const draw = program.command('draw').description('督查核实的抽查：人人可以按记录重抽一遍');
  draw
    .command('repeat')
    .argument('<文件>', '导出的抽查记录（JSON）')
    .option('--commitment <值>', '事先公布时抄下的承诺值（64 位十六进制）；给出时一并比对')
    .option(...JSON_ONLY)
    .description('不用数据库，按记录重抽一遍：一致时退出码为 0；不一致时指出第一处不同，退出码为 1')
    .addHelpText(
      'after',
      `
示例：
  npx luoshi draw repeat draw.json
  npx luoshi draw repeat draw.json --commitment 9f2c…（抽查前公布的承诺值）

算法见 docs/truth-checks.md，其中附有十余行 Python，可不用本程序重抽。`,
    )
    .action(async (file: string, options: { commitment?: string; json?: boolean }) => {
      const { repeatFile, repeatText } = await import('../draw/repeat-file.js');
      const repeated = await repeatFile(file, options.commitment);
      process.stdout.write(
        options.json === true ? `${JSON.stringify(repeated, null, 2)}\n` : repeatText(repeated),
      );
      done(repeated.equal ? 0 : 1);
    });
  draw
    .command('list')
    .option('--plan <代号>', '只列一个方案的')
    .option(...JURISDICTION)
    .option(...DATA)
    .option(...JSON_ONLY)
    .description('列出历次抽查：承诺值、名单、结果')
    .addHelpText('after', '\n使用内置数据库时，请先停止正在运行的系统。\n\n示例：\n  npx luoshi draw list')
    .action(async (options: OfRecord & { plan?: string; json?: boolean }) => {
      const { listDrawsOfRecord, drawsText } = await import('../draw/kept-draws.js');
      const draws = await listDrawsOfRecord(options);
      process.stdout.write(options.json === true ? `${JSON.stringify(draws, null, 2)}\n` : drawsText(draws));
    });
  draw
    .command('export')
    .argument('<编号>', '抽查编号（见 draw list）')
    .requiredOption('--out <文件>', '写到哪个文件')
    .option(...JURISDICTION)
    .option(...DATA)
    .description('把一次抽查的记录导出为 JSON，供任何人重抽核对')
    .addHelpText(
      'after',
      '\n示例：\n  npx luoshi draw export 0b1c… --out draw.json\n  npx luoshi draw repeat draw.json',
    )
    .action(async (id: string, options: OfRecord & { out: string }) => {
      const { exportDraw } = await import('../draw/kept-draws.js');
      process.stdout.write(await exportDraw(id, options));
    });
}
